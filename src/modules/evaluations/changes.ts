import type { AnyWorld, PublicChange } from '#kernel/world'
import { serviceNamed } from '#modules/catalogue'
import { words } from './locales/index.ts'
import { changesOf } from './queries/changes.ts'
import { publicationsOf } from './queries/publications.ts'

/** What changed in services, and the figures published lately. */
export const changes = async (world: AnyWorld, limit: number): Promise<readonly PublicChange[]> => {
  const t = words(world.locale)
  const name = async (service: string) => (await serviceNamed(world, service)) ?? ''
  const changed = await Promise.all(
    (await changesOf(world, null, limit)).map(async change => ({
      id: `service-change:${change.id}`,
      title: t('news.change', { service: await name(change.service), title: change.title }),
      url: `/evaluations/service/${change.service}#changement-${change.id}`,
      at: change.at,
      text: change.text.slice(0, 300).toWellFormed(),
    })),
  )
  const published = await Promise.all(
    (await publicationsOf(world, null))
      .toSorted((a, b) => (a.at > b.at ? -1 : 1))
      .slice(0, limit)
      .map(async one => ({
        id: `evaluation:${one.campaign}.${one.number}`,
        title: t('news.published', { service: await name(one.service) }),
        url: `/evaluations/service/${one.service}`,
        at: one.at,
        text: t('news.respondents', { n: one.respondents }),
      })),
  )
  return [...changed, ...published].toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at > b.at ? -1 : 1)).slice(0, limit)
}
