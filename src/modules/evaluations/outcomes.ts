import { dayInParis } from '#kernel/clock'
import type { AnyWorld, Outcome, OutcomesAsked } from '#kernel/world'
import { words } from './locales/index.ts'
import { campaignById } from './queries/campaigns.ts'
import { changesOf } from './queries/changes.ts'
import { publicationsOf } from './queries/publications.ts'
import { wordById } from './queries/words.ts'
import { sayIndicator } from './saying.ts'
import type { Change } from './schema.ts'

/** People said it, the service changed, and the next campaign measures it. */
export const outcomes = async (world: AnyWorld, { service, measure, limit }: OutcomesAsked): Promise<readonly Outcome[]> => {
  if (measure !== null) return []
  const found = await changesOf(world, service, limit)
  const threads = []
  for (const change of found) threads.push(await threadOf(world, change))
  return threads.toSorted((a, b) => (a.at > b.at ? -1 : 1))
}

const threadOf = async (world: AnyWorld, change: Change): Promise<Outcome> => {
  const url = `/evaluations/service/${change.service}`
  const word = change.word === null ? null : await wordById(world, change.word)
  const campaign = change.campaign === null ? null : await campaignById(world, change.campaign)
  const measured = await measuredSince(world, change)
  return {
    id: `service-change:${change.id}`,
    title: change.title,
    service: change.service,
    measure: null,
    said: { text: change.said, url: word ? `${url}#parole-${word.id}` : url, on: word?.receivedOn ?? campaign?.closesOn ?? change.on },
    decided: null,
    done: { text: change.text, url: `${url}#changement-${change.id}`, on: change.on },
    measured: measured && { text: measured.text, url: `${url}#tendance`, on: measured.on },
    at: measured && measured.on > dayInParis(change.at) ? `${measured.on}T12:00:00.000Z` : change.at,
  }
}

/** The figure that the change should improve, in the latest campaign that ended after it, beside what it was before. */
const measuredSince = async (world: AnyWorld, { service, indicator, on }: Change) => {
  if (indicator === null) return null
  const t = words(world.locale)
  const publications = await publicationsOf(world, service)
  const after = publications.findLast(one => one.closesOn > on && one.on > on)
  const figure = after?.indicators[indicator]
  if (!after || !figure) return null
  const before = publications.findLast(one => one.closesOn <= on)?.indicators[indicator]
  const said = (value: number) => sayIndicator(t, indicator, value, world.locale)
  const now = t('outcome.measured', { indicator: t(`indicator.${indicator}.long`), value: said(figure.value), n: figure.n })
  return { text: before ? `${now} (${t('outcome.was', { value: said(before.value) })})` : now, on: after.on }
}
