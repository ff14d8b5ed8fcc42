import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'

export interface ElectedMember {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly locale: string | null
}

/** Who sits today; an address is read only by those who may know it. */
export const electedMembers = async (world: Pick<AnyWorld, 'db' | 'body' | 'today'>): Promise<readonly ElectedMember[]> => {
  const { rows } = await sql<ElectedMember>`
    select p.id, p.name, c.email, c.locale from kernel.person p left join kernel.contact c on c.person_id = p.id
    where p.erased_at is null and p.id in (select r.person_id from kernel.role r where r.body_id = ${world.body.id} and r.role = 'elected'
      and r.since <= ${world.today} and (r.until is null or r.until >= ${world.today}))
    order by p.name, p.id`.execute(world.db)
  return rows
}
