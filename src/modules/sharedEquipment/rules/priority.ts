export const askedFor = ['school', 'social', 'association', 'town'] as const
export type AskedFor = (typeof askedFor)[number]
/** The published rule: schools first, then social action, then associations, then the rest; in the engine, 0 comes first. */
export const priorityOf = (what: AskedFor): number => askedFor.indexOf(what)

export const licences = ['', 'B', 'BE', 'C1', 'D1', 'D'] as const
export type Licence = (typeof licences)[number]
/** Above nine seats, the driver's included, a car licence is not enough. `limit` is dated, in the parameters. */
export const licenceFits = (licence: Licence, seats: number | null, limit: number): boolean =>
  seats === null || seats <= limit || licence === 'D1' || licence === 'D'
