import type { PublicChange } from '#kernel/service'
import { words } from './locales/index.ts'
import { roundsOf } from './queries/rounds.ts'
import type { Here } from './schema.ts'

/** Applications opened, lists published, plots drawn: the latest first. */
export const changes = async (world: Here, limit: number): Promise<readonly PublicChange[]> => {
  const t = words(world.locale)
  const found: PublicChange[] = []
  for (const round of await roundsOf(world)) {
    const { title, allocation } = round
    const url = `/jardins/campagnes/${round.id}`
    const open = `${round.opensOn}T06:00:00.000Z`
    if (open <= world.now) found.push({ id: `gardenRound:${round.id}`, title: t('change.open', { title }), url, at: open })
    if (allocation) found.push({ id: `gardenList:${round.id}`, title: t('change.list', { title }), url, at: allocation.publishedAt })
    if (allocation?.seed) found.push({ id: `gardenDraw:${round.id}`, title: t('change.drawn', { title }), url, at: allocation.seed.at })
  }
  return found.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, limit)
}
