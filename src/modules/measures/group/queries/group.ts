import {
  assemblyOf,
  type Assembly,
  ensureAssembly,
  endMandate,
  groupCharter,
  type Mandate,
  mandatesOf,
  meetingsWorld,
  seatMember,
  sittingOn,
} from '#engines/meetings'
import { record } from '#kernel/journal'
import { type College, collegeOf, personNames, type Role } from '#kernel/people'
import type { AnyWorld } from '#kernel/world'
import { sql } from '#kernel/db'
import type { MeasureId } from '../../schema.ts'

type Measure = { readonly id: MeasureId; readonly title: string; readonly pilotId: string | null }
export interface GroupMember extends Mandate {
  readonly name: string
}
/** Who works on a measure, today. */
export interface Group {
  readonly assembly: Assembly
  readonly members: readonly GroupMember[]
}

export const groupOwner = (measure: MeasureId) => `measure:${measure}`
export const groupAssembly = (world: AnyWorld, measure: MeasureId) => assemblyOf(meetingsWorld(world), groupOwner(measure))

/** The group of a measure as it sits today, or undefined when nobody has formed it yet. */
export const readGroup = async (world: AnyWorld, measure: MeasureId): Promise<Group | undefined> => {
  const assembly = await groupAssembly(world, measure)
  if (!assembly) return undefined
  const seats = sittingOn(await mandatesOf(meetingsWorld(world), assembly.id), world.today)
  const names = await personNames(
    meetingsWorld(world).db,
    seats.map(seat => seat.member),
  )
  return { assembly, members: seats.map(seat => ({ ...seat, name: names.get(seat.member) ?? '' })).filter(seat => seat.name !== '') }
}

/** Forms the group of a measure, unless it exists; whoever holds the pen takes the chair. */
export const openGroup = async (world: AnyWorld, measure: Measure): Promise<Assembly> => {
  const known = await groupAssembly(world, measure.id)
  if (known) return known
  const path = `/mesures/${measure.id}/reunions`
  const assembly = await ensureAssembly(meetingsWorld(world), {
    owner: groupOwner(measure.id),
    name: measure.title.slice(0, 200),
    path,
    charter: groupCharter,
  })
  await record(world, 'group.opened', { subject: groupOwner(measure.id), content: { measure: measure.id } })
  if (measure.pilotId) await seatPilot(world, measure.id, measure.pilotId)
  return assembly
}

/** Gives the chair to whoever holds the pen now; the one before stays a member. Nothing to do while there is no group. */
export const seatPilot = async (world: AnyWorld, measure: MeasureId, pilot: string | null): Promise<void> => {
  const assembly = await groupAssembly(world, measure)
  if (!assembly || !pilot) return
  const seats = sittingOn(await mandatesOf(meetingsWorld(world), assembly.id), world.today)
  if (seats.some(seat => seat.member === pilot && seat.role === 'chair')) return
  const college = await collegeHeldBy(world, pilot)
  await seatMember(meetingsWorld(world), assembly.id, { personId: pilot, college, role: 'chair', addedBy: world.actor.personId })
  await record(world, 'group.piloted', { subject: groupOwner(measure), content: { measure, person: pilot } })
}

/** Someone enters the group, or changes role in it. */
export const joinGroup = async (
  world: AnyWorld,
  measure: Measure,
  member: { personId: string; college: College; role?: 'secretary' | 'member' },
): Promise<void> => {
  const assembly = await openGroup(world, measure)
  const role = member.personId === measure.pilotId ? 'chair' : (member.role ?? 'member')
  await seatMember(meetingsWorld(world), assembly.id, {
    personId: member.personId,
    college: member.college,
    role,
    addedBy: world.actor.personId,
  })
  await record(world, 'group.joined', {
    subject: groupOwner(measure.id),
    content: { measure: measure.id, person: member.personId, college: member.college, role },
  })
}

export const leaveGroup = async (world: AnyWorld, measure: MeasureId, person: string): Promise<void> => {
  const assembly = await groupAssembly(world, measure)
  if (!assembly) return
  await endMandate(meetingsWorld(world), assembly.id, person)
  await record(world, 'group.left', { subject: groupOwner(measure), content: { measure, person } })
}

const collegeHeldBy = async (world: AnyWorld, person: string): Promise<College> => {
  const { rows } = await sql<{ role: Role }>`select role from kernel.role where body_id = ${world.body.id} and person_id = ${person}
    and since <= ${world.today}::date and (until is null or until >= ${world.today}::date)`.execute(world.db)
  return collegeOf(new Set(rows.map(row => row.role)))
}
