import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { MandateFacts } from '../rules/mandate.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>
export interface Mandate extends MandateFacts {
  readonly id: string
  readonly mandator: string | null
  /** Encrypted name of whoever gave it only on paper. */
  readonly paperName: Buffer | null
  readonly givenAt: string
  readonly days: number
  readonly channel: string
  readonly form: string | null
  readonly receivedBy: string | null
  readonly booking: string | null
}
export interface MandateLine {
  readonly id: string
  readonly kind: 'used' | 'revoked' | 'expired'
  readonly scope: string | null
  readonly at: string
  readonly by: string | null
  readonly channel: string
  readonly done: Buffer | null
}

const mandate = sql`
  m.id, m.mandator_id as mandator, m.paper_name as "paperName", m.given_at as "givenAt", m.first_day as "firstDay", m.last_day as "lastDay", m.days,
  m.channel, m.form, m.received_by as "receivedBy", m.booking_id as booking,
  (select min(l.at) from digital_space.mandate_line l where l.body_id = m.body_id and l.mandate_id = m.id and l.kind = 'expired') as "expiredAt",
  (select jsonb_agg(jsonb_build_object('scope', s.scope, 'revokedAt', (select min(l.at) from digital_space.mandate_line l
      where l.body_id = s.body_id and l.mandate_id = s.mandate_id and l.scope = s.scope and l.kind = 'revoked')) order by s.scope)
    from digital_space.mandate_scope s where s.body_id = m.body_id and s.mandate_id = m.id) as scopes
  from digital_space.mandate m`

export const mandateById = async ({ db, body }: Where, id: string): Promise<Mandate | undefined> => {
  if (!/^\d{1,18}$/.test(id)) return undefined
  const { rows } = await sql<Mandate>`select ${mandate} where m.body_id = ${body.id} and m.id = ${id}`.execute(db)
  return rows[0]
}
/** What somebody lets the space do for them, the latest first. */
export const mandatesOf = async ({ db, body }: Where, person: string): Promise<readonly Mandate[]> => {
  const { rows } = await sql<Mandate>`
    select ${mandate} where m.body_id = ${body.id} and m.mandator_id = ${person} order by m.id desc limit 50`.execute(db)
  return rows
}
/** The mandates that still run, those that end first at the top. */
export const runningMandates = async ({ db, body }: Where, today: string, page: { readonly size: number; readonly start: number }) => {
  const { rows } = await sql<Mandate>`
    select ${mandate} where m.body_id = ${body.id} and m.last_day >= ${today}
    and exists (select from digital_space.mandate_scope s where s.body_id = m.body_id and s.mandate_id = m.id and not exists (
      select from digital_space.mandate_line l where l.body_id = s.body_id and l.mandate_id = s.mandate_id and l.scope = s.scope and l.kind = 'revoked'))
    order by m.last_day, m.id limit ${page.size} offset ${page.start}`.execute(db)
  return rows
}
/** Mandates that are over and whose end is not written yet. */
export const overMandates = async ({ db, body }: Where, today: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select m.id from digital_space.mandate m where m.body_id = ${body.id} and m.last_day < ${today} and not exists (
      select from digital_space.mandate_line l where l.body_id = m.body_id and l.mandate_id = m.id and l.kind = 'expired')
    order by m.id limit 1000`.execute(db)
  return rows.map(({ id }) => id)
}

/** Everything that happened to a mandate, in order. */
export const linesOf = async ({ db, body }: Where, id: string): Promise<readonly MandateLine[]> => {
  const { rows } = await sql<MandateLine>`
    select id, kind, scope, at, by_person as by, channel, done from digital_space.mandate_line
    where body_id = ${body.id} and mandate_id = ${id} order by id limit 1000`.execute(db)
  return rows
}
