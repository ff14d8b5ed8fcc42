/** From so many inhabitants, so many members. */
export interface SeatBracket {
  readonly from: number
  readonly seats: number
}
/** How many members the council has, by population; null when the population is unknown. */
export const seatsFor = (brackets: readonly SeatBracket[], population: number | null): number | null =>
  population === null ? null : (brackets.filter(one => one.from <= population).toSorted((a, b) => b.from - a.from)[0]?.seats ?? null)
