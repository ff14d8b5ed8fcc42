import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { markedThrough } from '#modules/roll'
import { type Counts, countBallots } from '../rules/counts.ts'
import type { BallotId } from '../schema.ts'
import { type Ballot, questionsOf } from './ballots.ts'
import { actOf, StoredAnswers } from './castBallot.ts'
import { enterStep } from './changeBallot.ts'

/**
 * Counts a closed public vote, once, under the jobs role: a request sees no ballot but its own. Ballots leave their voters here: they are
 * copied in the order of their pseudonyms, and what led to people is destroyed.
 */
export const countBallot = async (world: AnyWorld, ballot: Ballot): Promise<void> => {
  const people = [...(await markedThrough(world, actOf(ballot.id), ['screen', 'desk']))]
  await sql`insert into ballots.counted (body_id, ballot_id, pseudonym, answers)
    select body_id, ballot_id, pseudonym, answers from ballots.entry
    where body_id = ${world.body.id} and ballot_id = ${ballot.id} and person_id = any(${people}::uuid[]) order by pseudonym`.execute(
    world.db,
  )
  await forgetVoters(world, ballot.id)
  const questions = await questionsOf(world, ballot.id)
  const counted = await countedBallots(world, ballot.id, null)
  await keepElectronicCount(
    world,
    ballot,
    countBallots(
      questions,
      counted.map(one => one.answers),
    ),
  )
}

/** Destroys drafts and what leads from a ballot to its voter. */
export const forgetVoters = async (world: AnyWorld, ballot: BallotId) => {
  await sql`delete from ballots.entry where body_id = ${world.body.id} and ballot_id = ${ballot}`.execute(world.db)
  await sql`delete from ballots.draft where body_id = ${world.body.id} and ballot_id = ${ballot}`.execute(world.db)
}

/** Keeps what the electronic count found, and takes the vote from closed to counted; a secret vote arrives here with its trustees' result. */
export const keepElectronicCount = async (world: AnyWorld, ballot: Ballot, counts: Counts): Promise<void> => {
  await sql`insert into ballots.electronic_count (body_id, ballot_id, counts, counted_at)
    values (${world.body.id}, ${ballot.id}, ${JSON.stringify(counts)}::jsonb, ${world.now})`.execute(world.db)
  await enterStep(world, ballot, 'counted', { content: { ballots: counts.ballots } })
}

export interface CountedBallot {
  readonly pseudonym: string
  readonly answers: readonly Readonly<Record<string, number>>[]
}
/** The ballots counted, by pseudonym; all of them, or one page. */
export const countedBallots = async (
  world: AnyWorld,
  ballot: BallotId,
  page: { size: number; start: number } | null,
): Promise<readonly CountedBallot[]> => {
  const { rows } = await sql<{ pseudonym: string; answers: unknown }>`
    select pseudonym, answers from ballots.counted where body_id = ${world.body.id} and ballot_id = ${ballot}
    order by pseudonym ${page ? sql`limit ${page.size} offset ${page.start}` : sql``}`.execute(world.db)
  return rows.map(row => ({ pseudonym: row.pseudonym, answers: StoredAnswers.parse(row.answers) }))
}

/** One counted ballot, by the pseudonym its voter kept. */
export const countedBallot = async (world: AnyWorld, ballot: BallotId, pseudonym: string): Promise<CountedBallot | null> => {
  const { rows } = await sql<{ pseudonym: string; answers: unknown }>`
    select pseudonym, answers from ballots.counted where body_id = ${world.body.id} and ballot_id = ${ballot} and pseudonym = ${pseudonym}`.execute(
    world.db,
  )
  return rows[0] ? { pseudonym: rows[0].pseudonym, answers: StoredAnswers.parse(rows[0].answers) } : null
}
