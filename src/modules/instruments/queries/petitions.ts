import { type AnyDb, sql } from '#kernel/db'
import type { Electorate, Petition } from '../petition.ts'

interface Where {
  readonly db: AnyDb
  readonly body: { readonly id: number }
}
const instant = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const columns = sql`p.id, p.kind, p.title, p.text, p.proposed_by as "proposedBy", p.proposed_at as "proposedAt", p.opened_on as "openedOn",
  p.closes_on as "closesOn",
  (select count(*) from instruments.signature s where s.body_id = p.body_id and s.petition_id = p.id)::integer as signatures,
  coalesce((select jsonb_agg(jsonb_build_object('kind', t.kind, 'on', t.happened_on, 'note', t.note, 'url', t.url, 'outcome', t.outcome,
    'signatures', t.signatures, 'valid', t.valid, 'electors', t.electors, 'threshold', t.threshold, 'by', t.by_id,
    'at', ${instant('t.recorded_at')}) order by t.recorded_at, t.kind)
    from instruments.petition_step t where t.body_id = p.body_id and t.petition_id = p.id), '[]') as steps`

export const petitionById = async ({ db, body }: Where, id: string): Promise<Petition | null> => {
  const { rows } = await sql<Petition>`select ${columns} from instruments.petition p where p.body_id = ${body.id} and p.id = ${id}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** The latest first. */
export const petitions = async (
  { db, body }: Where,
  page: { readonly size: number; readonly start: number },
  words = '',
): Promise<readonly Petition[]> => {
  const { rows } = await sql<Petition>`select ${columns} from instruments.petition p where p.body_id = ${body.id}
    ${words ? sql`and p.search @@ websearch_to_tsquery('kernel.french', ${words})` : sql``}
    order by p.opened_on desc, p.id desc limit ${page.size} offset ${page.start}`.execute(db)
  return rows
}

/** The latest figure of the electoral register counted by that day; the last one keyed in corrects the others of its day. */
export const electorateOn = async ({ db, body }: Where, day: string): Promise<Electorate | null> => {
  const { rows } = await sql<Electorate>`select counted_on as on, electors, source from instruments.electorate
    where body_id = ${body.id} and counted_on <= ${day} order by counted_on desc, id desc limit 1`.execute(db)
  return rows[0] ?? null
}
export const electorates = async ({ db, body }: Where): Promise<readonly Electorate[]> => {
  const { rows } = await sql<Electorate>`select counted_on as on, electors, source from instruments.electorate
    where body_id = ${body.id} order by counted_on desc, id desc limit 100`.execute(db)
  return rows
}

/** What this person signed: this very petition, and the one that takes their signature for the period. */
export const signedBy = async (
  { db, body }: Where,
  person: string,
  asked: { readonly petition: string; readonly period: string },
): Promise<{ readonly this: string | null; readonly another: string | null }> => {
  const { rows } = await sql<{ petition: string; at: string }>`select petition_id as petition, signed_at as at from instruments.signature
    where body_id = ${body.id} and person_id = ${person} and (petition_id = ${asked.petition} or period = ${asked.period})`.execute(db)
  return {
    this: rows.find(({ petition }) => petition === asked.petition)?.at ?? null,
    another: rows.find(({ petition }) => petition !== asked.petition)?.petition ?? null,
  }
}

export interface Signatory {
  readonly name: string
  readonly address: string | null
  readonly signedAt: string
  readonly channel: string
}
/** Who signed, for the check against the electoral register: by name. */
export const signatories = async ({ db, body }: Where, petition: string): Promise<readonly Signatory[]> => {
  const { rows } =
    await sql<Signatory>`select n.name, (select r.address from kernel.residence r where r.body_id = s.body_id and r.person_id = s.person_id
      order by r.since desc limit 1) as address, s.signed_at as "signedAt", s.channel
    from instruments.signature s join kernel.person n on n.id = s.person_id
    where s.body_id = ${body.id} and s.petition_id = ${petition} order by n.name, s.person_id limit 20000`.execute(db)
  return rows
}
