import { type Db, sql } from '#kernel/db'
import type { KernelTables } from '#kernel/service'

type Kernel = Db<KernelTables>

export interface RoleRow {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly role: string
  readonly service: string | null
  readonly title: string | null
  readonly organisation: string | null
  readonly since: string
  readonly until: string | null
  readonly grantedBy: string | null
}

/** Every role given in this body, those in force first, then the latest ended. */
export const rolesGiven = async (db: Kernel, body: number, today: string, start = 0): Promise<readonly RoleRow[]> => {
  const { rows } = await sql<RoleRow>`
    select r.id, r.person_id as "personId", p.name, r.role, r.service, r.title, o.name as organisation, r.since, r.until, g.name as "grantedBy"
    from kernel.role r join kernel.person p on p.id = r.person_id left join kernel.person g on g.id = r.granted_by
    left join kernel.organisation o on o.body_id = r.body_id and o.id = r.organisation_id
    where r.body_id = ${body}
    order by (r.until is not null and r.until < ${today}), r.role, p.name, r.id limit 200 offset ${start}`.execute(db)
  return rows
}

export const roleGiven = async (db: Kernel, body: number, id: string) =>
  db.selectFrom('kernel.role').selectAll().where('body_id', '=', body).where('id', '=', id).executeTakeFirst()

export const rolesHeld = (db: Kernel, body: number, person: string) =>
  db
    .selectFrom('kernel.role')
    .select(['role', 'service', 'until'])
    .where('body_id', '=', body)
    .where('person_id', '=', person)
    .limit(200)
    .execute()

/** Administrators in force after that day, but for one row. */
export const otherAdministrators = async (db: Kernel, body: number, but: string, today: string): Promise<number> => {
  const row = await db
    .selectFrom('kernel.role')
    .select(eb => eb.fn.countAll<string>().as('n'))
    .where('body_id', '=', body)
    .where('role', '=', 'administrator')
    .where('id', '<>', but)
    .where('since', '<=', today)
    .where(eb => eb.or([eb('until', 'is', null), eb('until', '>', today)]))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export const endRole = (db: Kernel, body: number, id: string, until: string) =>
  db.updateTable('kernel.role').set({ until }).where('body_id', '=', body).where('id', '=', id).execute()

/** People this body knows, by name, to give a role to. */
export const peopleNamed = async (db: Kernel, name: string): Promise<readonly { id: string; name: string; email: string | null }[]> => {
  const { rows } = await sql<{ id: string; name: string; email: string | null }>`
    select p.id, p.name, c.email from kernel.person p left join kernel.contact c on c.person_id = p.id
    where kernel.knows(p.id) and p.erased_at is null and p.merged_into is null
      and (word_similarity(lower(unaccent(${name})), lower(unaccent(p.name))) >= 0.5 or lower(c.email) = lower(${name}))
    order by word_similarity(lower(unaccent(${name})), lower(unaccent(p.name))) desc, p.name, p.id limit 20`.execute(db)
  return rows
}
