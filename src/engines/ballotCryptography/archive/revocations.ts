import { trackingNumber } from '../ballots/checkBallot.ts'
import type { OpenElection } from '../ballots/context.ts'
import { isRevocation } from '../ballots/revocation.ts'
import { read } from '../encoding/reading.ts'
import { type Ballot, readers, write } from '../messages.ts'
import { ElectionProblem } from '../problem.ts'

const format = 'yvette-revocations/1'

export interface Revocation {
  readonly tracking: string
  readonly openings: readonly (readonly bigint[])[]
}

/** The list that is published beside an archive, and never changes its meaning: each line can be checked against the archive. */
export const writeRevocations = ({ election, fingerprint }: OpenElection, revocations: readonly Revocation[]): string =>
  write({ format, election: election.uuid, fingerprint, revocations })

/**
 * How many ballots a published list revokes, once each was found among those that count and shown to be blank.
 * @throws ElectionProblem `revocation`; Malformed
 */
export const checkedRevocations = (open: OpenElection, counted: readonly (Ballot & { readonly raw: string })[], json: string): number => {
  const list = read(readers.revocations, json)
  if (list.format !== format || list.election !== open.election.uuid || list.fingerprint !== open.fingerprint) {
    throw new ElectionProblem('revocation', 'of another election')
  }
  const left = new Map(counted.map(ballot => [trackingNumber(open, ballot.raw), ballot]))
  for (const { tracking, openings } of list.revocations) {
    const ballot = left.get(tracking)
    if (!ballot || !isRevocation(open, ballot, openings)) throw new ElectionProblem('revocation', tracking)
    left.delete(tracking) // named twice, it would be subtracted twice
  }
  return list.revocations.length
}
