import { addDays } from '#kernel/clock'
import { charterFrom, type College } from '../rules/charter.ts'
import type { Mandate } from '../rules/sitting.ts'
import { charterOn, charterVersions } from './charters.ts'
import type { Assembly, Where } from './where.ts'

export type { Assembly, Where } from './where.ts'

/** The assembly of that owner (`'measure:3'`), or undefined. */
export const assemblyOf = async ({ db, body, today, now }: Where, owner: string): Promise<Assembly | undefined> => {
  const row = await db
    .selectFrom('meetings.assembly')
    .select(['id', 'owner', 'name', 'path', 'charter'])
    .where('body_id', '=', body.id)
    .where('owner', '=', owner)
    .executeTakeFirst()
  if (!row) return undefined
  const charter = charterOn(await charterVersions({ db, body, today, now }, row.id), today)
  return { ...row, charter: charter ?? charterFrom(row.charter) }
}

/** Makes the assembly of that owner, unless it exists. */
export const ensureAssembly = async (where: Where, made: Omit<Assembly, 'id'>): Promise<Assembly> => {
  await where.db
    .insertInto('meetings.assembly')
    .values({
      body_id: where.body.id,
      owner: made.owner,
      name: made.name,
      path: made.path,
      charter: JSON.stringify(made.charter),
      created_at: where.now,
    })
    .onConflict(conflict => conflict.columns(['body_id', 'owner']).doNothing())
    .execute()
  const assembly = await assemblyOf(where, made.owner)
  if (!assembly) throw new Error(`The assembly of ${made.owner} was not made.`)
  return assembly
}

export const renameAssembly = ({ db, body }: Where, owner: string, name: string) =>
  db.updateTable('meetings.assembly').set({ name }).where('body_id', '=', body.id).where('owner', '=', owner).execute()

/** Every mandate, past and running, in order. */
export const mandatesOf = async ({ db, body }: Where, assembly: string): Promise<readonly Mandate[]> =>
  db
    .selectFrom('meetings.member')
    .select(['person_id as member', 'college', 'role', 'since', 'until'])
    .where('body_id', '=', body.id)
    .where('assembly_id', '=', assembly)
    .orderBy('since')
    .orderBy('id')
    .execute()

/** Gives a seat from today on; a seat already held changes college or role from today, and the past stays as it was. */
export const seatMember = async (
  where: Where,
  assembly: string,
  seat: { personId: string; college: College; role: Mandate['role']; addedBy: string | null; since?: string; until?: string | null },
): Promise<void> => {
  const since = seat.since ?? where.today
  if (seat.role === 'chair') await demoteChair(where, assembly, seat.personId)
  await endMandate(where, assembly, seat.personId)
  await where.db
    .insertInto('meetings.member')
    .values({
      body_id: where.body.id,
      assembly_id: assembly,
      person_id: seat.personId,
      college: seat.college,
      role: seat.role,
      since,
      until: seat.until ?? null,
      added_by: seat.addedBy,
    })
    .execute()
}

/** The mandate ends; its last day, unless said otherwise, was yesterday. One that would begin after leaves no line. */
export const endMandate = async (
  { db, body, today }: Where,
  assembly: string,
  person: string,
  lastDay: string = addDays(today, -1),
): Promise<void> => {
  const running = { body_id: body.id, assembly_id: assembly, person_id: person }
  await db
    .deleteFrom('meetings.member')
    .where(eb => eb.and(running))
    .where('since', '>', lastDay)
    .execute()
  await db
    .updateTable('meetings.member')
    .set({ until: lastDay })
    .where(eb => eb.and(running))
    .where(eb => eb.or([eb('until', 'is', null), eb('until', '>', lastDay)]))
    .execute()
}

/** A mandate goes on after its last day, to another one. */
export const prolongMandate = ({ db, body }: Where, assembly: string, person: string, until: string | null) =>
  db
    .updateTable('meetings.member')
    .set({ until })
    .where('body_id', '=', body.id)
    .where('assembly_id', '=', assembly)
    .where('person_id', '=', person)
    .where('id', '=', eb =>
      eb
        .selectFrom('meetings.member as latest')
        .select('latest.id')
        .where('latest.body_id', '=', body.id)
        .where('latest.assembly_id', '=', assembly)
        .where('latest.person_id', '=', person)
        .orderBy('latest.since', 'desc')
        .limit(1),
    )
    .execute()

const demoteChair = async (where: Where, assembly: string, next: string) => {
  for (const mandate of await mandatesOf(where, assembly)) {
    const running = mandate.since <= where.today && (mandate.until === null || mandate.until >= where.today)
    if (mandate.role === 'chair' && running && mandate.member !== next)
      await seatMember(where, assembly, {
        personId: mandate.member,
        college: mandate.college,
        role: 'member',
        until: mandate.until,
        addedBy: null,
      })
  }
}
