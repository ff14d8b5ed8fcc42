import type { EntryKind } from './terms.ts'

export interface Line {
  readonly kind: EntryKind
  readonly cents: number
}
const sum = (lines: readonly Line[], kind: EntryKind) => lines.reduce((total, line) => (line.kind === kind ? total + line.cents : total), 0)

/** What is still to pay, and what is held as a deposit; integer cents. */
export const accountOf = (lines: readonly Line[]) => ({
  feeOwed: sum(lines, 'fee') - sum(lines, 'fee-paid'),
  depositOwed: sum(lines, 'deposit') - sum(lines, 'deposit-paid'),
  depositHeld: sum(lines, 'deposit-paid') - sum(lines, 'deposit-returned') - sum(lines, 'deposit-kept'),
})

/** The most that may be entered of that kind: nobody pays twice, nothing is given back that was not held. */
export const mostOf = (kind: EntryKind, account: ReturnType<typeof accountOf>): number => {
  if (kind === 'fee-paid') return account.feeOwed
  if (kind === 'deposit-paid') return account.depositOwed
  return kind === 'deposit-returned' || kind === 'deposit-kept' ? account.depositHeld : 0
}
