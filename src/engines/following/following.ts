import { addDays } from '#kernel/clock'
import { type Db, sql } from '#kernel/db'
import { numberAt, participation } from '#kernel/parameters'
import { defineEngine } from '#kernel/service'
import { notify } from './notify.ts'
import { sendDigests } from './sendDigests.ts'
import type { FollowingTables } from './tables.ts'

/** People are told what becomes of what they wrote, supported or follow, at the rhythm they choose. */
export const following = defineEngine({
  id: 'following',
  migrations: new URL('./migrations/', import.meta.url),
  events: { '*': notify },
  jobs: {
    'following.digests': { every: '*/5 * * * *', run: system => system.forEachBody<never>(async world => void (await sendDigests(world))) },
    'following.forget': {
      every: '10 4 * * *',
      run: system =>
        system.forEachBody<FollowingTables>(async ({ db, body, today }) => {
          const before = addDays(today, -30 * numberAt(participation, 'retention.notification', today))
          await db.deleteFrom('following.notification').where('body_id', '=', body.id).where('happened_at', '<', before).execute()
          await db.deleteFrom('following.digest').where('body_id', '=', body.id).where('sent_on', '<', before).execute()
        }),
    },
  },
  personalData: {
    held: [
      {
        what: { fr: 'Sujets suivis, écrits ou soutenus, pour en donner des nouvelles', en: 'Subjects followed, written or supported, to give news of them' },
        basis: { fr: 'Mission d’intérêt public : rendre compte à qui a participé', en: 'Public interest: reporting to those who took part' },
        kept: { fr: 'Jusqu’au départ de la personne ou à la fin du compte', en: 'Until the person leaves or the account ends' },
      },
      {
        what: { fr: 'Notifications, rythme et dates des courriers', en: 'Notifications, rhythm and dates of letters' },
        basis: { fr: 'Mission d’intérêt public', en: 'Public interest' },
        kept: { fr: '12 mois', en: '12 months' },
      },
    ],
    columns: {
      'following.interest.person_id': 'deleted',
      'following.leave.person_id': 'deleted',
      'following.rhythm.person_id': 'deleted',
      'following.notification.person_id': 'deleted',
      'following.digest.person_id': 'deleted',
    },
    erase: async (world, personId) => {
      const db = world.db as unknown as Db<FollowingTables> // the engine's own tables
      for (const table of ['following.interest', 'following.leave', 'following.rhythm', 'following.notification', 'following.digest'] as const) {
        await db.deleteFrom(table).where('body_id', '=', world.body.id).where('person_id', '=', personId).execute()
      }
    },
    export: async (world, personId) => {
      const { rows } = await sql`select subject, because, since from following.interest
        where body_id = ${world.body.id} and person_id = ${personId} order by since, subject, because`.execute(world.db)
      return rows
    },
  },
})
