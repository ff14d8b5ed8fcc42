export const moneyKinds = ['voted', 'spent'] as const
export type MoneyKind = (typeof moneyKinds)[number]

export interface MoneyLine {
  readonly kind: MoneyKind
  /** Integer cents; below zero it corrects an earlier line. */
  readonly cents: number
  readonly on: string
}
/** Integer cents. `share` is what was spent of what was voted, null when nothing was voted. */
export interface Spending {
  readonly voted: number
  readonly spent: number
  readonly left: number
  readonly share: number | null
}

/** Money voted against money spent. */
export const spendingOf = (lines: readonly Pick<MoneyLine, 'kind' | 'cents'>[]): Spending => {
  const sum = (kind: MoneyKind) => lines.reduce((total, line) => (line.kind === kind ? total + line.cents : total), 0)
  const voted = sum('voted')
  const spent = sum('spent')
  return { voted, spent, left: voted - spent, share: voted > 0 ? spent / voted : null }
}
