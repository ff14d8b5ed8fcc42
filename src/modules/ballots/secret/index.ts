import { router } from '#kernel/http'
import { refused, type Verdict } from '#kernel/rules'
import type { AnyWorld } from '#kernel/world'
import type { Ballot } from '../queries/ballots.ts'
import type { BallotTables } from '../schema.ts'

/** What is still missing before a secret vote may be announced. Until trustees can make their keys here, none may. */
export const mayAnnounceSecret = async (_world: AnyWorld, _ballot: Ballot): Promise<Verdict<'no-trustees'>> => refused('no-trustees')

/** Pages of secret votes: trustees, credentials, the booth, the public board. */
export const secretRoutes = router<BallotTables>()
