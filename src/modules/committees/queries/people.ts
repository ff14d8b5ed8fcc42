import { sql } from '#kernel/db'
import type { Here } from '../schema.ts'

export interface Known {
  readonly id: string
  readonly name: string
  /** Empty for a resident: « Adjoint aux services publics ». */
  readonly title: string
}

/** Elected members and agents in office, for lists of a form; by name. */
export const townHallPeople = async ({ db, body, today }: Here, role: 'elected' | 'agent'): Promise<readonly Known[]> => {
  const { rows } = await sql<Known>`
    select p.id, p.name, coalesce(max(r.title), '') as title from kernel.role r join kernel.person p on p.id = r.person_id
    where r.body_id = ${body.id} and r.role = ${role} and r.since <= ${today}::date and (r.until is null or r.until >= ${today}::date)
      and p.erased_at is null group by p.id, p.name order by p.name, p.id limit 300`.execute(db)
  return rows
}

/** People whom this body knows and who are called so, or who have that e-mail address; at most a few, since it must be one. */
export const peopleCalled = async ({ db, body }: Here, asked: string): Promise<readonly Known[]> => {
  const { rows } = await sql<Known>`
    select p.id, p.name, '' as title from kernel.presence b join kernel.person p on p.id = b.person_id
    left join kernel.contact c on c.person_id = p.id
    where b.body_id = ${body.id} and p.erased_at is null and p.merged_into is null
      and (lower(p.name) = lower(${asked}) or lower(c.email) = lower(${asked}))
    order by p.name, p.id limit 5`.execute(db)
  return rows
}
