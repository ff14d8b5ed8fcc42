import type { AnyWorld } from '#kernel/world'
import { type Ballot, questionsOf } from '../queries/ballots.ts'
import { countedBallots } from '../queries/count.ts'
import { countingTables } from '../queries/paper.ts'
import type { ResultContent } from './content.ts'
import { revokedTracking } from '../secret/queries/revocations.ts'

/** Everything that the result follows from, to count it again anywhere: what was asked, each ballot, each sheet of paper, the result. */
export const bundleOf = async (world: AnyWorld, ballot: Ballot, result: ResultContent) => {
  const revoked = ballot.isSecret ? await revokedTracking(world, ballot.id) : []
  return {
    format: 'yvette-ballot-bundle/1',
    ballot: {
      id: ballot.id,
      body: world.body.name,
      title: ballot.title,
      purpose: ballot.purpose,
      opensAt: ballot.opensAt,
      closesAt: ballot.closesAt,
      isSecret: ballot.isSecret,
    },
    questions: await questionsOf(world, ballot.id),
    ballots: await countedBallots(world, ballot.id, null),
    tables: (await countingTables(world, ballot.id)).map(({ place, scrutineers, settled }) => ({ place, scrutineers, counts: settled })),
    // Tracking numbers of the ballots that count on the board of a secret vote and not in its result.
    ...(revoked.length > 0 ? { revoked } : {}),
    result,
  }
}
