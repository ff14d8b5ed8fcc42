import type { College } from '#engines/meetings'

export const designations = ['appointed', 'elected', 'drawn'] as const
/** How a seat is filled: named by an authority, elected by those it speaks for, or drawn by lot. */
export type Designation = (typeof designations)[number]

export interface SeatLine {
  readonly id: string
  readonly college: College
  readonly label: string
  readonly designation: Designation
}
export interface MandateLine {
  readonly id: string
  readonly seatId: string
  readonly personId: string
  readonly substitute: boolean
  /** Days, both included; no end: until it is decided. */
  readonly since: string
  readonly until: string | null
}

const runs = (mandate: MandateLine, day: string) => mandate.since <= day && (mandate.until === null || day <= mandate.until)

/** Who holds a seat that day. */
export const holderOn = <M extends MandateLine>(mandates: readonly M[], seat: string, day: string): M | undefined =>
  mandates.find(one => one.seatId === seat && !one.substitute && runs(one, day))

/** Who would take the seat over if its holder left that day. */
export const substituteOn = <M extends MandateLine>(mandates: readonly M[], seat: string, day: string): M | undefined =>
  mandates.find(one => one.seatId === seat && one.substitute && runs(one, day))

/** Seats that nobody holds that day, nor will hold by a mandate already recorded. */
export const vacantOn = <S extends SeatLine>(seats: readonly S[], mandates: readonly MandateLine[], day: string): readonly S[] =>
  seats.filter(seat => !mandates.some(one => one.seatId === seat.id && !one.substitute && (one.until === null || day <= one.until)))

/** Mandates whose last day comes within so many days: time to renew them or to call for candidates. */
export const endingWithin = <M extends MandateLine>(mandates: readonly M[], day: string, limit: string): readonly M[] =>
  mandates.filter(one => !one.substitute && runs(one, day) && one.until !== null && one.until <= limit)
