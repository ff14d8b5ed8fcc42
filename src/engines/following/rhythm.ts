import { type Db, sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { type Rhythm, usualRhythm } from './rules.ts'
import type { FollowingTables } from './tables.ts'

/** How often the person wants letters from this body. */
export const rhythmOf = async (world: Pick<AnyWorld, 'db' | 'body'>, personId: string): Promise<Rhythm> => {
  const row = await (world.db as unknown as Db<FollowingTables>) // an engine called with its caller's world
    .selectFrom('following.rhythm')
    .select('rhythm')
    .where('body_id', '=', world.body.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.rhythm ?? usualRhythm
}

/** Changes it. News that nobody wanted by letter is not sent afterwards: it stays on the site. */
export const changeRhythm = async (world: Pick<AnyWorld, 'db' | 'body' | 'now'>, personId: string, rhythm: Rhythm): Promise<void> => {
  await sql`insert into following.rhythm (body_id, person_id, rhythm, changed_at) values (${world.body.id}, ${personId}, ${rhythm}, ${world.now})
    on conflict (body_id, person_id) do update set rhythm = excluded.rhythm, changed_at = excluded.changed_at
    where following.rhythm.rhythm <> excluded.rhythm`.execute(world.db)
}
