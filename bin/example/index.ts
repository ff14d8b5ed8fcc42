import { defineService } from '#kernel/service'
import { demo } from './demo.ts'
import { personalData } from './personalData.ts'
import { latestRemark } from './queries.ts'
import { routes } from './routes.tsx'

/** Residents leave remarks on this service, one a day each, and everyone reads them. */
export const example = defineService({
  id: 'example',
  path: '/example',
  title: { fr: 'Example', en: 'Example' },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  personalData,
  demo,
  samples: async world => ({ remark: await latestRemark(world.db, world.body.id) }),
})
