import { loadParameters, numberAt, type Parameter, parameterAt, participation } from '#kernel/parameters'
import type { ParticipationLaw } from './rules/participationPlan.ts'
import type { Period } from './rules/petition.ts'
import type { VoteKind, VoteLaw } from './rules/votePlan.ts'

export const instrumentsRegister = loadParameters([new URL('./data/instruments.yaml', import.meta.url)])

const has = (id: string) => instrumentsRegister.has(id)
/** The value in force that day, from this room's register or from the kernel's. */
export const lawAt = (id: string, day: string): Parameter => parameterAt(has(id) ? instrumentsRegister : participation, id, day)
const figureAt = (id: string, day: string) => numberAt(has(id) ? instrumentsRegister : participation, id, day)

/** What the law says of a vote, the day of the council that decides it. */
export const voteLawAt = (kind: VoteKind, day: string, population: number | null): VoteLaw => ({
  noticeClearDays: figureAt(
    (population ?? 0) >= figureAt('council.notice-threshold', day) ? 'council.notice' : 'council.notice-small',
    day,
  ),
  transmissionDays: kind === 'referendum' ? figureAt('referendum.transmission', day) : null,
  noticeMonths: figureAt(`${kind}.prefect-notice`, day),
  referralDays: figureAt(`${kind}.prefect-referral`, day),
  judgeMonths: kind === 'referendum' ? figureAt('referendum.judge', day) : null,
  informationDays: figureAt(`${kind}.information`, day),
  sameObjectYears: figureAt(`${kind}.same-object`, day),
  blackoutMonths: figureAt(`${kind}.blackout`, day),
})

export const participationLawAt = (day: string): ParticipationLaw => ({
  reasonableDays: figureAt('participation.reasonable', day),
  followUpDays: figureAt('participation.follow-up', day),
})

export const petitionLawAt = (day: string): { readonly share: number; readonly period: Period } => ({
  share: figureAt('petition.share', day),
  period: lawAt('petition.period', day).value === 'year' ? 'year' : 'quarter',
})

/** Earliest days these laws can be read for: before, the registers are silent. */
export const lawBegins = '2022-02-23'

/** The rules behind each instrument, to show with their source. */
export const rulesBehind = {
  petition: ['petition.share', 'petition.period'],
  consultation: [
    'council.notice',
    'consultation.prefect-notice',
    'consultation.prefect-referral',
    'consultation.information',
    'consultation.same-object',
    'consultation.blackout',
  ],
  referendum: [
    'council.notice',
    'referendum.prefect-notice',
    'referendum.transmission',
    'referendum.prefect-referral',
    'referendum.judge',
    'referendum.information',
    'referendum.campaign',
    'referendum.turnout',
    'referendum.same-object',
    'referendum.blackout',
  ],
  participation: ['participation.reasonable', 'participation.follow-up'],
} as const
