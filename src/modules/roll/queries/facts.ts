import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { College } from '#kernel/people'
import { ageSince, yearsBetween } from '../rules/ages.ts'
import type { Known, Residence } from '../rules/standing.ts'

interface Row {
  readonly birthDate: string | null
  readonly ages: readonly { readonly atLeast: number; readonly seenOn: string }[]
  readonly residence: Residence
  readonly roles: readonly string[]
  readonly isMember: boolean
  readonly isIdentified: boolean
}

/** The dated facts about a person, today, in one query; a date of birth is read by the person and by the town hall only. */
export const factsOf = async (world: AnyWorld, person: string): Promise<Known> => {
  const { body, today } = world
  const { rows } = await sql<Row>`
    select
      (select birth_date from kernel.contact where person_id = ${person}) as "birthDate",
      (select coalesce(jsonb_agg(jsonb_build_object('atLeast', at_least_age, 'seenOn', seen_on)), '[]') from roll.proof
        where body_id = ${body.id} and person_id = ${person} and kind = 'age' and withdrawn_at is null and seen_on <= ${today}::date) as ages,
      coalesce((select case when bool_or(proof <> 'declared') then 'verified' when count(*) > 0 then 'declared' end from kernel.residence
        where body_id = ${body.id} and person_id = ${person} and since <= ${today}::date and (until is null or until >= ${today}::date)), 'none') as residence,
      (select coalesce(jsonb_agg(role), '[]') from kernel.role
        where body_id = ${body.id} and person_id = ${person} and since <= ${today}::date and (until is null or until >= ${today}::date)) as roles,
      exists (select from kernel.role r left join kernel.organisation o on o.body_id = r.body_id and o.id = r.organisation_id
        where r.body_id = ${body.id} and r.person_id = ${person} and r.role = 'member' and coalesce(o.kind, 'association') = 'association'
          and r.since <= ${today}::date and (r.until is null or r.until >= ${today}::date)) as "isMember",
      exists (select from roll.proof where body_id = ${body.id} and person_id = ${person} and kind = 'identity' and withdrawn_at is null)
        or exists (select from kernel.residence where body_id = ${body.id} and person_id = ${person} and proof = 'document-seen') as "isIdentified"`.execute(
    world.db,
  )
  const row = rows[0]!
  const exact = row.birthDate === null ? null : yearsBetween(row.birthDate, today)
  const proven = row.ages.map(one => ageSince(one, today))
  const ages = exact === null ? proven : [exact, ...proven]
  return {
    ageAtLeast: ages.length === 0 ? null : Math.max(...ages),
    isAgeExact: exact !== null,
    residence: row.residence,
    colleges: collegesOf(row.roles),
    isMember: row.isMember,
    isIdentified: row.isIdentified,
  }
}

/** Somebody who neither serves nor sits at the town hall is a user. */
const collegesOf = (roles: readonly string[]): readonly College[] => {
  const held: College[] = []
  if (roles.includes('elected')) held.push('elected')
  if (roles.includes('agent')) held.push('agents')
  return held.length === 0 ? ['users'] : held
}
