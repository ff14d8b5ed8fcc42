import { addDays } from '#kernel/clock'
import type { Db } from '#kernel/db'
import { type Charter, charterFrom, type College } from '../rules/charter.ts'
import type { Mandate } from '../rules/sitting.ts'
import type { Tables } from '../tables.ts'

/** Where, and in whose name: a request's or a job's world is one. */
export interface Where {
  readonly db: Db<Tables>
  readonly body: { readonly id: number }
  readonly today: string
  readonly now: string
}
export interface Assembly {
  readonly id: string
  readonly owner: string
  readonly name: string
  readonly path: string
  readonly charter: Charter
}

/** The assembly of that owner (`'measure:3'`), or undefined. */
export const assemblyOf = async ({ db, body }: Where, owner: string): Promise<Assembly | undefined> => {
  const row = await db
    .selectFrom('meetings.assembly')
    .select(['id', 'owner', 'name', 'path', 'charter'])
    .where('body_id', '=', body.id)
    .where('owner', '=', owner)
    .executeTakeFirst()
  return row && { ...row, charter: charterFrom(row.charter) }
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

/** The rules change from now on; votes already closed keep their result. */
export const changeCharter = ({ db, body }: Where, assembly: string, charter: Charter) =>
  db
    .updateTable('meetings.assembly')
    .set({ charter: JSON.stringify(charter) })
    .where('body_id', '=', body.id)
    .where('id', '=', assembly)
    .execute()

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

/** The mandate ends at once: its last day was yesterday. One that began today leaves no line. */
export const endMandate = async ({ db, body, today }: Where, assembly: string, person: string): Promise<void> => {
  const running = { body_id: body.id, assembly_id: assembly, person_id: person }
  await db
    .deleteFrom('meetings.member')
    .where(eb => eb.and(running))
    .where('since', '>=', today)
    .execute()
  await db
    .updateTable('meetings.member')
    .set({ until: addDays(today, -1) })
    .where(eb => eb.and(running))
    .where(eb => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .execute()
}

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
