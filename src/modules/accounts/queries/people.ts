import { sql } from '#kernel/db'
import type { Accounts } from '../schema.ts'

/** What the account page shows of a person, in this body. */
export const accountOf = (db: Accounts, person: string) =>
  db
    .selectFrom('kernel.person as p')
    .leftJoin('kernel.contact as c', 'c.person_id', 'p.id')
    .where('p.id', '=', person)
    .select(['p.name', 'c.email', 'c.phone', 'c.postal_address as postalAddress', 'c.birth_date as birthDate', 'c.locale'])
    .executeTakeFirstOrThrow()

/** Dated proofs of residence here, the newest first. */
export const residencesOf = (db: Accounts, body: number, person: string) =>
  db
    .selectFrom('kernel.residence as r')
    .where('r.body_id', '=', body)
    .where('r.person_id', '=', person)
    .select(['r.id', 'r.proof', 'r.since', 'r.until', 'r.address'])
    .orderBy('r.id', 'desc')
    .limit(50)
    .execute()

/** Roles held here, past and present. */
export const rolesOf = (db: Accounts, body: number, person: string) =>
  db
    .selectFrom('kernel.role as r')
    .leftJoin('kernel.organisation as o', join => join.onRef('o.body_id', '=', 'r.body_id').onRef('o.id', '=', 'r.organisation_id'))
    .where('r.body_id', '=', body)
    .where('r.person_id', '=', person)
    .select(['r.id', 'r.role', 'r.service', 'r.title', 'r.since', 'r.until', 'o.name as organisation'])
    .orderBy('r.since', 'desc')
    .orderBy('r.id', 'desc')
    .limit(100)
    .execute()

export const renamePerson = (db: Accounts, person: string, name: string) =>
  db.updateTable('kernel.person').set({ name }).where('id', '=', person).execute()

/** Sets the address a person is written to. Throws a conflict when another person has it. */
export const setEmail = (db: Accounts, person: string, email: string) =>
  db
    .insertInto('kernel.contact')
    .values({ person_id: person, email, phone: null, postal_address: null, birth_date: null })
    .onConflict(on => on.column('person_id').doUpdateSet({ email }))
    .execute()

export const setLocale = (db: Accounts, person: string, locale: string) =>
  db.updateTable('kernel.contact').set({ locale }).where('person_id', '=', person).execute()

/** For whom a person may act today, and until when. */
export const wardsOf = (db: Accounts, body: number, person: string, today: string) =>
  db
    .selectFrom('kernel.guardianship as g')
    .innerJoin('kernel.person as p', 'p.id', 'g.ward_id')
    .where('g.guardian_id', '=', person)
    .where('g.since', '<=', today)
    .where(eb => eb.or([eb('g.until', 'is', null), eb('g.until', '>=', today)]))
    .where('p.erased_at', 'is', null)
    .select([
      'g.id',
      'p.id as wardId',
      'p.name',
      'g.kind',
      'g.since',
      'g.until',
      sql<boolean>`exists (select from accounts.consent c where c.body_id = ${body} and c.ward_id = p.id and c.guardian_id = g.guardian_id and c.withdrawn_at is null)`.as(
        'consented',
      ),
    ])
    .orderBy('p.name')
    .orderBy('g.id')
    .limit(50)
    .execute()

/** Requests to join an organisation: one's own, or all those that await an answer. */
export const membershipRequests = (db: Accounts, body: number, whose: { person: string } | 'waiting') => {
  const all = db
    .selectFrom('accounts.membership_request as m')
    .innerJoin('kernel.person as p', 'p.id', 'm.person_id')
    .where('m.body_id', '=', body)
    .select([
      'm.id',
      'm.person_id as personId',
      'p.name as person',
      'm.organisation_name as organisation',
      'm.kind',
      'm.title',
      'm.asked_at as askedAt',
      'm.accepted',
      'm.answered_at as answeredAt',
    ])
  return (whose === 'waiting' ? all.where('m.answered_at', 'is', null) : all.where('m.person_id', '=', whose.person))
    .orderBy('m.id', 'desc')
    .limit(100)
    .execute()
}

/** The organisation of that name, made when it is new. */
export const organisationNamed = async (db: Accounts, body: number, name: string, kind: 'association' | 'company' | 'public' | 'other') => {
  const known = await db
    .selectFrom('kernel.organisation')
    .select('id')
    .where('body_id', '=', body)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .orderBy('id')
    .executeTakeFirst()
  if (known) return known.id
  const made = await db.insertInto('kernel.organisation').values({ body_id: body, name, kind }).returning('id').executeTakeFirstOrThrow()
  return made.id
}
