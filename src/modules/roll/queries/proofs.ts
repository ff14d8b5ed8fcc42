import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import type { Here } from '../schema.ts'

export interface Proof {
  readonly id: string
  readonly kind: 'age' | 'identity'
  readonly atLeastAge: number | null
  readonly seenOn: string
}

export const proofsOf = async (world: AnyWorld, person: string): Promise<readonly Proof[]> =>
  (world as Here).db // the module's own table
    .selectFrom('roll.proof')
    .select(['id', 'kind', 'at_least_age as atLeastAge', 'seen_on as seenOn'])
    .where('body_id', '=', world.body.id)
    .where('person_id', '=', person)
    .where('withdrawn_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()

/** Notes what an agent saw; the document is not kept. */
export const recordProof = async (
  world: Here,
  proof: { personId: string; kind: 'age' | 'identity'; atLeastAge: number | null; seenOn: string },
) => {
  await world.db
    .insertInto('roll.proof')
    .values({
      body_id: world.body.id,
      person_id: proof.personId,
      kind: proof.kind,
      at_least_age: proof.kind === 'age' ? proof.atLeastAge : null,
      seen_on: proof.seenOn,
      seen_by: world.actor.personId,
      withdrawn_at: null,
    })
    .execute()
  await record(world, 'proof.seen', { subject: `person:${proof.personId}`, content: { kind: proof.kind, seenOn: proof.seenOn } })
}

export const withdrawProof = async (world: Here, person: string, id: string): Promise<boolean> => {
  const done = await world.db
    .updateTable('roll.proof')
    .set({ withdrawn_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('person_id', '=', person)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return false
  await record(world, 'proof.withdrawn', { subject: `person:${person}`, content: { proof: id } })
  return true
}

/** People this body knows whose name looks like what was typed; the most alike first. */
export const peopleNamed = async (world: AnyWorld, typed: string) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from (
      select p.id, p.name, greatest(word_similarity(lower(unaccent(${typed})), lower(unaccent(p.name))),
        similarity(lower(unaccent(p.name)), lower(unaccent(${typed})))) as likeness
      from kernel.person p where p.erased_at is null and p.merged_into is null and kernel.knows(p.id)
    ) found where likeness >= 0.3 order by likeness desc, name, id limit 20`.execute(world.db)
  return rows
}

/** The person, when this body knows them and they are still here. */
export const knownPerson = async (world: AnyWorld, person: string) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from kernel.person where id = ${person} and erased_at is null and merged_into is null and kernel.knows(id)`.execute(
    world.db,
  )
  return rows[0] ?? null
}
