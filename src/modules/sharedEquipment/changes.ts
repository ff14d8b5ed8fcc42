import type { PublicChange } from '#kernel/service'
import { words } from './locales/index.ts'
import { closingsOf, statementsOf } from './queries/accounts.ts'
import { agreementsOf } from './queries/conventions.ts'
import type { Here } from './schema.ts'
import { agreementPath, yearPath } from './where.ts'

/** Versions proposed, accounts published and closed: the latest first. */
export const changes = async (world: Here, limit: number): Promise<readonly PublicChange[]> => {
  const t = words(world.locale)
  const found: PublicChange[] = []
  for (const agreement of await agreementsOf(world)) {
    for (const one of agreement.versions)
      found.push({
        id: `sharing-version:${one.id}`,
        title: t('change.version', { n: one.number }),
        url: `${agreementPath(agreement.id)}/versions/${one.number}`,
        at: one.writtenAt,
      })
    for (const one of await statementsOf(world, agreement.id))
      found.push({
        id: `sharing-statement:${one.id}`,
        title: t(one.kind === 'forecast' ? 'change.forecast' : 'change.published', { year: String(one.year) }),
        url: yearPath(agreement.id, one.year),
        at: one.publishedAt,
      })
    for (const one of await closingsOf(world, agreement.id))
      found.push({
        id: `sharing-closing:${agreement.id}-${one.year}`,
        title: t('change.closed', { year: String(one.year) }),
        url: yearPath(agreement.id, one.year),
        at: one.at,
      })
  }
  return found
    .map(one => ({ ...one, at: new Date(one.at).toISOString() }))
    .filter(one => one.at <= world.now)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, limit)
}
