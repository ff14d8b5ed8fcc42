import { sql } from '#kernel/db'
import type { ScheduledJob } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { ballotById } from './queries/ballots.ts'
import { enterStep } from './queries/changeBallot.ts'
import { countBallot, forgetVoters } from './queries/count.ts'
import { publishResult } from './results/publishResult.ts'
import { canCountAt } from './rules/life.ts'
import type { BallotId, Tables } from './schema.ts'
import { sealBoard } from './secret/index.ts'

/** Opens, closes, counts and, where no paper is awaited, publishes what is due now: nobody can open early, count early, or hold back. */
export const keepTime = async (world: AnyWorld): Promise<void> => {
  const { rows } = await sql<{ id: BallotId }>`
    select id from ballots.ballot where body_id = ${world.body.id} and state in ('ready', 'open', 'closed', 'counted')
      and ${world.now} >= opens_at order by id for update skip locked`.execute(world.db)
  for (const { id } of rows) await advance(world, id)
  await forgetCancelled(world)
}

/** Ballots of a cancelled vote are never counted: they go. */
const forgetCancelled = async (world: AnyWorld) => {
  const { rows } = await sql<{ id: BallotId }>`
    select b.id from ballots.ballot b where b.body_id = ${world.body.id} and b.state = 'cancelled' and (
      exists (select from ballots.entry e where e.body_id = b.body_id and e.ballot_id = b.id)
      or exists (select from ballots.draft d where d.body_id = b.body_id and d.ballot_id = b.id)) order by b.id`.execute(world.db)
  for (const { id } of rows) await forgetVoters(world, id)
}

const advance = async (world: AnyWorld, id: BallotId) => {
  const stored = () => ballotById(world, id, { stored: true })
  const ready = await stored()
  if (ready?.state === 'ready') await enterStep(world, ready, 'opened', { content: { closesAt: ready.closesAt } })
  const open = await stored()
  if (open?.state === 'open' && world.now >= open.closesAt) await enterStep(world, open, 'closed')
  const closed = await stored()
  if (closed?.state === 'closed' && canCountAt(closed, world.now).ok) await (closed.isSecret ? sealBoard : countBallot)(world, closed)
  const counted = await stored()
  if (counted?.state === 'counted' && !counted.hasPaper) await publishResult(world, counted)
}

export const jobs: Readonly<Record<string, ScheduledJob>> = {
  'ballots.clock': { every: '* * * * *', run: system => system.forEachBody<Tables>(keepTime) },
}
