import { sql } from '#kernel/db'
import { likely } from '../rules.ts'
import type { Desk } from '../schema.ts'

export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly postalAddress: string | null
  readonly hasAccount: boolean
  readonly likeness: number
}

/** People this body knows whose name, or address, looks like what was typed; the most alike first. */
export const peopleLike = async (db: Desk, typed: { name: string; address?: string }, least = 0.25): Promise<readonly KnownPerson[]> => {
  const { rows } = await sql<KnownPerson>`
    select id, name, "postalAddress", "hasAccount", likeness from (
      select p.id, p.name, c.postal_address as "postalAddress", exists (select from kernel.account a where a.person_id = p.id) as "hasAccount",
        greatest(word_similarity(lower(unaccent(${typed.name})), lower(unaccent(p.name))), similarity(lower(unaccent(p.name)), lower(unaccent(${typed.name}))),
          case when ${typed.address ?? ''} = '' then 0 else similarity(lower(unaccent(p.name || ' ' || coalesce(c.postal_address, ''))),
            lower(unaccent(${typed.name} || ' ' || ${typed.address ?? ''}))) end) as likeness
      from kernel.person p left join kernel.contact c on c.person_id = p.id
      where p.erased_at is null and p.merged_into is null and kernel.knows(p.id)
    ) found where likeness >= ${least} order by likeness desc, name, id limit 20`.execute(db)
  return rows
}

/** Those who may already be the person about to be added. */
export const duplicatesOf = (db: Desk, typed: { name: string; address: string }) => peopleLike(db, typed, likely)

export const deskPerson = (db: Desk, body: number, person: string, today: string) =>
  db
    .selectFrom('kernel.person as p')
    .leftJoin('kernel.contact as c', 'c.person_id', 'p.id')
    .where('p.id', '=', person)
    .where(sql<boolean>`kernel.knows(p.id)`)
    .select([
      'p.id',
      'p.name',
      'c.email',
      'c.postal_address as postalAddress',
      sql<boolean>`p.erased_at is not null or p.merged_into is not null`.as('gone'),
      sql<boolean>`exists (select from kernel.account a where a.person_id = p.id)`.as('hasAccount'),
      sql<boolean>`desk.holds_office(p.id)`.as('holdsOffice'),
      sql<boolean>`exists (select from kernel.residence r where r.body_id = ${body} and r.person_id = p.id and r.proof <> 'declared'
        and r.since <= ${today} and (r.until is null or r.until >= ${today}))`.as('verified'),
    ])
    .executeTakeFirst()

/** Sets where the person can be written to. Throws a conflict when another person has that address. */
export const giveEmail = (db: Desk, person: string, email: string) =>
  db
    .insertInto('kernel.contact')
    .values({ person_id: person, email, phone: null, postal_address: null, birth_date: null })
    .onConflict(on => on.column('person_id').doUpdateSet({ email }))
    .execute()

/** Who may act for a person, today or later. */
export const guardiansOf = (db: Desk, person: string, today: string) =>
  db
    .selectFrom('kernel.guardianship as g')
    .innerJoin('kernel.person as p', 'p.id', 'g.guardian_id')
    .where('g.ward_id', '=', person)
    .where(eb => eb.or([eb('g.until', 'is', null), eb('g.until', '>=', today)]))
    .select(['g.id', 'g.guardian_id as guardianId', 'p.name', 'g.kind', 'g.since', 'g.until'])
    .orderBy('g.id')
    .limit(20)
    .execute()
