import { drawOrder } from '#engines/lot'

export interface Lot {
  readonly id: string
  readonly title: string
  readonly purpose: string
  readonly inputs: readonly string[]
  readonly commitment: string
  /** How many come out first. */
  readonly many: number
  readonly seedSource: string
  readonly seedOn: string
  readonly madeAt: string
  readonly seed: { readonly text: string; readonly witnesses: string; readonly at: string; readonly by: string | null } | null
}
/** What was drawn, once chance is known. */
export const drawn = ({ inputs, seed }: Pick<Lot, 'inputs' | 'seed'>): readonly string[] =>
  seed ? drawOrder({ inputs, seed: seed.text }) : []
