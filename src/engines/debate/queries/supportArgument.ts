import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import type { Quality, Side } from '../rules/terms.ts'

interface Mark {
  readonly subject: string
  readonly argument: string
  readonly personId: string
}

/** Marks the quality of an argument, once per person; marking again says another quality. Sent twice at once, it counts once. */
export const supportArgument = async (world: AnyWorld, mark: Mark & { quality: Quality; side: Side }): Promise<void> => {
  const { subject, argument, personId, quality, side } = mark
  const body = world.body.id
  const done = await sql<{ fresh: boolean }>`
    insert into debate.support as s (body_id, argument_id, person_id, quality, side, given_at)
    values (${body}, ${argument}, ${personId}, ${quality}, ${side}, ${world.now})
    on conflict (body_id, argument_id, person_id) do update set quality = excluded.quality where s.quality <> excluded.quality
    returning xmax = 0 as fresh`.execute(world.db)
  const changed = done.rows[0]
  if (!changed) return
  await sql`
    insert into debate.passer as p (body_id, subject, person_id, side, last_day) values (${body}, ${subject}, ${personId}, ${side}, ${world.today})
    on conflict (body_id, subject, person_id, side) do update set last_day = excluded.last_day where p.last_day < excluded.last_day`.execute(
    world.db,
  )
  if (changed.fresh) await record(world, 'argument.supported', { subject, content: { argument, quality } })
}

/** Takes the mark back. Nothing to take back is no error. */
export const withdrawSupport = async (world: AnyWorld, { subject, argument, personId }: Mark): Promise<void> => {
  const done = await sql`
    delete from debate.support where body_id = ${world.body.id} and argument_id = ${argument} and person_id = ${personId}`.execute(world.db)
  if (Number(done.numAffectedRows ?? 0) === 0) return
  await record(world, 'argument.unsupported', { subject, content: { argument } })
}
