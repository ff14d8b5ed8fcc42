export const entryKinds = ['charge', 'payment', 'waiver', 'refund', 'deposit-held', 'deposit-returned', 'deposit-kept'] as const
export type EntryKind = (typeof entryKinds)[number]

/** What is still owed and which deposit is still held, in cents, from the lines of a booking's account. */
export const accountOf = (entries: readonly { readonly kind: EntryKind; readonly cents: number }[]) => {
  const sum = (kind: EntryKind) => entries.reduce((total, one) => (one.kind === kind ? total + one.cents : total), 0)
  const charged = sum('charge') + sum('deposit-kept')
  const settled = sum('payment') + sum('waiver') - sum('refund') + sum('deposit-kept')
  return {
    charged,
    settled,
    owed: charged - settled,
    depositHeld: sum('deposit-held') - sum('deposit-returned') - sum('deposit-kept'),
  }
}
