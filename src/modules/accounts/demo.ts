import { cast } from '#kernel/demonstration'
import { askLetter } from './queries/letters.ts'
import { organisationNamed } from './queries/people.ts'
import type { AccountsTables } from './schema.ts'
import type { KernelTables, World } from '#kernel/service'

/** A newcomer awaits her letter, and an association asks to be recognised. */
export const demo = async (world: World<AccountsTables & KernelTables>) => {
  await askLetter(world, {
    person: cast.nour.id,
    purpose: 'residence',
    address: '12 rue du Lavoir\n91440 Val-sur-Yvette',
    askedBy: cast.nour.id,
  })
  await organisationNamed(world.db, world.body.id, 'Les Jardins du Lavoir', 'association')
  await world.db
    .insertInto('accounts.membership_request')
    .values({
      body_id: world.body.id,
      person_id: cast.louis.id,
      organisation_name: 'Les Jardins du Lavoir',
      kind: 'association',
      title: 'Trésorier',
      asked_at: world.now,
      answered_by: null,
      answered_at: null,
      accepted: null,
    })
    .execute()
}
