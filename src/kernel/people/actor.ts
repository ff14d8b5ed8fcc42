/** What a person may be, here and today. `resident` is anyone signed in; `verified` has proven to live here. */
export const roles = ['visitor', 'resident', 'verified', 'member', 'helper', 'agent', 'elected', 'officer', 'administrator'] as const
export type Role = (typeof roles)[number]
/** Mixed bodies sit in three colleges. */
export type College = 'users' | 'agents' | 'elected'

/** An act done for someone: who really holds the pen, through which channel, from which paper form. */
export interface OnBehalf {
  readonly keyedBy: string
  readonly keyedByName: string
  readonly channel: 'paper' | 'desk' | 'phone' | 'guardian'
  readonly form: string | null
}

/** Who is asking. On behalf of someone, the actor *is* that person, with that person's roles. */
export interface Actor {
  readonly personId: string | null
  readonly name: string
  readonly roles: ReadonlySet<Role>
  /** Services of the town hall an agent works for. */
  readonly services: readonly string[]
  readonly college: College | null
  readonly onBehalf: OnBehalf | null
}

export const visitor: Actor = { personId: null, name: '', roles: new Set(['visitor']), services: [], college: null, onBehalf: null }

/** The college in which a person acts: elected before agent, agent before user. */
export const collegeOf = (held: ReadonlySet<Role>): College => (held.has('elected') ? 'elected' : held.has('agent') ? 'agents' : 'users')

/** Reads the JSON row of kernel.actor. */
export const actorFrom = (
  row: { personId: string; name: string; roles: readonly string[]; services: readonly string[] },
  onBehalf: OnBehalf | null = null,
): Actor => {
  const held = new Set<Role>(['resident', ...roles.filter(role => row.roles.includes(role))])
  return { personId: row.personId, name: row.name, roles: held, services: row.services, college: collegeOf(held), onBehalf }
}
