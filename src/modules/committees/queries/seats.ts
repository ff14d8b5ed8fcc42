import { interested } from '#engines/following'
import {
  type Assembly,
  type College,
  endMandate,
  mandatesOf,
  meetingsWorld,
  prolongMandate,
  seatMember,
  sittingOn,
} from '#engines/meetings'
import { addDays } from '#kernel/clock'
import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import { words } from '../locales/index.ts'
import type { Designation, MandateLine, SeatLine } from '../rules/composition.ts'
import type { Here } from '../schema.ts'
import { type Committee, committeeSubject, committeeUrl } from '../committee.ts'

export interface Seat extends SeatLine {
  readonly removedAt: string | null
}
export interface Mandate extends MandateLine {
  readonly name: string
  readonly record: string
  readonly recordUrl: string
  readonly endReason: string
}

/** The seats of a committee, college by college, in the order they were added; those removed are left out. */
export const seatsOf = ({ db, body }: Here, committee: string): Promise<readonly Seat[]> =>
  db
    .selectFrom('committees.seat')
    .select(['id', 'college', 'label', 'designation', 'removed_at as removedAt'])
    .where('body_id', '=', body.id)
    .where('committee_id', '=', committee)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()

/** Every mandate, past, running and to come. The name of somebody erased is empty. */
export const mandatesIn = ({ db, body }: Here, committee: string): Promise<readonly Mandate[]> =>
  db
    .selectFrom('committees.mandate as m')
    .innerJoin('kernel.person as p', 'p.id', 'm.person_id')
    .select(['m.id', 'm.seat_id as seatId', 'm.person_id as personId', 'p.name', 'm.substitute', 'm.since', 'm.until'])
    .select(['m.record', 'm.record_url as recordUrl', 'm.end_reason as endReason'])
    .where('m.body_id', '=', body.id)
    .where('m.committee_id', '=', committee)
    .orderBy('m.since')
    .orderBy('m.id')
    .execute()

export const addSeats = async (
  world: Here,
  committee: string,
  seat: { college: College; label: string; designation: Designation },
  count: number,
): Promise<void> => {
  const row = {
    ...seat,
    body_id: world.body.id,
    committee_id: committee,
    added_by: world.actor.personId,
    added_at: world.now,
    removed_at: null,
  }
  await world.db
    .insertInto('committees.seat')
    .values(Array.from({ length: count }, () => row))
    .execute()
  await record(world, 'committee.seats-added', { subject: committeeSubject(committee), content: { committee, ...seat, count } })
}

export const removeSeat = async (world: Here, committee: string, seat: string): Promise<void> => {
  await world.db
    .updateTable('committees.seat')
    .set({ removed_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('committee_id', '=', committee)
    .where('id', '=', seat)
    .execute()
  await record(world, 'committee.seat-removed', { subject: committeeSubject(committee), content: { committee, seat } })
}

export interface Given {
  readonly personId: string
  readonly since: string
  readonly until: string | null
  readonly record: string
  readonly recordUrl: string
}

/** Gives a seat to somebody, with how they were designated; they sit in the assembly from that day. A substitute waits. */
export const giveSeat = async (world: Here, committee: Committee, assembly: Assembly, seat: SeatLine, given: Given, substitute = false) => {
  const { id } = await world.db
    .insertInto('committees.mandate')
    .values({
      body_id: world.body.id,
      committee_id: committee.id,
      seat_id: seat.id,
      person_id: given.personId,
      substitute,
      since: given.since,
      until: given.until,
      record: given.record,
      record_url: given.recordUrl,
      added_by: world.actor.personId,
      added_at: world.now,
      ended_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (!substitute)
    await seatMember(meetingsWorld(world), assembly.id, {
      personId: given.personId,
      college: seat.college,
      role: 'member',
      since: given.since,
      until: given.until,
      addedBy: world.actor.personId,
    })
  await interested(world, committeeSubject(committee.id), given.personId, 'member')
  await interested(world, `committee-mandate:${id}`, given.personId, 'member')
  const said = substitute ? 'told.substitute' : 'told.seat'
  const notify = {
    subject: `committee-mandate:${id}`,
    title: committee.name,
    url: committeeUrl(committee.id),
    what: { fr: words('fr')(said, { seat: seat.label }), en: words('en')(said, { seat: seat.label }) },
  }
  await record(world, substitute ? 'committee.substitute-named' : 'committee.seat-given', {
    subject: committeeSubject(committee.id),
    content: { committee: committee.id, seat: seat.id, person: given.personId, since: given.since, until: given.until, notify },
  })
}

/** A mandate ends, its last day included, for a reason that anyone may read. One that had not begun leaves no line. */
export const endSeat = async (world: Here, committee: Committee, assembly: Assembly, mandate: Mandate, lastDay: string, reason: string) => {
  const key = sql`body_id = ${world.body.id} and id = ${mandate.id}`
  await sql`delete from committees.mandate where ${key} and since > ${lastDay}::date`.execute(world.db)
  await sql`update committees.mandate set until = ${lastDay}, end_reason = ${reason}, ended_by = ${world.actor.personId} where ${key}`.execute(
    world.db,
  )
  if (!mandate.substitute) await endMandate(meetingsWorld(world), assembly.id, mandate.personId, lastDay)
  await record(world, 'committee.seat-left', {
    subject: committeeSubject(committee.id),
    content: { committee: committee.id, seat: mandate.seatId, person: mandate.personId, lastDay, reason },
  })
}

/** The same person goes on in the same seat, until another day. */
export const renewSeat = async (
  world: Here,
  committee: Committee,
  assembly: Assembly,
  mandate: Mandate,
  until: string | null,
  how: string,
) => {
  const since = addDays(mandate.until ?? world.today, 1)
  await world.db
    .insertInto('committees.mandate')
    .values({
      body_id: world.body.id,
      committee_id: committee.id,
      seat_id: mandate.seatId,
      person_id: mandate.personId,
      substitute: mandate.substitute,
      since,
      until,
      record: how,
      record_url: '',
      added_by: world.actor.personId,
      added_at: world.now,
      ended_by: null,
    })
    .execute()
  if (!mandate.substitute) await prolongMandate(meetingsWorld(world), assembly.id, mandate.personId, until)
  await record(world, 'committee.seat-renewed', {
    subject: committeeSubject(committee.id),
    content: { committee: committee.id, seat: mandate.seatId, person: mandate.personId, since, until },
  })
}

/** Who chairs, who keeps the minutes: a role of the assembly, kept with the seat's college and end. */
export const giveRole = async (
  world: Here,
  committee: Committee,
  assembly: Assembly,
  person: string,
  role: 'chair' | 'secretary' | 'member',
) => {
  const held = sittingOn(await mandatesOf(meetingsWorld(world), assembly.id), world.today).find(one => one.member === person)
  if (!held) return
  await seatMember(meetingsWorld(world), assembly.id, {
    personId: person,
    college: held.college,
    role,
    until: held.until,
    addedBy: world.actor.personId,
  })
  await record(world, 'committee.role-given', {
    subject: committeeSubject(committee.id),
    content: { committee: committee.id, person, role },
  })
}
