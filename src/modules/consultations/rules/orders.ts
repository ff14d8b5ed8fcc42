/** In which order statements are shown, and the word that asks for it in an address. */
export const orders = [
  { order: 'shared', word: 'consensus' },
  { order: 'divided', word: 'division' },
  { order: 'unsure', word: 'hesitation' },
  { order: 'number', word: 'numero' },
] as const
export type Order = (typeof orders)[number]['order']
export const orderOf = (word: string | undefined): Order => orders.find(one => one.word === word)?.order ?? 'shared'

interface Ranked {
  readonly number: number
  readonly groupAware: number | null
  readonly divided: number
  readonly unsure: number
}
/** Total order: the figure of that order, greatest first, then the number. A statement nobody has seen comes last. */
export const ranked = (numbers: readonly number[], results: ReadonlyMap<number, Ranked>, order: Order): readonly number[] => {
  const figure = (number: number) => {
    const result = results.get(number)
    if (order === 'number' || !result) return order === 'number' ? 0 : -1
    return order === 'shared' ? (result.groupAware ?? 0) : result[order]
  }
  return numbers.toSorted((a, b) => figure(b) - figure(a) || a - b)
}
