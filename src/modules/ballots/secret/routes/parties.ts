import { type Ballot, ballotById } from '../../queries/ballots.ts'
import { keyDigest } from '../links.ts'
import { type Guards, guardsOf, type Trustee } from '../queries/guards.ts'
import type { Request } from './reads.ts'

interface Asked {
  readonly ballot: Ballot
  readonly guards: Guards
}
export interface AskedByAuthority extends Asked {
  /** The key of the link, to be sent back with what the page sends. */
  readonly key: string
}
export interface AskedByTrustee extends AskedByAuthority {
  readonly trustee: Trustee
}

const secretVote = async (c: Request): Promise<Asked | null> => {
  const ballot = await ballotById(c.var, c.req.param('secretBallot')!)
  const guards = ballot?.isSecret ? await guardsOf(c.var, ballot.id) : null
  return ballot && guards ? { ballot, guards } : null
}

/** The vote of an authority's link; null with another key. */
export const authority = async (c: Request, key: string): Promise<AskedByAuthority | null> => {
  const asked = await secretVote(c)
  return asked?.guards.authorityKeyDigest === keyDigest(key) ? { ...asked, key } : null
}

/** The vote and the trustee of a trustee's link; null with another key. */
export const trustee = async (c: Request, key: string): Promise<AskedByTrustee | null> => {
  const asked = await secretVote(c)
  const known = asked?.guards.trustees.find(one => one.keyDigest === keyDigest(key))
  return asked && known ? { ...asked, key, trustee: known } : null
}
