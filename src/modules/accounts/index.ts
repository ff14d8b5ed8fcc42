import { router } from '#kernel/http'
import { defineService } from '#kernel/service'
import { sql } from '#kernel/db'
import { cast } from '#kernel/demonstration'
import { demo } from './demo.ts'
import { jobs } from './erase.ts'
import { personalData } from './personalData.ts'
import { accountRoutes } from './routes/account.tsx'
import { relativesRoutes } from './routes/relatives.tsx'
import { residenceRoutes, vouchName } from './routes/residence.tsx'
import { signInRoutes } from './routes/signIn.tsx'
import { settings } from './settings.ts'

/** People come in by the door that suits them, prove where they live, act for their children, and hold their own data. */
export const accounts = defineService({
  id: 'accounts',
  path: '/compte',
  title: { fr: 'Compte', en: 'Account' },
  migrations: new URL('./migrations/', import.meta.url),
  routes: router().mount(signInRoutes).mount(accountRoutes).mount(residenceRoutes).mount(relativesRoutes),
  jobs,
  personalData,
  settings,
  demo,
  async samples(world) {
    const change = await sql<{ id: string }>`
      insert into accounts.email_change (body_id, person_id, email, digest, expires_at)
      values (${world.body.id}, ${cast.nour.id}, 'nour.exemple@exemple.fr', '\\x00', now() + interval '1 hour') returning id`.execute(
      world.db,
    )
    return { provider: 'franceconnect', newcomer: vouchName({ var: world }, cast.nour.id), change: change.rows[0]!.id }
  },
})

export { erasePerson, type RoomsWithPeople } from './erase.ts'
export { askLetter } from './queries/letters.ts'
