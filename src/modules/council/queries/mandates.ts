import { sql } from '#kernel/db'
import type { CouncilFunction, Here } from '../schema.ts'

export interface Mandate {
  readonly id: string
  readonly personId: string
  /** Empty once the person is erased. */
  readonly name: string
  readonly function: CouncilFunction
  readonly rank: number | null
  readonly portfolio: string
  readonly bloc: string
  readonly since: string
  readonly until: string | null
  readonly record: string
  readonly endReason: string
}

/** Every mandate, those that run first, in the order of the council: the mayor, the deputies by rank, the others by name. */
export const mandatesOf = async ({ db, body, today }: Pick<Here, 'db' | 'body' | 'today'>, limit = 500): Promise<readonly Mandate[]> => {
  const { rows } = await sql<Mandate>`
    select m.id, m.person_id as "personId", case when p.erased_at is null then p.name else '' end as name, m.function, m.rank, m.portfolio,
      m.bloc, m.since, m.until, m.record, m.end_reason as "endReason"
    from council.mandate m join kernel.person p on p.id = m.person_id
    where m.body_id = ${body.id}
    order by (m.since <= ${today}::date and (m.until is null or m.until >= ${today}::date)) desc,
      array_position(array['mayor', 'deputy', 'delegate', 'councillor'], m.function), m.rank nulls last, p.name, m.id
    limit ${limit}`.execute(db)
  return rows
}

export const isRunning = (mandate: Pick<Mandate, 'since' | 'until'>, day: string) =>
  mandate.since <= day && (mandate.until === null || mandate.until >= day)

export interface Known {
  readonly id: string
  readonly name: string
}
/** Elected members of today, for the list of the form. */
export const electedPeople = async ({ db, body, today }: Here): Promise<readonly Known[]> => {
  const { rows } = await sql<Known>`
    select distinct p.id, p.name from kernel.role r join kernel.person p on p.id = r.person_id
    where r.body_id = ${body.id} and r.role = 'elected' and r.since <= ${today}::date and (r.until is null or r.until >= ${today}::date)
      and p.erased_at is null order by p.name, p.id limit 300`.execute(db)
  return rows
}

/** People whom this body knows under that name or that e-mail address; at most a few, since it must be one. */
export const peopleCalled = async ({ db, body }: Here, asked: string): Promise<readonly Known[]> => {
  const { rows } = await sql<Known>`
    select p.id, p.name from kernel.presence b join kernel.person p on p.id = b.person_id
    left join kernel.contact c on c.person_id = p.id
    where b.body_id = ${body.id} and p.erased_at is null and p.merged_into is null
      and (lower(p.name) = lower(${asked}) or lower(c.email) = lower(${asked}))
    order by p.name, p.id limit 5`.execute(db)
  return rows
}
