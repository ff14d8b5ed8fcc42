/** The name of a survey in the journal, in questionnaires and in other rooms. */
export const subjectOf = (id: string) => `survey:${id}`
