import { interested, leavePath } from '#engines/following'
import { cast } from '#kernel/demonstration'
import { sql } from '#kernel/db'
import { defineService } from '#kernel/service'
import { routes } from './routes.tsx'

/** What people are told on the site, and how often by e-mail; leaving takes one click and no account. */
export const notifications = defineService({
  id: 'notifications',
  path: '/notifications',
  title: { fr: 'Notifications', en: 'Notifications' },
  routes,
  personalData: 'none',
  demo: async world => {
    for (const person of [cast.amina, cast.louis]) await interested(world, 'question:1', person.id, 'follower')
  },
  samples: async world => {
    const { rows } = await sql<{
      id: string
    }>`select id from following.notification where body_id = ${world.body.id} order by id limit 1`.execute(world.db)
    const leaving = { body: world.body.id, personId: cast.amina.id, subject: 'question:1' }
    return { notification: rows[0]?.id ?? '1', token: leavePath(world.signingKey, leaving).split('/').at(-1) ?? '' }
  },
})
