/** What is voted on, by identifiers; their order only decides the order of what nothing distinguishes. */
export type Options = readonly string[]

/** A place in a ranking; several options share it when nothing distinguishes them. */
export interface Rank {
  /** 1 for the first; after two options in first place comes 3. */
  readonly place: number
  readonly options: readonly string[]
}

/** Groups, best first, as places that can be shown: 1, 1, 3… */
export const ranksOf = (groups: readonly (readonly string[])[]): readonly Rank[] => {
  let place = 1
  return groups.map(options => {
    const rank = { place, options }
    place += options.length
    return rank
  })
}

/** Ranks by a number, the greatest first; the options of one rank stay in the order given. */
export const ranksBy = (options: Options, valueOf: (option: string) => number): readonly Rank[] => {
  const values = [...new Set(options.map(valueOf))].sort((a, b) => b - a)
  return ranksOf(values.map(value => options.filter(option => valueOf(option) === value)))
}

/** @throws TypeError for an option given twice */
export const placesOf = (options: Options): ReadonlyMap<string, number> => {
  const places = new Map(options.map((option, place) => [option, place]))
  if (places.size < options.length) throw new TypeError('An option is there twice.')
  return places
}

/** @throws TypeError for an option that is not voted on */
export const placeOf = (places: ReadonlyMap<string, number>, option: string): number => {
  const place = places.get(option)
  if (place === undefined) throw new TypeError(`“${option}” is not voted on.`)
  return place
}
