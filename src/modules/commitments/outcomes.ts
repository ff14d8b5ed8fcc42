import { dayInParis } from '#kernel/clock'
import { formatDate } from '#kernel/i18n'
import type { AnyWorld, Outcome, OutcomesAsked } from '#kernel/world'
import { type Commitment, latestOf, subjectOf } from './commitment.ts'
import { words } from './locales/index.ts'
import { latestCommitments } from './queries.ts'
import { sayFigure, sayPromise } from './saying.ts'

/** Decided, done, measured: each promise is one thread; what people had said is told by the decision it comes from. */
export const outcomes = async (world: AnyWorld, { service, measure, limit }: OutcomesAsked): Promise<readonly Outcome[]> => {
  const found = await latestCommitments(world, { service, measure }, limit)
  return found.map(commitment => threadOf(world, commitment))
}

const threadOf = (world: AnyWorld, commitment: Commitment): Outcome => {
  const t = words(world.locale)
  const url = `/engagements/${commitment.id}`
  const last = latestOf(commitment, world.today)
  const done = commitment.steps.findLast(step => step.kind === 'progress')
  const target = sayFigure(commitment.target, commitment.unit, world.locale)
  return {
    id: subjectOf(commitment.id),
    title: commitment.title,
    service: commitment.service,
    measure: commitment.measure,
    said: null,
    decided: {
      text: `${commitment.decisionTitle}. ${sayPromise(t, commitment, world.locale)}`,
      url: commitment.decisionUrl,
      on: dayInParis(commitment.madeAt),
    },
    done: done ? { text: done.note, url: `${url}#histoire`, on: done.on } : null,
    measured: last
      ? {
          text: t('outcome.measured', {
            value: sayFigure(last.value, commitment.unit, world.locale),
            date: formatDate(last.on, world.locale),
            target,
          }),
          url: `${url}#effet`,
          on: last.on,
        }
      : null,
    at: [commitment.madeAt, ...commitment.steps.map(({ at }) => at), ...commitment.readings.map(({ at }) => at)].toSorted().at(-1)!,
  }
}
