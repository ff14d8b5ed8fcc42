import { addMonths } from './days.ts'

/**
 * An election during which no local vote may be held. A renewal of the council closes the months before it; any other one,
 * its campaign and its rounds. Days are those known: the text says when they are not fixed yet.
 */
export interface Election {
  readonly id: string
  readonly kind: 'renewal' | 'other'
  /** First day of the campaign, and last round, both included. */
  readonly campaignFrom: string
  readonly until: string
}
export interface Blackout {
  readonly election: string
  readonly from: string
  readonly until: string
}

/** From the first day of the nth month before that of the renewal, or from the campaign, to the last round. */
export const blackoutOf = ({ id, kind, campaignFrom, until }: Election, months: number): Blackout => ({
  election: id,
  from: kind === 'renewal' ? addMonths(`${until.slice(0, 7)}-01`, -months) : campaignFrom,
  until,
})

export const blackoutOn = (day: string, elections: readonly Election[], months: number): Blackout | null =>
  elections.map(election => blackoutOf(election, months)).find(({ from, until }) => from <= day && day <= until) ?? null
