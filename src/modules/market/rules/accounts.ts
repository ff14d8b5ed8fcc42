import { feeOf, type Tariff } from './feeOf.ts'

/** What a subscriber owes for a month: each market day held, at the price of that day. Absent or not, the place was kept. */
export const invoiceLines = (
  days: readonly string[],
  place: { readonly decimetres: number; readonly hasPower: boolean },
  tariffOn: (day: string) => Pick<Tariff, 'metreCents' | 'leastCents' | 'powerCents'> | null,
) =>
  days.toSorted().flatMap(on => {
    const tariff = tariffOn(on)
    if (!tariff) return []
    const { cents, powerCents } = feeOf(tariff, place.decimetres, place.hasPower)
    return [{ on, decimetres: place.decimetres, metreCents: tariff.metreCents, powerCents, cents }]
  })
export const totalOf = (lines: readonly { readonly cents: number }[]): number => lines.reduce((sum, line) => sum + line.cents, 0)

interface Book {
  readonly cash: number
  readonly cheque: number
  readonly card: number
  readonly later: number
  readonly total: number
  readonly counted: number | null
}
/** Several books together; a difference is what was counted, less the cash that receipts give. */
export const sumOfBooks = (books: readonly Book[]) => {
  const sum = (of: (book: Book) => number) => books.reduce((all, book) => all + of(book), 0)
  return {
    cash: sum(book => book.cash),
    cheque: sum(book => book.cheque),
    card: sum(book => book.card),
    later: sum(book => book.later),
    total: sum(book => book.total),
    difference: sum(book => (book.counted === null ? 0 : book.counted - book.cash)),
    uncounted: books.filter(book => book.counted === null).length,
  }
}
