import { type AnyDb, sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import type { ServiceForm } from './forms.ts'
import type { Exception } from './rules/readExceptions.ts'
import type { Slot } from './rules/readHours.ts'
import type { RunBy } from './rules/runners.ts'
import type { Catalogue, Here, ServiceId } from './schema.ts'

export interface ServiceLine {
  readonly id: ServiceId
  readonly name: string
  readonly purpose: string
  readonly runBy: RunBy
  readonly runByName: string
  readonly face: string
  readonly place: string
  /** The body that writes the page. */
  readonly heldBy: string
  /** The other bodies that run it under an agreement, as seen from this one. */
  readonly sharedWith: readonly string[]
  readonly openings: readonly (Slot & { readonly weekday: number })[]
  readonly exceptions: readonly Exception[]
}
export interface ServiceDetail extends ServiceLine {
  /** False when another body of the agreement writes the page. */
  readonly isOwn: boolean
  readonly agreement: number | null
  readonly audience: string
  readonly address: string
  readonly access: string
  readonly phone: string
  readonly email: string
  readonly website: string
  readonly hoursNote: string
  readonly question: string
  readonly edition: number
  readonly archivedAt: string | null
  readonly archivedBecause: string | null
  readonly changedAt: string
  readonly measures: readonly string[]
}
export interface Edition {
  readonly number: number
  readonly at: string
  readonly author: string | null
  readonly reason: string
  readonly content: Readonly<Record<string, unknown>>
}

const hours = sql`
  coalesce((select jsonb_agg(jsonb_build_object('weekday', o.weekday, 'opens', to_char(o.opens, 'HH24:MI'), 'closes', to_char(o.closes, 'HH24:MI')) order by o.weekday, o.opens)
    from catalogue.opening o where o.body_id = s.body_id and o.service_id = s.id), '[]') as openings,
  coalesce((select jsonb_agg(jsonb_build_object('firstDay', e.first_day, 'lastDay', e.last_day, 'hours', e.hours, 'reason', e.reason) order by e.first_day)
    from catalogue.exception e where e.body_id = s.body_id and e.service_id = s.id), '[]') as exceptions`

/** Its own services, and those that other bodies share with it. */
const known = (body: number) => sql`(s.body_id = ${body} or s.agreement_id in (select kernel.current_agreements()))`
const holders = (body: number) => sql`
  (select b.name from kernel.body b where b.id = s.body_id) as "heldBy",
  coalesce((select jsonb_agg(b.name order by b.name) from kernel.body b where s.agreement_id is not null and b.id <> ${body}
    and (b.id = s.body_id or exists (select from kernel.agreement_body p where p.agreement_id = s.agreement_id and p.body_id = b.id
      and p.since <= current_date and (p.until is null or p.until >= current_date)))), '[]') as "sharedWith"`

/** Services that are not archived, by name, or by relevance when words are looked for; at most 500. One statement. */
export const readServices = async (db: AnyDb, body: number, words = '', limit = 500): Promise<readonly ServiceLine[]> => {
  const text = sql`s.name || ' ' || s.purpose || ' ' || s.audience || ' ' || s.place`
  const { rows } = await sql<ServiceLine>`
    select s.id, s.name, s.purpose, s.run_by as "runBy", s.run_by_name as "runByName", s.face, s.place, ${holders(body)}, ${hours}
    from catalogue.service s
    where ${known(body)} and s.archived_at is null
      ${words === '' ? sql`` : sql`and (to_tsvector('kernel.french', ${text}) @@ websearch_to_tsquery('kernel.french', ${words}) or word_similarity(${words}, s.name) > 0.5)`}
    order by ${words === '' ? sql`` : sql`word_similarity(${words}, s.name) desc,`} s.name, s.id limit ${limit}`.execute(db)
  return rows
}

export const readService = async (db: Catalogue, body: number, id: ServiceId): Promise<ServiceDetail | null> => {
  const { rows } = await sql<ServiceDetail>`
    select s.id, s.body_id = ${body} as "isOwn", s.agreement_id as agreement, s.name, s.purpose, s.audience, s.run_by as "runBy", s.run_by_name as "runByName", s.face, s.place, s.address, s.access, s.phone, s.email, s.website,
      s.hours_note as "hoursNote", s.question, s.edition, s.archived_at as "archivedAt", s.changed_at as "changedAt",
      (select a.reason from catalogue.archival a where a.body_id = s.body_id and a.service_id = s.id and s.archived_at is not null order by a.id desc limit 1) as "archivedBecause",
      coalesce((select jsonb_agg(m.measure_id::text order by m.measure_id) from catalogue.service_measure m where m.body_id = s.body_id and m.service_id = s.id), '[]') as measures,
      ${holders(body)}, ${hours}
    from catalogue.service s where ${known(body)} and s.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** The name of a service of this body, or of one shared with it; null when there is none, or the id is none. */
export const serviceNamed = async ({ db, body }: Pick<AnyWorld, 'db' | 'body'>, id: string): Promise<string | null> => {
  if (!/^\d{1,18}$/.test(id)) return null
  const { rows } = await sql<{ name: string }>`select s.name from catalogue.service s where ${known(body.id)} and s.id = ${id}`.execute(db)
  return rows[0]?.name ?? null
}

/** The names of those services that are of this body, or shared with it, in one reading. */
export const servicesNamed = async (
  { db, body }: Pick<AnyWorld, 'db' | 'body'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return new Map()
  const { rows } = await sql<{
    id: string
    name: string
  }>`select s.id, s.name from catalogue.service s where ${known(body.id)} and s.id = any(${asked}::bigint[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What the page said before, the latest first; at most fifty. */
export const readEditions = async (db: Catalogue, body: number, id: ServiceId): Promise<readonly Edition[]> => {
  const { rows } = await sql<Edition>`
    select e.number, e.made_at as at, e.reason, e.content, (select p.name from kernel.person p where p.id = e.author_id) as author
    from catalogue.edition e join catalogue.service s on s.body_id = e.body_id and s.id = e.service_id
    where ${known(body)} and e.service_id = ${id} order by e.number desc limit 50`.execute(db)
  return rows
}

/** Agreements that the body takes part in today, each with the other participants. */
export const agreementsOf = async (db: Catalogue, body: number): Promise<readonly Agreement[]> => {
  const { rows } = await sql<Agreement>`
    select a.id, a.title, coalesce((select jsonb_agg(distinct b.name) from kernel.agreement_body p join kernel.body b on b.id = p.body_id
      where p.agreement_id = a.id and p.body_id <> ${body} and p.since <= current_date and (p.until is null or p.until >= current_date)), '[]') as others
    from kernel.agreement a where a.id in (select kernel.current_agreements()) order by a.title, a.id`.execute(db)
  return rows
}
export interface Agreement {
  readonly id: number
  readonly title: string
  readonly others: readonly string[]
}

/** Services about which a measure is. */
export const servicesOfMeasure = (db: Catalogue, body: number, measure: string) =>
  db
    .selectFrom('catalogue.service_measure as m')
    .innerJoin('catalogue.service as s', join => join.onRef('s.body_id', '=', 'm.body_id').onRef('s.id', '=', 'm.service_id'))
    .select(['s.id', 's.name'])
    .where('m.body_id', '=', body)
    .where('m.measure_id', '=', measure)
    .where('s.archived_at', 'is', null)
    .orderBy('s.name')
    .orderBy('s.id')
    .execute()

/** For each measure that is about a service, the first of its services by name. */
export const firstServices = async (db: Catalogue, body: number, measures: readonly string[]) => {
  if (measures.length === 0) return new Map<string, { id: string; name: string }>()
  const { rows } = await sql<{ measure: string; id: string; name: string }>`
    select distinct on (m.measure_id) m.measure_id as measure, s.id, s.name
    from catalogue.service_measure m join catalogue.service s on s.body_id = m.body_id and s.id = m.service_id
    where m.body_id = ${body} and m.measure_id = any(${measures}::bigint[]) and s.archived_at is null
    order by m.measure_id, s.name, s.id`.execute(db)
  return new Map(rows.map(({ measure, id, name }) => [measure, { id, name }]))
}

/** The measures that a service is bound to, by their numbers. */
export const measuresOfService = async ({ db, body }: Pick<AnyWorld, 'db' | 'body'>, service: ServiceId): Promise<readonly string[]> => {
  const { rows } = await sql<{ measure: string }>`
    select m.measure_id::text as measure from catalogue.service_measure m join catalogue.service s on s.body_id = m.body_id and s.id = m.service_id
    where ${known(body.id)} and s.id = ${service} order by m.measure_id`.execute(db)
  return rows.map(({ measure }) => measure)
}

export interface Saved extends Omit<ServiceForm, 'exceptions'> {
  readonly openings: readonly (Slot & { readonly weekday: number })[]
  readonly exceptions: readonly Exception[]
}

/** Adds a service, or changes it; an edition keeps what the page says from now on. @returns its number */
export const saveService = async (world: Here, id: ServiceId | null, saved: Saved): Promise<ServiceId> => {
  const { db, body, now, actor } = world
  const row = {
    agreement_id: saved.agreement,
    name: saved.name,
    purpose: saved.purpose,
    audience: saved.audience,
    run_by: saved.runBy,
    run_by_name: saved.runByName,
    place: saved.place,
    address: saved.address,
    access: saved.access,
    phone: saved.phone,
    email: saved.email,
    website: saved.website,
    hours_note: saved.hoursNote,
    question: saved.question,
    face: saved.face,
    changed_at: now,
  }
  const service =
    id === null
      ? await db
          .insertInto('catalogue.service')
          .values({ body_id: body.id, archived_at: null, ...row })
          .returning(['id', 'edition'])
          .executeTakeFirstOrThrow()
      : await db
          .updateTable('catalogue.service')
          .set(old => ({ ...row, edition: old('edition', '+', 1) }))
          .where('body_id', '=', body.id)
          .where('id', '=', id)
          .returning(['id', 'edition'])
          .executeTakeFirstOrThrow()
  const key = { body_id: body.id, service_id: service.id }
  for (const table of ['catalogue.opening', 'catalogue.exception', 'catalogue.service_measure'] as const) {
    await db.deleteFrom(table).where('body_id', '=', body.id).where('service_id', '=', service.id).execute()
  }
  if (saved.openings.length > 0)
    await db
      .insertInto('catalogue.opening')
      .values(saved.openings.map(slot => ({ ...key, ...slot })))
      .execute()
  if (saved.exceptions.length > 0) {
    await db
      .insertInto('catalogue.exception')
      .values(
        saved.exceptions.map(one => ({ ...key, first_day: one.firstDay, last_day: one.lastDay, hours: one.hours, reason: one.reason })),
      )
      .execute()
  }
  const measures = [...new Set(saved.measure)]
  if (measures.length > 0)
    await db
      .insertInto('catalogue.service_measure')
      .values(measures.map(measure_id => ({ ...key, measure_id })))
      .execute()
  const { reason, ...content } = saved
  await db
    .insertInto('catalogue.edition')
    .values({ ...key, number: service.edition, content: JSON.stringify(content), reason, author_id: actor.personId, made_at: now })
    .execute()
  await record(world, id === null ? 'service.added' : 'service.changed', {
    subject: `service:${service.id}`,
    content: { service: service.id, name: saved.name, edition: service.edition, agreement: saved.agreement, reason },
  })
  return service.id
}

/** Archives a service, or opens it again, with its reason; its page stays readable. */
export const changeArchival = async (world: Here, id: ServiceId, kind: 'archived' | 'restored', reason: string) => {
  const { db, body, now, actor } = world
  await db
    .insertInto('catalogue.archival')
    .values({ body_id: body.id, service_id: id, kind, reason, author_id: actor.personId, made_at: now })
    .execute()
  await db
    .updateTable('catalogue.service')
    .set({ archived_at: kind === 'archived' ? now : null, changed_at: now })
    .where('body_id', '=', body.id)
    .where('id', '=', id)
    .execute()
  await record(world, `service.${kind}`, { subject: `service:${id}`, content: { service: id, reason } })
}
