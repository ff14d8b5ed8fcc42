import { type Options, placeOf, placesOf, type Rank, ranksBy } from './options.ts'

/** What a count by numbers gives. */
export interface Tally {
  readonly counts: Readonly<Record<string, number>>
  readonly ranking: readonly Rank[]
  readonly ballots: number
  /** Ballots that choose nothing. They are cast, and counted here. */
  readonly blank: number
}

/** Approval: each ballot names every option its voter accepts; the most accepted comes first. @throws TypeError for a ballot that names an option twice or another */
export const approvalTally = (options: Options, ballots: readonly (readonly string[])[]): Tally =>
  choiceTally(options, ballots, { most: options.length })

/**
 * Choice of `least` to `most` options among all. A ballot that names none is blank.
 * @throws TypeError for a ballot that breaks the rule: such a ballot is to be set aside before the count
 */
export const choiceTally = (
  options: Options,
  ballots: readonly (readonly string[])[],
  { most = 1, least = 0 }: { readonly most?: number; readonly least?: number } = {},
): Tally => {
  const places = placesOf(options)
  const counts = new Float64Array(options.length)
  let blank = 0
  for (const ballot of ballots) {
    if (ballot.length === 0) blank++
    else if (ballot.length > most || ballot.length < least) throw new TypeError(`A ballot chooses ${ballot.length} options.`)
    if (new Set(ballot).size < ballot.length) throw new TypeError('A ballot chooses an option twice.')
    for (const option of ballot) counts[placeOf(places, option)]!++
  }
  return tallyOf(options, counts, ballots.length, blank)
}

export type YesNo = 'yes' | 'no' | 'blank'

export interface YesNoTally {
  readonly yes: number
  readonly no: number
  readonly blank: number
  /** Adopted by more than half of the votes that say yes or no; as many of each is a tie, which a rule published before decides. */
  readonly outcome: 'adopted' | 'rejected' | 'tie'
}

export const yesNoTally = (ballots: readonly YesNo[]): YesNoTally => {
  const counts = { yes: 0, no: 0, blank: 0 }
  for (const ballot of ballots) counts[ballot]++
  return { ...counts, outcome: counts.yes > counts.no ? 'adopted' : counts.yes < counts.no ? 'rejected' : 'tie' }
}

export interface PointsRule {
  /** Points that a ballot may give in all, and to one option. */
  readonly total?: number
  readonly each?: number
}

/** Points: each ballot shares out whole points among options. @throws TypeError for a ballot that breaks the rule */
export const pointsTally = (options: Options, ballots: readonly Readonly<Record<string, number>>[], rule: PointsRule = {}): Tally => {
  const { total = Infinity, each = Infinity } = rule
  const places = placesOf(options)
  const counts = new Float64Array(options.length)
  let blank = 0
  for (const ballot of ballots) {
    let given = 0
    for (const [option, points] of Object.entries(ballot)) {
      if (!Number.isSafeInteger(points) || points < 0 || points > each) throw new TypeError(`${points} points cannot be given.`)
      counts[placeOf(places, option)]! += points
      given += points
    }
    if (given > total) throw new TypeError(`A ballot gives ${given} points, more than ${total}.`)
    if (given === 0) blank++
  }
  return tallyOf(options, counts, ballots.length, blank)
}

const tallyOf = (options: Options, counts: Float64Array, ballots: number, blank: number): Tally => {
  const places = placesOf(options)
  return {
    counts: Object.fromEntries(options.map((option, place) => [option, counts[place]!])),
    ranking: ranksBy(options, option => counts[places.get(option)!]!),
    ballots,
    blank,
  }
}
