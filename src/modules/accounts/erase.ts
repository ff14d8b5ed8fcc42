import { removeDoors, sweepAuth } from '#kernel/auth'
import { sql } from '#kernel/db'
import { eraseFromJournal } from '#kernel/journal'
import type { PersonalData, ScheduledJob } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { words } from './locales/index.ts'

/** What the rooms of the house say of the people they know something about. */
export type RoomsWithPeople = readonly { readonly id: string; readonly personalData: PersonalData | 'none' }[]

/**
 * Erases a person in the world's body: every room does its part, the journal loses its content (its chain stays), the
 * person keeps neither name nor address. Under the jobs role; doing it twice changes nothing.
 */
export const erasePerson = async (world: Parameters<PersonalData['erase']>[0], rooms: RoomsWithPeople, person: string) => {
  for (const room of rooms) if (room.personalData !== 'none') await room.personalData.erase(world, person)
  await eraseFromJournal(world.db, world.body.id, person)
  await removeDoors(world.db, person)
  await forget(world, person)
}

/** Hides at once what only the person sees; the rooms follow. */
export const forget = async (world: AnyWorld, person: string) => {
  await sql`update kernel.person set name = ${words('fr')('erase.erased')}, erased_at = coalesce(erased_at, ${world.now}) where id = ${person}`.execute(
    world.db,
  )
  await sql`delete from kernel.contact where person_id = ${person}`.execute(world.db)
  await sql`delete from kernel.residence where body_id = ${world.body.id} and person_id = ${person}`.execute(world.db)
  await sql`update kernel.guardianship set until = ${world.today} where (guardian_id = ${person} or ward_id = ${person}) and (until is null or until > ${world.today})`.execute(
    world.db,
  )
  await sql`update kernel.role set until = ${world.today} where body_id = ${world.body.id} and person_id = ${person} and (until is null or until > ${world.today})`.execute(
    world.db,
  )
}

export const jobs: Readonly<Record<string, ScheduledJob>> = {
  'accounts.sweep': { every: '17 * * * *', run: system => system.forEachBody(world => sweepAuth(world.db)) },
  'accounts.erase': {
    every: '* * * * *',
    run: system =>
      system.forEachBody(async world => {
        const { rows } = await sql<{ id: string; person: string }>`
          select id, person_id as person from accounts.erasure where body_id = ${world.body.id} and done_at is null order by id limit 20`.execute(
          world.db,
        )
        for (const { id, person } of rows) {
          await erasePerson(world, system.contributors, person)
          await sql`update accounts.erasure set done_at = ${world.now} where body_id = ${world.body.id} and id = ${id}`.execute(world.db)
        }
      }),
  },
}
