import { power } from '#kernel/http'

/** One's own account, never somebody else's: while acting for someone, it is closed. */
export const ownAccount = power('own account', actor => actor.personId !== null && actor.onBehalf === null)
