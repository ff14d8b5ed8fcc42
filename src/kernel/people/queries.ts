import type { Db } from '#kernel/db'
import type { PeopleTables } from './tables.ts'

type People = Db<PeopleTables>

/** Adds a person whom this body now knows. */
export const addPerson = async (
  db: People,
  body: number,
  person: {
    id?: string
    name: string
    email?: string | null
    postalAddress?: string | null
    birthDate?: string | null
    invented?: boolean
  },
) => {
  const id = person.id ?? crypto.randomUUID()
  await db
    .insertInto('kernel.person')
    .values({ id, name: person.name, invented: person.invented ?? false })
    .execute()
  await db.insertInto('kernel.presence').values({ body_id: body, person_id: id }).execute()
  await db
    .insertInto('kernel.contact')
    .values({
      person_id: id,
      email: person.email ?? null,
      postal_address: person.postalAddress ?? null,
      birth_date: person.birthDate ?? null,
    })
    .execute()
  return id
}

/** Gives a dated role. `since` and `until` are days, both included. */
export const grantRole = (
  db: People,
  body: number,
  grant: {
    personId: string
    role: PeopleTables['kernel.role']['role']
    service?: string | null
    organisationId?: string | null
    title?: string | null
    since: string
    until?: string | null
    grantedBy?: string | null
  },
) =>
  db
    .insertInto('kernel.role')
    .values({
      body_id: body,
      person_id: grant.personId,
      role: grant.role,
      service: grant.service ?? null,
      organisation_id: grant.organisationId ?? null,
      title: grant.title ?? null,
      since: grant.since,
      until: grant.until ?? null,
      granted_by: grant.grantedBy ?? null,
    })
    .execute()

/** Records that someone lives here since a day, and how it is known. */
export const recordResidence = (
  db: People,
  body: number,
  fact: {
    personId: string
    proof: PeopleTables['kernel.residence']['proof']
    since: string
    address?: string | null
    recordedBy?: string | null
  },
) =>
  db
    .insertInto('kernel.residence')
    .values({
      body_id: body,
      person_id: fact.personId,
      proof: fact.proof,
      since: fact.since,
      until: null,
      address: fact.address ?? null,
      recorded_by: fact.recordedBy ?? null,
    })
    .execute()

/** Names to show, by person. Unknown people are absent. */
export const personNames = async (db: People, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('kernel.person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.id, row.name]))
}
