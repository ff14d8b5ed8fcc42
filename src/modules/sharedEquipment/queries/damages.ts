import { sql } from '#kernel/db'
import type { Here } from '../schema.ts'

export interface Ruling {
  readonly outcome: 'kept' | 'changed' | 'dropped'
  readonly cents: number | null
  readonly reason: string
  readonly decidedBy: string
  readonly at: string
}
export interface Contest {
  readonly id: string
  /** The commune that contests. */
  readonly body: number
  readonly agreement: number
  readonly damage: string | null
  readonly statement: string | null
  readonly line: string
  readonly reason: string
  readonly at: string
  readonly ruling: Ruling | null
}
export interface Damage {
  readonly id: string
  /** The commune that keeps the thing. */
  readonly body: number
  readonly member: number
  readonly agreement: number
  readonly booking: string
  readonly resource: string
  readonly year: number
  readonly cents: number
  readonly reason: string
  readonly file: string | null
  readonly at: string
  readonly contest: Contest | null
}

const contest = sql`select c.id::text as id, c.body_id as body, c.agreement_id as agreement, c.damage_id::text as damage,
  c.statement_id::text as statement, c.line, c.reason, c.contested_at as at,
  case when r.id is null then null else jsonb_build_object('outcome', r.outcome, 'cents', r.cents, 'reason', r.reason,
    'decidedBy', r.decided_by, 'at', r.ruled_at) end as ruling
  from shared_equipment.contest c left join shared_equipment.ruling r on r.contest_id = c.id`

export const contestById = async ({ db }: Pick<Here, 'db'>, id: string): Promise<Contest | undefined> => {
  const { rows } = await sql<Contest>`${contest} where c.id = ${id}::bigint`.execute(db)
  return rows[0]
}
/** What was contested in the statements of a year, the first first. */
export const contestsOfStatements = async ({ db }: Pick<Here, 'db'>, ids: readonly string[]): Promise<readonly Contest[]> => {
  const { rows } = await sql<Contest>`${contest} where c.statement_id = any(${[...ids]}::bigint[]) order by c.id limit 200`.execute(db)
  return rows
}

interface Which {
  readonly booking?: string
  readonly id?: string
  readonly agreement?: number
  readonly year?: number
}
/** Damages charged: those of a loan, of a year, or one. */
export const damagesOf = async ({ db }: Pick<Here, 'db'>, which: Which): Promise<readonly Damage[]> => {
  const { rows } = await sql<Omit<Damage, 'contest'>>`
    select d.id::text as id, d.body_id as body, d.member_body as member, d.agreement_id as agreement, d.booking_id::text as booking,
      d.resource_id::text as resource, d.year, d.cents, d.reason, d.file_id::text as file, d.noted_at as at
    from shared_equipment.damage d where (${which.booking ?? null}::bigint is null or d.booking_id = ${which.booking ?? null}::bigint)
      and (${which.id ?? null}::bigint is null or d.id = ${which.id ?? null}::bigint)
      and (${which.agreement ?? null}::integer is null or d.agreement_id = ${which.agreement ?? null}::integer)
      and (${which.year ?? null}::integer is null or d.year = ${which.year ?? null}::integer)
    order by d.id limit 500`.execute(db)
  if (rows.length === 0) return []
  const { rows: contests } = await sql<Contest>`${contest} where c.damage_id = any(${rows.map(one => one.id)}::bigint[])`.execute(db)
  return rows.map(row => ({ ...row, contest: contests.find(one => one.damage === row.id) ?? null }))
}
/** What is owed for it: as charged until somebody settles it otherwise. */
export const owedFor = ({ cents, contest: contested }: Pick<Damage, 'cents' | 'contest'>): number => {
  const ruling = contested?.ruling
  return !ruling || ruling.outcome === 'kept' ? cents : ruling.outcome === 'dropped' ? 0 : (ruling.cents ?? cents)
}
