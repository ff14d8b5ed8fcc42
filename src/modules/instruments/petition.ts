import { addDays } from '#kernel/clock'
import { petitionLawAt } from './law.ts'
import { type PetitionKind, type PetitionState, petitionState, type PetitionStep, thresholdOf } from './rules/petition.ts'

export interface Petition {
  readonly id: string
  readonly kind: PetitionKind
  readonly title: string
  readonly text: string
  readonly proposedBy: string | null
  readonly proposedAt: string
  readonly openedOn: string
  readonly closesOn: string
  readonly signatures: number
  readonly steps: readonly Step[]
}
export interface Step {
  readonly kind: PetitionStep
  readonly on: string
  readonly note: string
  readonly url: string | null
  readonly outcome: 'accepted' | 'refused' | null
  readonly signatures: number | null
  readonly valid: number | null
  readonly electors: number | null
  readonly threshold: number | null
  readonly by: string | null
  readonly at: string
}
/** How many electors the register held on a day. */
export interface Electorate {
  readonly on: string
  readonly electors: number
  readonly source: string
}

/** What moderation, following and other rooms call it. */
export const subjectOf = (id: string) => `petition:${id}`
export const petitionUrl = (id: string) => `/demarches-citoyennes/petitions/${id}`

export const stepOf = ({ steps }: Pick<Petition, 'steps'>, kind: PetitionStep): Step | undefined => steps.find(step => step.kind === kind)

const factsOf = (petition: Petition) => {
  const valid = stepOf(petition, 'checked')?.valid ?? null
  const threshold = stepOf(petition, 'submitted')?.threshold ?? null
  return {
    closesOn: petition.closesOn,
    steps: petition.steps.map(({ kind }) => kind),
    checked: valid === null || threshold === null ? null : { valid, threshold },
  }
}
export const stateOf = (petition: Petition, today: string): PetitionState => petitionState(factsOf(petition), today)
export { factsOf as petitionFacts }

/** Signatures to reach: frozen once handed to the mayor, otherwise today's law on the latest figure; null while there is none. */
export const thresholdNow = (petition: Petition | null, electorate: Electorate | null, today: string): number | null =>
  (petition && stepOf(petition, 'submitted')?.threshold) ??
  (electorate ? thresholdOf(electorate.electors, petitionLawAt(today).share) : null)
/** The day by which the commune said it would answer, once the petition is handed over; null while it is not, or once it is answered. */
export const answerDueOn = (petition: Petition, days: number): string | null => {
  const submitted = stepOf(petition, 'submitted')
  return submitted && !stepOf(petition, 'answered') ? addDays(submitted.on, days) : null
}
/** The count that is shown: frozen once handed over, or once the signatures were erased. */
export const countOf = (petition: Petition): number =>
  stepOf(petition, 'submitted')?.signatures ?? stepOf(petition, 'expired')?.signatures ?? petition.signatures
