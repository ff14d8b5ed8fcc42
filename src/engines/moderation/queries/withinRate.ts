import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { hourOf, paceAllows, type PaceVerdict } from '../rules/pace.ts'
import { moderationSettingsOf } from '../settings.ts'

/**
 * Counts one more act of the actor in this hour, unless the commune's pace is exceeded. `kind` names what is being done
 * (`argument`, `reply`, `support`); `pace` says whether it is a text to read or a simple gesture. People without account share
 * one count, apart from that of people who have one: a machine stops itself, not them.
 */
export const withinRate = async (world: AnyWorld, kind: string, pace: 'writing' | 'gesture' = 'writing'): Promise<PaceVerdict> => {
  const person = world.actor.personId
  const settings = await moderationSettingsOf(world)
  if (person === null)
    return together(world, kind, pace === 'writing' ? settings.writingsPerHourWithoutAccount : settings.gesturesPerHourWithoutAccount)
  const limits = {
    perPerson: pace === 'writing' ? settings.writingsPerHour : settings.gesturesPerHour,
    perBody: pace === 'writing' ? settings.writingsPerHourForAll : settings.gesturesPerHourForAll,
  }
  const hour = hourOf(world.now)
  const { rows } = await sql<{ mine: number; everyones: number }>`
    select coalesce(sum(acts) filter (where person_id = ${person}), 0)::int as mine, coalesce(sum(acts), 0)::int as everyones
    from moderation.pace where body_id = ${world.body.id} and kind = ${kind} and hour = ${hour}`.execute(world.db)
  const verdict = paceAllows(limits, rows[0] ?? { mine: 0, everyones: 0 }, world.now)
  if (!verdict.ok) return verdict
  // The count is checked again where it is written: twenty requests at once do not pass together.
  const done = await sql`
    insert into moderation.pace as p (body_id, kind, hour, person_id, acts) values (${world.body.id}, ${kind}, ${hour}, ${person}, 1)
    on conflict (body_id, kind, hour, person_id) do update set acts = p.acts + 1 where p.acts < ${limits.perPerson}`.execute(world.db)
  return Number(done.numAffectedRows ?? 0) === 1 ? verdict : paceAllows(limits, { mine: limits.perPerson, everyones: 0 }, world.now)
}

/** Counts one more act of somebody who may be anybody, unless `most` were done in this hour, all together. */
export const together = async (world: AnyWorld, kind: string, most: number): Promise<PaceVerdict> => {
  const full = paceAllows({ perPerson: Infinity, perBody: most }, { mine: 0, everyones: most }, world.now)
  if (most === 0) return full
  const done = await sql`
    insert into moderation.pace_without_account as p (body_id, kind, hour, acts) values (${world.body.id}, ${kind}, ${hourOf(world.now)}, 1)
    on conflict (body_id, kind, hour) do update set acts = p.acts + 1 where p.acts < ${most}`.execute(world.db)
  return Number(done.numAffectedRows ?? 0) === 1 ? { ok: true } : full
}
