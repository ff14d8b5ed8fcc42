import { together } from '#kernel/db'
import type { AnyWorld, PublicChange } from '#kernel/world'
import { servicesNamed } from '#modules/catalogue'
import { words } from './locales/index.ts'
import { changesOf } from './queries/changes.ts'
import { latestPublications } from './queries/publications.ts'

/** What changed in services, and the figures published lately. */
export const changes = async (world: AnyWorld, limit: number): Promise<readonly PublicChange[]> => {
  const t = words(world.locale)
  const [made, figures] = await together([changesOf(world, null, limit), latestPublications(world, limit)])
  const names = await servicesNamed(
    world,
    [...made, ...figures].map(({ service }) => service),
  )
  const changed = made.map(change => ({
    id: `service-change:${change.id}`,
    title: t('news.change', { service: names.get(change.service) ?? '', title: change.title }),
    url: `/evaluations/service/${change.service}#changement-${change.id}`,
    at: change.at,
    text: change.text.slice(0, 300).toWellFormed(),
  }))
  const published = figures.map(one => ({
    id: `evaluation:${one.campaign}.${one.number}`,
    title: t('news.published', { service: names.get(one.service) ?? '' }),
    url: `/evaluations/service/${one.service}`,
    at: one.at,
    text: t('news.respondents', { n: one.respondents }),
  }))
  return [...changed, ...published].toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at > b.at ? -1 : 1)).slice(0, limit)
}
