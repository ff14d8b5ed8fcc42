import type { Charter } from '#engines/meetings'
import { loadParameters, numberAt, parameterAt, participation } from '#kernel/parameters'
import { councilCharter, type CouncilLaw } from './rules/councilCharter.ts'
import { type SeatBracket, seatsFor } from './rules/seats.ts'

const file = (name: string) => new URL(`./data/${name}.yaml`, import.meta.url)
const seats = loadParameters([file('seats')])
/** What the law asks of the acts of a council. */
export const councilParameters = loadParameters([file('council')])

/** The rules of sessions in force that day. */
const lawOn = (day: string): CouncilLaw => ({
  noticeThreshold: numberAt(participation, 'council.notice-threshold', day),
  notice: numberAt(participation, 'council.notice', day),
  noticeSmall: numberAt(participation, 'council.notice-small', day),
  noticeUrgent: numberAt(participation, 'council.notice-urgent', day),
  secondNotice: numberAt(participation, 'council.second-notice', day),
  quorum: numberAt(participation, 'council.quorum', day),
  proxies: numberAt(participation, 'council.proxies', day),
  secretShare: String(parameterAt(councilParameters, 'council.secret-vote-share', day).value),
  publicShare: String(parameterAt(councilParameters, 'council.public-vote-share', day).value),
  noteThreshold: numberAt(councilParameters, 'council.note-threshold', day),
  urgencyRuled: parameterAt(councilParameters, 'council.urgency-ruled', day).value === true,
})
export const charterOn = (day: string, population: number | null): Charter => councilCharter(lawOn(day), population)

const bracketsOn = (day: string): readonly SeatBracket[] =>
  [...seats.keys()].map(id => ({ from: Number(id.split('-').at(-1)), seats: numberAt(seats, id, day) }))
/** Members the law gives the council of a commune that day; null when its population is unknown. */
export const seatsOn = (day: string, population: number | null): number | null => seatsFor(bracketsOn(day), population)

/** Days after a session within which the list of what it examined is published. */
export const listDays = (day: string): number => numberAt(participation, 'council.decisions-published', day) * 7
/** Months during which the prefect may refer an act to the court. */
export const referralMonths = (day: string): number => numberAt(councilParameters, 'council.prefect-referral', day)

const rulesShown = [
  'council.notice',
  'council.notice-small',
  'council.notice-urgent',
  'council.urgency-ruled',
  'council.note-threshold',
  'council.quorum',
  'council.second-notice',
  'council.proxies',
  'council.public-vote-share',
  'council.secret-vote-share',
  'council.decisions-published',
  'council.minutes-published',
  'council.online-threshold',
  'council.online-duration',
  'council.prefect-referral',
] as const
/** What the page of rules tells, each with its text and whether somebody read it. */
export const rulesOn = (day: string) =>
  rulesShown.map(id => parameterAt(participation.has(id) ? participation : councilParameters, id, day))
