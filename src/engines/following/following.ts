import { type Db, sql } from '#kernel/db'
import { numberAt, participation } from '#kernel/parameters'
import { defineEngine } from '#kernel/service'
import { unreadCount } from './notifications.ts'
import { notify } from './notify.ts'
import { sendDigests } from './sendDigests.ts'
import type { FollowingTables } from './tables.ts'

/** People are told what becomes of what they wrote, supported or follow, at the rhythm they choose. */
export const following = defineEngine({
  id: 'following',
  title: { fr: 'Suivi et nouvelles', en: 'Following and news' },
  migrations: new URL('./migrations/', import.meta.url),
  events: { '*': notify },
  jobs: {
    'following.digests': { every: '*/5 * * * *', run: system => system.forEachBody<never>(async world => void (await sendDigests(world))) },
  },
  unread: world => (world.actor.personId === null ? Promise.resolve(0) : unreadCount(world, world.actor.personId)),
  retention: [
    {
      what: { fr: 'Notifications, et dates des courriers', en: 'Notifications, and dates of letters' },
      reason: { fr: 'Assez pour retrouver ce qui s’est passé dans l’année', en: 'Enough to find again what happened in the year' },
      days: numberAt(participation, 'retention.notification', '2026-01-01'),
      purge: async (world, before) => {
        const { numAffectedRows } =
          await sql`delete from following.notification where body_id = ${world.body.id} and happened_at < ${before}`.execute(world.db)
        await sql`delete from following.digest where body_id = ${world.body.id} and sent_at < ${before}`.execute(world.db)
        return Number(numAffectedRows ?? 0)
      },
    },
  ],
  personalData: {
    held: [
      {
        what: {
          fr: 'Sujets suivis, écrits ou soutenus, pour en donner des nouvelles',
          en: 'Subjects followed, written or supported, to give news of them',
        },
        basis: {
          fr: 'Mission d’intérêt public : rendre compte à qui a participé',
          en: 'Public interest: reporting to those who took part',
        },
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
      for (const table of [
        'following.interest',
        'following.leave',
        'following.rhythm',
        'following.notification',
        'following.digest',
      ] as const) {
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
