import { type CastName, member } from '#kernel/demonstration'
import { type Actor, actorFrom } from '#kernel/people'

/** One of the invented people as an actor, without asking the database. */
export const actorNamed = (name: CastName): Actor => {
  const { id, name: fullName, role, verified, service } = member(name)
  return actorFrom({
    personId: id,
    name: fullName,
    roles: [...(role ? [role] : []), ...(verified ? ['verified'] : [])],
    services: service ? [service] : [],
  })
}
