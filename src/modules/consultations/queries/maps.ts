import { type AnyDb, sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { MapContent } from '../results/content.ts'
import type { ConsultationId } from '../schema.ts'

/** Keeps the provisional map of a consultation in the place of the one before. */
export const keepLiveMap = (
  world: AnyWorld,
  consultation: ConsultationId,
  { content, priorities }: { content: MapContent; priorities: Readonly<Record<string, number>> },
) =>
  sql`insert into consultations.live_map (body_id, consultation_id, computed_at, content, priorities)
    values (${world.body.id}, ${consultation}, ${world.now}, ${JSON.stringify(content)}::jsonb, ${JSON.stringify(priorities)}::jsonb)
    on conflict (body_id, consultation_id) do update set computed_at = excluded.computed_at, content = excluded.content, priorities = excluded.priorities`.execute(
    world.db,
  )

/** The provisional map, or null before the first one. */
export const liveMap = async (db: AnyDb, body: number, consultation: ConsultationId): Promise<MapContent | null> => {
  const { rows } = await sql<{ content: unknown }>`
    select content from consultations.live_map where body_id = ${body} and consultation_id = ${consultation}`.execute(db)
  const read = rows[0] && MapContent.safeParse(rows[0].content)
  return read?.success ? read.data : null
}

/**
 * Consultations whose map no longer shows the votes. A vote may be dated some seconds before the map that it arrived too
 * late for: two minutes are looked at again.
 */
export const staleMaps = async (db: AnyDb, body: number): Promise<readonly ConsultationId[]> => {
  const { rows } = await sql<{ id: string }>`
    select k.id from consultations.consultation k
    left join consultations.live_map m on m.body_id = k.body_id and m.consultation_id = k.id
    where k.body_id = ${body} and k.state <> 'draft' and (m.computed_at is null
      or exists (select from consultations.vote v where v.body_id = k.body_id and v.consultation_id = k.id and v.voted_at > m.computed_at - interval '2 minutes')
      or exists (select from consultations.statement s where s.body_id = k.body_id and s.consultation_id = k.id and s.changed_at > m.computed_at - interval '2 minutes'))
    order by k.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Whether at least so many people voted since that instant; or a statement came or went; or nobody votes any more. */
export const mayBeTold = async (world: AnyWorld, consultation: ConsultationId, since: string, least: number): Promise<boolean> => {
  const here = sql`body_id = ${world.body.id} and consultation_id = ${consultation}`
  const { rows } = await sql<{ told: boolean }>`
    select exists (select from consultations.consultation where body_id = ${world.body.id} and id = ${consultation} and state <> 'open')
      or exists (select from consultations.statement where ${here} and changed_at >= ${since}::timestamptz)
      or (select count(*) from (select distinct participant_id from consultations.vote where ${here} and voted_at > ${since}::timestamptz limit ${least}) v) >= ${least}
      as told`.execute(world.db)
  return rows[0]?.told ?? false
}

export interface Publication {
  readonly id: string
  readonly consultation: ConsultationId
  readonly number: number
  readonly at: string
  readonly author: string | null
  readonly reason: string
  readonly content: MapContent
  readonly hasBundle: boolean
}
const columns = sql`p.id, p.consultation_id as consultation, p.number, p.published_at as at, p.reason, p.content, p.bundle is not null as "hasBundle",
  (select name from kernel.person where id = p.published_by) as author`

/** The latest published result, or that of a number. */
export const publicationOf = async (db: AnyDb, body: number, consultation: ConsultationId): Promise<Publication | null> => {
  const { rows } = await sql<Publication>`
    select ${columns} from consultations.publication p where p.body_id = ${body} and p.consultation_id = ${consultation} order by p.number desc limit 1`.execute(
    db,
  )
  return read(rows[0])
}

export const publicationById = async (db: AnyDb, body: number, id: string): Promise<Publication | null> => {
  const { rows } =
    await sql<Publication>`select ${columns} from consultations.publication p where p.body_id = ${body} and p.id = ${id}`.execute(db)
  return read(rows[0])
}

const read = (row: Publication | undefined): Publication | null => {
  const content = row && MapContent.safeParse(row.content)
  return row && content?.success ? { ...row, content: content.data } : null
}

/** The replay bundle of a publication, a zip. */
export const bundleOf = async (db: AnyDb, body: number, id: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  const { rows } = await sql<{
    bundle: Buffer | null
  }>`select bundle from consultations.publication where body_id = ${body} and id = ${id}`.execute(db)
  return rows[0]?.bundle ? new Uint8Array(rows[0].bundle) : null
}

/** Writes a publication. @returns its identity */
export const addPublication = async (
  world: AnyWorld,
  consultation: ConsultationId,
  { content, bundle, reason }: { content: MapContent; bundle: Uint8Array | null; reason: string },
): Promise<{ id: string; number: number }> => {
  const { rows } = await sql<{ id: string; number: number }>`
    insert into consultations.publication (body_id, consultation_id, number, published_at, published_by, reason, content, bundle)
    values (${world.body.id}, ${consultation}, (select coalesce(max(number), 0) + 1 from consultations.publication where body_id = ${world.body.id} and consultation_id = ${consultation}),
      ${world.now}, ${world.actor.personId}, ${reason}, ${JSON.stringify(content)}::jsonb, ${bundle && Buffer.from(bundle)}) returning id, number`.execute(
    world.db,
  )
  return rows[0]!
}
