import { sentences } from './locales/index.ts'
import { type Commitment, subjectOf } from './commitment.ts'

type Told = Pick<Commitment, 'id' | 'title' | 'decision' | 'measure' | 'service' | 'origins'>
type What = Parameters<typeof sentences>[0]

/** What led to a promise and what it is about; people interested in one of these are told of each step. */
export const ledTo = ({ decision, measure, service, origins }: Omit<Told, 'id' | 'title'>): readonly string[] => [
  ...new Set([
    decision,
    ...(measure ? [`measure:${measure}`] : []),
    ...(service ? [`service:${service}`] : []),
    ...origins.map(({ subject }) => subject),
  ]),
]

/** Tells those who follow the promise, and all those who took part in what led to it. */
export const tell = (told: Told, what: What) => ({
  subject: subjectOf(told.id),
  also: ledTo(told),
  title: told.title,
  url: `/engagements/${told.id}`,
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
