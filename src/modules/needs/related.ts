import { moderationOf } from '#engines/moderation'
import type { AnyWorld, Related } from '#kernel/world'
import { words } from './locales/index.ts'
import { countLines, readLines } from './queries/readLines.ts'
import { lineSubject } from './queries/stateLine.ts'
import { linePath } from './rules/sitePath.ts'

/** A service leads to its statement; a measure, to the needs it was born of. */
export const related: readonly Related[] = [
  {
    label: { fr: 'Besoins', en: 'Needs' },
    find: async (world: AnyWorld, subject) => {
      const [kind, id] = subject.split(':')
      if (kind === 'service' && id) return [await statementLink(world, id)]
      return kind === 'measure' && id ? needsBehind(world, id) : []
    },
  },
]

const statementLink = async (world: AnyWorld, service: string) => {
  const t = words(world.locale)
  const [counts] = await countLines(world, service)
  const url = `/besoins/services/${service}`
  return {
    title: t('related.title'),
    url,
    note: counts ? t('related.note', { fails: counts.fails, works: counts.works }) : t('related.first'),
  }
}

const needsBehind = async (world: AnyWorld, measure: string) => {
  const lines = await readLines(world, { measure }, { size: 50, start: 0 })
  const moderated = await moderationOf(
    world.db,
    world.body.id,
    lines.map(({ id }) => lineSubject(id)),
  )
  const t = words(world.locale)
  return lines
    .filter(({ id }) => moderated.get(lineSubject(id)).state === 'visible')
    .map(({ id, what, state }) => ({ title: what, url: linePath(id), note: t(`state.${state}`) }))
}
