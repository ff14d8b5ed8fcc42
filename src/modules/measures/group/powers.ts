import { mandatesOf, meetingsWorld, sittingOn } from '#engines/meetings'
import { sql } from '#kernel/db'
import { townHall } from '#kernel/http'
import type { Actor } from '#kernel/people'
import type { AnyWorld } from '#kernel/world'
import type { MeasureId } from '../schema.ts'
import { groupAssembly } from './queries/group.ts'

type Piloted = { readonly pilotId: string | null }

/** Does this person hold the pen? */
export const isPilot = (measure: Piloted, personId: string | null): boolean => personId !== null && personId === measure.pilotId

/** Does this person sit in the working group today? Whoever holds the pen always does. */
export const isGroupMember = async (
  world: AnyWorld,
  measure: Piloted & { readonly id: MeasureId },
  personId: string | null,
): Promise<boolean> => {
  if (personId === null) return false
  if (isPilot(measure, personId)) return true
  const assembly = await groupAssembly(world, measure.id)
  if (!assembly) return false
  return sittingOn(await mandatesOf(meetingsWorld(world), assembly.id), world.today).some(seat => seat.member === personId)
}

/** Who answers requests and sets the roles of a group. */
export const runsGroup = (measure: Piloted, actor: Actor): boolean => isPilot(measure, actor.personId) || townHall.allows(actor)

/** The same, for a room that knows the measure by its number only. */
export const sitsInGroupOf = async (world: AnyWorld, measure: MeasureId, personId: string | null): Promise<boolean> => {
  if (personId === null) return false
  const { rows } = await sql<{ pilotId: string | null }>`
    select pilot_id as "pilotId" from measures.measure where body_id = ${world.body.id} and id = ${measure}`.execute(world.db)
  return rows[0] !== undefined && isGroupMember(world, { id: measure, ...rows[0] }, personId)
}
