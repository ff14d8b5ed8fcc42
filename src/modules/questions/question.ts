export interface Question {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly askedBy: string | null
  readonly askedAt: string
}
/** What moderation and answers call a question. */
export const subjectOf = (id: string) => `question:${id}`
