import { sql } from '#kernel/db'
import { defineService } from '#kernel/service'
import { demo } from './demo.ts'
import { home } from './home.ts'
import { routes } from './routes.tsx'

/** The screens of moderation: what waits for an agent, the published rules, the public register, one’s own posts. */
export const moderation = defineService({
  id: 'moderation',
  path: '/moderation',
  title: { fr: 'Modération', en: 'Moderation' },
  routes,
  home,
  personalData: 'none',
  demo,
  samples: async ({ db, body }) => {
    const { rows } = await sql<{ subject: string; decision: string }>`
      select subject, id::text as decision from moderation.decision where body_id = ${body.id} and act = 'hidden' order by id limit 1`.execute(
      db,
    )
    return rows[0] ? { ...rows[0] } : {}
  },
})
