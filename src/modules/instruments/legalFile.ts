import { elections } from './elections.ts'
import { participationLawAt, voteLawAt } from './law.ts'
import { type Count } from './rules/outcomeOf.ts'
import { type ParticipationPlan, planParticipation } from './rules/participationPlan.ts'
import { type PlannedStep, planVote, type VoteKind, type VotePlan } from './rules/votePlan.ts'

export const fileKinds = ['consultation', 'referendum', 'participation'] as const
export type FileKind = (typeof fileKinds)[number]

/** What the assistant asks. */
export interface Answers {
  /** The council that decides, or the first day of a participation. */
  readonly councilOn: string
  readonly transmittedOn: string | null
  /** The day of the vote, or the last day of a participation. */
  readonly wishedOn: string | null
  readonly lastOn: string | null
}
export interface LegalFile extends Answers {
  readonly id: string
  readonly kind: FileKind
  readonly title: string
  readonly question: string
  readonly area: string
  readonly measure: string | null
  readonly petition: string | null
  readonly openedAt: string
  readonly version: number
  readonly writtenAt: string
  readonly done: readonly { readonly item: string; readonly at: string }[]
  readonly result: (Count & { readonly source: string; readonly at: string }) | null
}

export type Plan =
  | { readonly of: 'vote'; readonly kind: VoteKind; readonly plan: VotePlan }
  | { readonly of: 'participation'; readonly plan: ParticipationPlan }

/** The calendar that the answers make, by the law in force the first of their days. */
export const planOf = (kind: FileKind, answers: Answers, population: number | null): Plan =>
  kind === 'participation'
    ? {
        of: 'participation',
        plan: planParticipation({ opensOn: answers.councilOn, closesOn: answers.wishedOn }, participationLawAt(answers.councilOn)),
      }
    : { of: 'vote', kind, plan: planVote({ kind, ...answers }, voteLawAt(kind, answers.councilOn, population), elections) }

export const stepsOf = ({ plan }: Plan): readonly PlannedStep[] => plan.steps

/** What must be in the file, in the order in which it is needed. */
export const itemsOf = (kind: FileKind): readonly string[] =>
  kind === 'participation'
    ? ['rules', 'information', 'notice', 'paper-way', 'synthesis', 'follow-up']
    : [
        'explanatory-note',
        'deliberation',
        'prefect-letter',
        ...(kind === 'referendum' ? ['budget-estimate'] : []),
        'information-file',
        'notice',
        'polling-stations',
        'electoral-list',
        'ballot-papers',
        'proclamation',
      ]

export const papersOf = (kind: FileKind): readonly PaperName[] =>
  kind === 'participation' ? ['regles', 'avis', 'suites'] : ['deliberation', 'prefet', 'avis', 'dossier']
export const paperNames = ['deliberation', 'prefet', 'avis', 'dossier', 'regles', 'suites'] as const
export type PaperName = (typeof paperNames)[number]

export const fileSubject = (id: string) => `legal-file:${id}`
export const fileUrl = (id: string) => `/demarches-citoyennes/dossiers/${id}`
