import { found as foundBallot, type Request } from '../../routes/reads.ts'
import type { Ballot } from '../../queries/ballots.ts'

export type { Request }

/** The secret vote asked for; drafts are the town hall's alone. */
export const found = async (c: Request): Promise<Ballot | null> => {
  const ballot = await foundBallot(c, 'secretBallot')
  return ballot?.isSecret ? ballot : null
}

/** The key of a link, from the address or from what was sent. */
export const keyAsked = (c: Request): string => c.req.query('cle')?.slice(0, 40) ?? ''
