import type { Actor, Role } from '#kernel/people'

/** Who may use a route. `allows` looks at the actor alone; what depends on the object is refused by the handler. */
export interface Power {
  readonly id: string
  readonly allows: (actor: Actor) => boolean
}
export const power = (id: string, allows: (actor: Actor) => boolean): Power => ({ id, allows })

const holds = (id: string, ...roles: readonly Role[]) => power(id, actor => roles.some(role => actor.roles.has(role)))

export const anyone = power('anyone', () => true)
/** Any signed-in person, or a person for whom an agent is keying in. */
export const resident = holds('resident', 'resident')
export const verifiedResident = holds('verified resident', 'verified')
export const helper = holds('helper', 'helper')
export const agent = holds('agent', 'agent')
export const elected = holds('elected', 'elected')
export const officer = holds('data-protection officer', 'officer')
export const administrator = holds('administrator', 'administrator')
/** Agents, elected members and administrators. */
export const townHall = holds('town hall', 'agent', 'elected', 'administrator')
/** Who may key in for others. */
export const deskHand = holds('desk', 'agent', 'helper')
/** One power or another. */
export const either = (...powers: readonly Power[]): Power =>
  power(powers.map(one => one.id).join(' or '), actor => powers.some(one => one.allows(actor)))
