import { dayInParis } from '#kernel/clock'
import { together } from '#kernel/db'
import type { AnyWorld, Outcome, OutcomesAsked } from '#kernel/world'
import { words } from './locales/index.ts'
import { changesOf, saidOn } from './queries/changes.ts'
import { indicatorsOf } from './queries/publications.ts'
import { sayIndicator } from './saying.ts'
import type { Change } from './schema.ts'

/** People said it, the service changed, and the next campaign measures it. */
export const outcomes = async (world: AnyWorld, { service, measure, limit }: OutcomesAsked): Promise<readonly Outcome[]> => {
  if (measure !== null) return []
  const found = await changesOf(world, service, limit)
  if (found.length === 0) return []
  const services = [...new Set(found.flatMap(change => (change.indicator === null ? [] : change.service)))]
  const [days, publications] = await together([saidOn(world, found), indicatorsOf(world, services)])
  const ofService = Map.groupBy(publications, one => one.service)
  return found
    .map(change => threadOf(world, change, days.get(change.id) ?? change.on, ofService.get(change.service) ?? []))
    .toSorted((a, b) => (a.at > b.at ? -1 : 1))
}

type Published = Awaited<ReturnType<typeof indicatorsOf>>

const threadOf = (world: AnyWorld, change: Change, saidOn: string, publications: Published): Outcome => {
  const url = `/evaluations/service/${change.service}`
  const measured = measuredSince(world, change, publications)
  return {
    id: `service-change:${change.id}`,
    title: change.title,
    service: change.service,
    measure: null,
    said: { text: change.said, url: change.word ? `${url}#parole-${change.word}` : url, on: saidOn },
    decided: null,
    done: { text: change.text, url: `${url}#changement-${change.id}`, on: change.on },
    measured: measured && { text: measured.text, url: `${url}#tendance`, on: measured.on },
    at: measured && measured.on > dayInParis(change.at) ? `${measured.on}T12:00:00.000Z` : change.at,
  }
}

/** The figure that the change should improve, in the latest campaign that ended after it, beside what it was before. */
const measuredSince = (world: AnyWorld, { indicator, on }: Change, publications: Published) => {
  if (indicator === null) return null
  const t = words(world.locale)
  const after = publications.findLast(one => one.closesOn > on && one.on > on)
  const figure = after?.indicators[indicator]
  if (!after || !figure) return null
  const before = publications.findLast(one => one.closesOn <= on)?.indicators[indicator]
  const said = (value: number) => sayIndicator(t, indicator, value, world.locale)
  const now = t('outcome.measured', { indicator: t(`indicator.${indicator}.long`), value: said(figure.value), n: figure.n })
  return { text: before ? `${now} (${t('outcome.was', { value: said(before.value) })})` : now, on: after.on }
}
