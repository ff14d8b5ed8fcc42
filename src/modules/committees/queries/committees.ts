import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import { interested } from '#engines/following'
import { assemblyOf, type Assembly, ensureAssembly, meetingsWorld, renameAssembly } from '#engines/meetings'
import type { AnyWorld } from '#kernel/world'
import type { Model } from '../models.ts'
import { type Committee, type CommitteeLine, committeeSubject, committeeUrl, type Founded } from '../committee.ts'
import type { Here } from '../schema.ts'

/** Committees that sit, then those that ended; by name. Those of a service when one is named. */
export const committeesOf = async (
  { db, body, today }: Pick<Here, 'db' | 'body' | 'today'>,
  {
    service = null,
    words = '',
    running = false,
    limit = 200,
  }: { service?: string | null; words?: string; running?: boolean; limit?: number } = {},
): Promise<readonly CommitteeLine[]> => {
  const { rows } = await sql<CommitteeLine>`
    select ${columns},
      (select count(*)::int from committees.seat s where s.body_id = k.body_id and s.committee_id = k.id and s.removed_at is null) as seats,
      (select count(*)::int from committees.seat s where s.body_id = k.body_id and s.committee_id = k.id and s.removed_at is null
        and not exists (select from committees.mandate m where m.body_id = s.body_id and m.seat_id = s.id and not m.substitute
          and (m.until is null or m.until >= ${today}::date))) as vacancies
    from committees.committee k left join committees.dissolution d on d.body_id = k.body_id and d.committee_id = k.id
    where k.body_id = ${body.id}
      ${service === null ? sql`` : sql`and exists (select from committees.committee_service c where c.body_id = k.body_id and c.committee_id = k.id and c.service_id = ${service})`}
      ${running ? sql`and (d.ended_on is null or d.ended_on > ${today}::date)` : sql``}
      ${words === '' ? sql`` : sql`and to_tsvector('kernel.french', k.name || ' ' || k.purpose || ' ' || k.theme) @@ websearch_to_tsquery('kernel.french', ${words})`}
    order by d.ended_on is not null, k.name, k.id limit ${limit}`.execute(db)
  return rows
}

export const committeeById = async ({ db, body }: Pick<Here, 'db' | 'body'>, id: string): Promise<Committee | null> => {
  const { rows } = await sql<Committee>`
    select ${columns} from committees.committee k left join committees.dissolution d on d.body_id = k.body_id and d.committee_id = k.id
    where k.body_id = ${body.id} and k.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** The consultative commission that sits here, if any. */
export const commissionHere = async ({ db, body, today }: Pick<Here, 'db' | 'body' | 'today'>): Promise<Committee | null> => {
  const { rows } = await sql<Committee>`
    select ${columns} from committees.committee k left join committees.dissolution d on d.body_id = k.body_id and d.committee_id = k.id
    where k.body_id = ${body.id} and k.kind = 'ccspl' order by (d.ended_on is not null and d.ended_on <= ${today}::date), k.id desc limit 1`.execute(
    db,
  )
  return rows[0] ?? null
}

const columns = sql`k.id, k.kind, k.name, k.purpose, k.theme, k.act, k.act_on as "actOn", k.act_url as "actUrl", k.model,
  d.ended_on as "endedOn", d.reason as "endReason",
  coalesce((select jsonb_agg(c.service_id::text order by c.service_id) from committees.committee_service c
    where c.body_id = k.body_id and c.committee_id = k.id), '[]') as services`

/** Creates a committee with the act that founds it, the rules of its model and the seats it proposes. @returns its number */
export const foundCommittee = async (world: Here, founded: Founded, model: Model): Promise<string> => {
  const { db, body, now, actor } = world
  const { id } = await db
    .insertInto('committees.committee')
    .values({ body_id: body.id, ...rowOf(founded), model: model.id, created_by: actor.personId, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await attachServices(world, id, founded.services)
  const seats = model.seats.flatMap(({ college, designation, count, fr }) =>
    Array.from({ length: count }, () => ({ college, designation, label: fr })),
  )
  await db
    .insertInto('committees.seat')
    .values(seats.map(seat => ({ body_id: body.id, committee_id: id, ...seat, added_by: actor.personId, added_at: now, removed_at: null })))
    .execute()
  await ensureAssembly(meetingsWorld(world), {
    owner: committeeSubject(id),
    name: founded.name,
    path: committeeUrl(id, '/reunions'),
    charter: model.charter,
  })
  if (actor.personId) await interested(world, committeeSubject(id), actor.personId, 'author')
  await record(world, 'committee.founded', {
    subject: committeeSubject(id),
    content: { committee: id, name: founded.name, act: founded.act, actOn: founded.actOn, services: founded.services },
  })
  return id
}

/** Corrects what is said of a committee; its seats and its rules have their own screens. */
export const correctCommittee = async (world: Here, id: string, founded: Founded): Promise<void> => {
  const { db, body } = world
  await db.updateTable('committees.committee').set(rowOf(founded)).where('body_id', '=', body.id).where('id', '=', id).execute()
  await db.deleteFrom('committees.committee_service').where('body_id', '=', body.id).where('committee_id', '=', id).execute()
  await attachServices(world, id, founded.services)
  await renameAssembly(meetingsWorld(world), committeeSubject(id), founded.name)
  await record(world, 'committee.corrected', { subject: committeeSubject(id), content: { committee: id, name: founded.name } })
}

export const dissolveCommittee = async (world: Here, committee: Committee, endedOn: string, reason: string): Promise<void> => {
  await world.db
    .insertInto('committees.dissolution')
    .values({
      body_id: world.body.id,
      committee_id: committee.id,
      ended_on: endedOn,
      reason,
      by_person: world.actor.personId,
      at: world.now,
    })
    .execute()
  const what = { fr: 'Ce comité prend fin.', en: 'This committee comes to an end.' }
  await record(world, 'committee.dissolved', {
    subject: committeeSubject(committee.id),
    content: {
      committee: committee.id,
      endedOn,
      reason,
      notify: { subject: committeeSubject(committee.id), title: committee.name, url: committeeUrl(committee.id), what },
    },
  })
}

const rowOf = ({ kind, name, purpose, theme, act, actOn, actUrl }: Founded) => ({
  kind,
  name,
  purpose,
  theme,
  act,
  act_on: actOn,
  act_url: actUrl,
})

const attachServices = async ({ db, body }: Here, id: string, services: readonly string[]) => {
  const rows = [...new Set(services)].map(service_id => ({ body_id: body.id, committee_id: id, service_id }))
  if (rows.length > 0) await db.insertInto('committees.committee_service').values(rows).execute()
}

/** The assembly in which a committee meets. */
export const committeeAssembly = (world: AnyWorld, id: string): Promise<Assembly | undefined> =>
  assemblyOf(meetingsWorld(world), committeeSubject(id))
