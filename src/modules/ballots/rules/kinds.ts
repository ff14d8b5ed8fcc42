/** How one answers a question. `budget` ballots live in the module of that name. */
export const kinds = ['yes-no', 'choice', 'approval', 'judgment', 'ranking', 'points'] as const
export type Kind = (typeof kinds)[number]

/** Those a secret ballot can count without opening any vote (Belenios: homomorphic questions). */
export const secretKinds: readonly Kind[] = ['yes-no', 'choice', 'approval', 'judgment']

/** Mentions of majority judgment, from the best to the worst: their numbers are those stored and published. */
export const mentions = [0, 1, 2, 3, 4, 5] as const
export const worstMention = 5

export interface Option {
  readonly number: number
  readonly label: string
  readonly explanation: string
}
export interface Question {
  readonly number: number
  readonly kind: Kind
  readonly title: string
  readonly explanation: string
  /** How many options at most (choice), or how many points to give out (points). */
  readonly most: number
  readonly options: readonly Option[]
}

/** One answer per question, in their order: a number for each option that got one. Empty is a blank vote. */
export type Answers = readonly Answer[]
/** By option: 1 when chosen (yes-no, choice, approval), a mention from 0, a rank from 1, or points. */
export type Answer = Readonly<Record<string, number>>
