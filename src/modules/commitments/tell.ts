import { sentences } from './locales/index.ts'
import { type Commitment, subjectOf } from './commitment.ts'

type Told = Pick<Commitment, 'id' | 'title' | 'decision' | 'measure' | 'service'>
type What = Parameters<typeof sentences>[0]

/** Tells those who follow the promise, what promised it, its measure or its service. */
export const tell = ({ id, title, decision, measure, service }: Told, what: What) => ({
  subject: subjectOf(id),
  also: [decision, ...(measure ? [`measure:${measure}`] : []), ...(service ? [`service:${service}`] : [])],
  title,
  url: `/engagements/${id}`,
  what: sentences(what),
})

/** What an event says of a promise, for the rooms that act on it. */
export const factsOf = (commitment: Commitment) => ({
  title: commitment.title,
  url: `/engagements/${commitment.id}`,
  decision: commitment.decision,
  decisionTitle: commitment.decisionTitle,
  decisionUrl: commitment.decisionUrl,
  committee: commitment.committee,
  service: commitment.service,
  measure: commitment.measure,
  indicator: commitment.indicator,
  unit: commitment.unit,
  direction: commitment.direction,
  target: commitment.target,
  dueOn: commitment.dueOn,
})
