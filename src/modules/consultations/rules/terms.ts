/** The life of a consultation, in order. */
export const states = ['draft', 'open', 'closed', 'published'] as const
export type State = (typeof states)[number]
export type StepKind = 'drafted' | 'imported' | 'opened' | 'corrected' | 'prolonged' | 'closed' | 'published'

/** Statements of residents are read before they appear, or after. Those of people without account are always read before. */
export const moderatedWhen = ['before', 'after'] as const
export type Moderated = (typeof moderatedWhen)[number]
export const whoAdds = ['anyone', 'signed-in', 'verified', 'nobody'] as const
export type WhoAdds = (typeof whoAdds)[number]

export type Vote = -1 | 0 | 1
/** What is written on the buttons. */
export const answers = ['agree', 'disagree', 'pass'] as const
export type Answer = (typeof answers)[number]
export const voteOf = (answer: Answer): Vote => (answer === 'agree' ? 1 : answer === 'disagree' ? -1 : 0)
export const answerOf = (vote: number): Answer => (vote > 0 ? 'agree' : vote < 0 ? 'disagree' : 'pass')

/** Whose votes are counted: everyone's, or those of verified residents alone. */
export const readings = ['everyone', 'verified'] as const
export type Reading = (typeof readings)[number]

/** A statement says one idea. */
export const longestStatement = 280
export const fewestSeeds = 5
