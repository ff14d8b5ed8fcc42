import { type Db, sql } from '#kernel/db'
import type { JournalTables } from './record.ts'

/** An event as a consumer reads it. `content` is what was recorded, or null when it was erased since. */
export interface JournalEvent {
  readonly position: string
  readonly at: string
  readonly event: string
  readonly subject: string
  readonly personId: string | null
  readonly content: Readonly<Record<string, unknown>> | null
}
/** A reader of events, known by a lasting name. The handler named `*` reads every event that has none of its own. */
export interface Consumer<World> {
  readonly name: string
  readonly events: Readonly<Record<string, (world: World, event: JournalEvent) => Promise<void>>>
}

const batch = 100

/**
 * Hands a consumer the events it has not read yet, in chain order, in the current transaction: what the handler writes
 * and the mark of how far it read are kept or lost together.
 * @returns how many events were read (a full batch means there may be more)
 */
export const deliverEvents = async <World extends { readonly db: Db<any> }>(
  world: World,
  body: number,
  consumer: Consumer<World>,
): Promise<number> => {
  const db = world.db as unknown as Db<JournalTables> // every world can read the journal
  // Looks before it locks: an idle house writes nothing.
  const { rows: news } = await sql<{ any: boolean }>`
    select coalesce((select max(position) from journal.link where body_id = ${body}), 0)
      > coalesce((select position from journal.consumer where body_id = ${body} and name = ${consumer.name}), 0) as any`.execute(db)
  if (!news[0]!.any) return 0
  await sql`insert into journal.consumer (body_id, name) values (${body}, ${consumer.name}) on conflict do nothing`.execute(db)
  const mark = await sql<{ position: string }>`
    select position from journal.consumer where body_id = ${body} and name = ${consumer.name} for update skip locked`.execute(db)
  if (!mark.rows[0]) return 0
  const { rows } = await sql<JournalEvent>`
    select l.position, e.at, e.event, e.subject, c.person_id as "personId", c.data as content
    from journal.link l join journal.entry e on e.body_id = l.body_id and e.id = l.entry_id
    left join journal.content c on c.body_id = e.body_id and c.entry_id = e.id
    where l.body_id = ${body} and l.position > ${mark.rows[0].position} order by l.position limit ${batch}`.execute(db)
  for (const event of rows) {
    const handle = consumer.events[event.event] ?? consumer.events['*']
    if (!handle) continue
    await sql`savepoint event`.execute(db)
    try {
      await handle(world, event)
      await sql`release savepoint event`.execute(db)
    } catch (error) {
      await sql`rollback to savepoint event`.execute(db)
      await sql`insert into journal.failure (body_id, consumer, position, reason)
        values (${body}, ${consumer.name}, ${event.position}, ${error instanceof Error ? error.message : String(error)}) on conflict do nothing`.execute(
        db,
      )
    }
  }
  const last = rows.at(-1)
  if (last)
    await sql`update journal.consumer set position = ${last.position} where body_id = ${body} and name = ${consumer.name}`.execute(db)
  return rows.length
}
