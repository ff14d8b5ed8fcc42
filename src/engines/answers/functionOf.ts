import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'

/** In what function the person acting usually signs, or nothing when the town hall has not said. */
export const functionOf = async ({ db, body, actor, today }: Pick<AnyWorld, 'db' | 'body' | 'actor' | 'today'>): Promise<string> => {
  const { rows } = await sql<{ title: string }>`
    select title from kernel.role where body_id = ${body.id} and person_id = ${actor.personId} and title is not null
      and role in ('elected', 'agent', 'administrator') and since <= ${today} and (until is null or until >= ${today})
    order by array_position(array['elected', 'agent', 'administrator'], role), id limit 1`.execute(db)
  return rows[0]?.title ?? ''
}
