import { defineService } from '#kernel/service'
import { routes } from './routes.tsx'

/** The screens of moderation: what waits for an agent, the published rules, the public register, one’s own posts. */
export const moderation = defineService({
  id: 'moderation-screens',
  path: '/moderation',
  title: { fr: 'Modération', en: 'Moderation' },
  routes,
  personalData: 'none',
})
