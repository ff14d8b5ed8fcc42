export interface Question {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly askedBy: string | null
  readonly askedAt: string
  /** The service of the catalogue it is about. */
  readonly service: string | null
}
/** What moderation and answers call a question. */
export const subjectOf = (id: string) => `question:${id}`
