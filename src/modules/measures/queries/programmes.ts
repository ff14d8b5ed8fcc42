import type { Outline } from '#engines/outline'
import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { KernelTables, World } from '#kernel/service'
import { pointsOf, type Point } from '../rules/points.ts'
import type { MeasureTables, Measures } from '../schema.ts'

type Here = World<MeasureTables & KernelTables>

export interface ProgrammeLine {
  readonly id: string
  readonly title: string
  readonly introduction: string
  readonly importedAt: string
  readonly publishedAt: string | null
  readonly abandonedAt: string | null
}
const columns = [
  'id',
  'title',
  'introduction',
  'imported_at as importedAt',
  'published_at as publishedAt',
  'abandoned_at as abandonedAt',
] as const

/** Keeps a document word for word, and its points for review. @returns the programme's id */
export const addProgramme = async (
  world: Here,
  document: { source: string; name: string; title: string; outline: Outline },
): Promise<string> => {
  const { outline } = document
  const { id } = await world.db
    .insertInto('measures.programme')
    .values({
      body_id: world.body.id,
      title: document.title,
      introduction: outline.introduction.text,
      source: document.source,
      source_name: document.name,
      format: outline.format,
      imported_by: world.actor.personId,
      imported_at: world.now,
      published_by: null,
      published_at: null,
      abandoned_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const points = pointsOf(outline).map((point, position) => ({ position, ...point }))
  await sql`
    insert into measures.programme_point (body_id, programme_id, position, depth, kind, number, title, body, lines, waiting_because)
    select ${world.body.id}, ${id}, p.position, p.depth, p.kind, p.number, p.title, p.body, p.lines, p."waitingBecause"
    from jsonb_to_recordset(${JSON.stringify(points)}::jsonb)
      as p (position integer, depth integer, kind text, number text, title text, body text, lines integer[], "waitingBecause" text)
    order by p.position`.execute(world.db)
  await record(world, 'programme.imported', { subject: `programme:${id}`, content: { title: document.title, points: points.length } })
  return id
}

/** Programmes under review or published, the newest first. */
export const readProgrammes = (db: Measures, body: number): Promise<ProgrammeLine[]> =>
  db.selectFrom('measures.programme').select(columns).where('body_id', '=', body).orderBy('id', 'desc').limit(50).execute()

export const readProgramme = (db: Measures, body: number, id: string): Promise<ProgrammeLine | undefined> =>
  db.selectFrom('measures.programme').select(columns).where('body_id', '=', body).where('id', '=', id).executeTakeFirst()

/** The programme, held until the end of the transaction so that two agents correct it one after the other. */
export const holdProgramme = (db: Measures, body: number, id: string): Promise<ProgrammeLine | undefined> =>
  db.selectFrom('measures.programme').select(columns).where('body_id', '=', body).where('id', '=', id).forUpdate().executeTakeFirst()

export const readSource = (db: Measures, body: number, id: string) =>
  db
    .selectFrom('measures.programme')
    .select(['source', 'source_name as name', 'format'])
    .where('body_id', '=', body)
    .where('id', '=', id)
    .executeTakeFirst()

/** All points of a programme in order, those waiting and dropped included. */
export const readPoints = (db: Measures, body: number, programme: string): Promise<Point[]> =>
  db
    .selectFrom('measures.programme_point')
    .select([
      'id',
      'depth',
      'kind',
      'number',
      'title',
      'body',
      'lines',
      'waiting_because as waitingBecause',
      'dropped_because as droppedBecause',
    ])
    .where('body_id', '=', body)
    .where('programme_id', '=', programme)
    .orderBy('position')
    .orderBy('id')
    .execute()

/** Writes the corrected points, in their order; those no longer there were merged into another. One statement. */
export const savePoints = async (db: Measures, body: number, programme: string, points: readonly Point[]) => {
  const rows = points.map((point, position) => ({ ...point, position }))
  await sql`
    with p as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (id bigint, position integer, depth integer, kind text,
        number text, title text, body text, lines integer[], "waitingBecause" text, "droppedBecause" text)
    ), gone as (
      delete from measures.programme_point q where q.body_id = ${body} and q.programme_id = ${programme} and not exists (select from p where p.id = q.id)
    )
    update measures.programme_point q set position = p.position, depth = p.depth, kind = p.kind, number = p.number, title = p.title, body = p.body,
      lines = p.lines, waiting_because = p."waitingBecause", dropped_because = p."droppedBecause"
    from p where q.body_id = ${body} and q.programme_id = ${programme} and q.id = p.id
      and (q.position, q.depth, q.kind, q.number, q.title, q.body, q.lines, q.waiting_because, q.dropped_because)
        is distinct from (p.position, p.depth, p.kind, p.number, p.title, p.body, p.lines, p."waitingBecause", p."droppedBecause")`.execute(
    db,
  )
}

/** Puts a programme under review aside; nothing of it is deleted. */
export const abandonProgramme = async (world: Here, id: string) => {
  await world.db
    .updateTable('measures.programme')
    .set({ abandoned_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .execute()
  await record(world, 'programme.abandoned', { subject: `programme:${id}` })
}

export const renameProgramme = (world: Here, id: string, title: string, introduction: string) =>
  world.db
    .updateTable('measures.programme')
    .set({ title, introduction })
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .execute()
