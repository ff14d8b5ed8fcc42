import type { Related } from '#kernel/world'
import { servicesOfMeasure } from '#modules/catalogue'
import { committeeUrl } from './committee.ts'
import { committeesOf } from './queries/committees.ts'
import type { Here } from './schema.ts'

/** On the page of a service, and of a measure that changes one: the committees that judge it. */
export const related: readonly Related[] = [
  {
    label: { fr: 'Comités qui le jugent', en: 'Committees that judge it' },
    find: async (world: Here, subject) => {
      const [kind, id = ''] = subject.split(':')
      if (!/^\d{1,18}$/.test(id)) return []
      const services =
        kind === 'service' ? [id] : kind === 'measure' ? (await servicesOfMeasure(world.db, world.body.id, id)).map(one => one.id) : []
      const found = new Map<string, string>()
      for (const service of services)
        for (const one of await committeesOf(world, { service, running: true })) found.set(committeeUrl(one.id), one.name)
      return [...found].map(([url, title]) => ({ title, url }))
    },
  },
]
