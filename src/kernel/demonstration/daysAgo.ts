import { type Actor, actorFrom } from '#kernel/people'
import { addDays } from '#kernel/rules'
import type { CastMember } from './cast.ts'

/** The same commune some days ago, in the hands of someone of the cast; the time is that of Greenwich. */
export const daysAgo = <Here extends { readonly today: string; readonly now: string; readonly actor: Actor }>(
  here: Here,
  days: number,
  { id, name, role, verified }: CastMember,
  time = '09:30',
): Here => {
  const today = addDays(here.today, -days)
  const actor = actorFrom({ personId: id, name, roles: [...(role ? [role] : []), ...(verified ? ['verified'] : [])], services: [] })
  return { ...here, today, now: `${today}T${time}:00.000Z`, actor }
}
