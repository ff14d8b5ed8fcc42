import { loadParameters, numberAt } from '#kernel/parameters'

const survey = loadParameters([new URL('./data/survey.yaml', import.meta.url)])

/** The number of people under which a figure of a survey is hidden, on that day. */
export const cellThreshold = (day: string): number => numberAt(survey, 'survey.cell-threshold', day)
