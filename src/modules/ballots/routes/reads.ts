import { type C, townHall } from '#kernel/http'
import { type Ballot, ballotById } from '../queries/ballots.ts'
import type { Tables } from '../schema.ts'

export type Request = C<Tables>

/** The vote asked for, as it stands now; drafts are the town hall's alone. `name` is that of its number in the path. */
export const found = async (c: Request, name: 'ballot' | 'countedBallot' | 'secretBallot' = 'ballot'): Promise<Ballot | null> => {
  const ballot = await ballotById(c.var, c.req.param(name) ?? '0')
  return ballot && (ballot.state !== 'draft' || townHall.allows(c.var.actor)) ? ballot : null
}
