import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import { allowed, refused, type Verdict } from '#kernel/service'
import { type Agreement, conventionsOf, type Convention } from '../queries/conventions.ts'
import { earliestLeave, isSigned, type Terms, versionOn } from '../rules/terms.ts'
import type { Here } from '../schema.ts'
import { pen } from '../where.ts'

export interface NewVersion {
  readonly title: string
  readonly startsOn: string
  readonly endsOn: string
  readonly because: string
  readonly terms: Terms
}

/** Founds an agreement between communes, with the first version of its text: each of them reads it, and signs by its deliberation. @returns its number */
export const foundAgreement = async (world: Here, version: NewVersion): Promise<number> => {
  const others = version.terms.members.map(one => one.body).filter(body => body !== world.body.id)
  const { rows } = await sql<{ id: number }>`select kernel.found_agreement(${version.title}, ${others}::integer[]) as id`.execute(world.db)
  const agreement = rows[0]!.id // a function without a row throws
  await writeVersion(world, agreement, version)
  return agreement
}

/** Writes the next version. The one before stays in force until every member has deliberated on this one. */
export const writeVersion = async (world: Here, agreement: number, version: NewVersion): Promise<string> => {
  for (const { body } of version.terms.members) await sql`select kernel.widen_agreement(${agreement}, ${body})`.execute(world.db)
  const number = ((await conventionsOf(world, agreement))[0]?.number ?? 0) + 1
  const { id } = await world.db
    .insertInto('shared_equipment.convention')
    .values({
      body_id: world.body.id,
      agreement_id: agreement,
      number,
      title: version.title,
      starts_on: version.startsOn,
      ends_on: version.endsOn,
      terms: JSON.stringify(version.terms),
      because: version.because,
      written_by: pen(world),
      written_at: world.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'sharing.version-written', {
    subject: `sharedAgreement:${agreement}`,
    content: { agreement, number, title: version.title, because: version.because },
  })
  return id
}

/** This commune's council decided: its deliberation is recorded. The last one signs the version. */
export const deliberate = async (
  world: Here,
  version: Convention,
  { number, heldOn }: { readonly number: string; readonly heldOn: string },
): Promise<Verdict<'not-member' | 'already' | 'outdated'>> => {
  if (!version.terms.members.some(one => one.body === world.body.id)) return refused('not-member')
  if (version.deliberated.includes(world.body.id)) return refused('already')
  const versions = await conventionsOf(world, version.agreement)
  if (versions.some(one => one.number > version.number)) return refused('outdated')
  await world.db
    .insertInto('shared_equipment.deliberation')
    .values({
      body_id: world.body.id,
      agreement_id: version.agreement,
      convention_id: version.id,
      number,
      held_on: heldOn,
      recorded_by: pen(world),
      recorded_at: world.now,
    })
    .execute()
  const signs = isSigned({ terms: version.terms, deliberated: [...version.deliberated, world.body.id] })
  await record(world, signs ? 'sharing.signed' : 'sharing.deliberated', {
    subject: `sharedAgreement:${version.agreement}`,
    content: { agreement: version.agreement, version: version.number, number, heldOn },
  })
  return allowed
}

/** This commune will leave, at the end of a year and after the notice that was agreed. */
export const leave = async (
  world: Here,
  agreement: Agreement,
  said: { readonly leavesOn: string; readonly number: string; readonly reason: string },
): Promise<Verdict<'too-early' | 'not-member' | 'already'>> => {
  const version = versionOn(agreement.versions, world.today)
  if (!version?.terms.members.some(one => one.body === world.body.id)) return refused('not-member')
  const first = earliestLeave(world.today, version.terms.noticeMonths)
  if (said.leavesOn < first || !said.leavesOn.endsWith('-12-31')) return refused('too-early')
  const made = await world.db
    .insertInto('shared_equipment.departure')
    .values({
      body_id: world.body.id,
      agreement_id: agreement.id,
      leaves_on: said.leavesOn,
      number: said.number,
      reason: said.reason,
      said_by: pen(world),
      said_at: world.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return refused('already')
  await record(world, 'sharing.leaving', { subject: `sharedAgreement:${agreement.id}`, content: { agreement: agreement.id, ...said } })
  return allowed
}
