import { sql } from '#kernel/db'
import { cast } from '#kernel/demonstration'
import { defineService } from '#kernel/service'
import { words } from './locales/index.ts'
import { routes } from './routes.tsx'

/** What a commune sets by itself, who may do what and until when, and what the data-protection officer reads again. */
export const administration = defineService({
  id: 'administration',
  path: '/administration',
  title: { fr: 'Administration', en: 'Administration' },
  routes,
  personalData: 'none',
  home: [
    {
      order: 95,
      async card({ actor, locale }) {
        if (!actor.roles.has('administrator') && !actor.roles.has('officer')) return null
        const t = words(locale)
        return { title: t('home.title'), lead: t('home.lead'), items: [{ title: t('card.open'), url: '/administration' }] }
      },
    },
  ],
  async demo(world) {
    await sql`update kernel.role set granted_by = ${cast.ines.id} where body_id = ${world.body.id} and person_id <> ${cast.ines.id} and granted_by is null`.execute(
      world.db,
    )
  },
  async samples(world) {
    const { rows } = await sql<{
      id: string
    }>`select id from kernel.role where body_id = ${world.body.id} and role = 'administrator' order by id limit 1`.execute(world.db)
    return { given: rows[0]?.id ?? '1', arms: '1', settingsRoom: 'accounts' }
  },
})
