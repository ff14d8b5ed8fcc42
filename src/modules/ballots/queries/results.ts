import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { ResultContent } from '../results/content.ts'
import type { BallotId } from '../schema.ts'

export interface Result {
  readonly content: ResultContent
  readonly digest: string
  readonly publishedAt: string
}
export const resultOf = async (world: AnyWorld, ballot: BallotId): Promise<Result | null> => {
  const { rows } = await sql<{ content: unknown; digest: string; publishedAt: string }>`
    select content, digest, published_at as "publishedAt" from ballots.result where body_id = ${world.body.id} and ballot_id = ${ballot}`.execute(
    world.db,
  )
  return rows[0] ? { ...rows[0], content: ResultContent.parse(rows[0].content) } : null
}

export interface TieBreak {
  readonly question: number
  readonly option: number
  readonly lot: string
  readonly at: string
}
export const tieBreaksOf = async (world: AnyWorld, ballot: BallotId): Promise<readonly TieBreak[]> => {
  const { rows } = await sql<TieBreak>`select question, option, lot_url as lot, recorded_at as at from ballots.tie_break
    where body_id = ${world.body.id} and ballot_id = ${ballot} order by question`.execute(world.db)
  return rows
}

/** Writes down which option a public lot designated, once: the database refuses a second one. */
export const recordTieBreak = (world: AnyWorld, ballot: BallotId, tie: { question: number; option: number; lot: string }) =>
  sql`insert into ballots.tie_break (body_id, ballot_id, question, option, lot_url, recorded_by, recorded_at)
    values (${world.body.id}, ${ballot}, ${tie.question}, ${tie.option}, ${tie.lot}, ${world.actor.personId}, ${world.now})`.execute(
    world.db,
  )

export interface PublishedBallot {
  readonly id: BallotId
  readonly title: string
  readonly measure: string | null
  readonly content: ResultContent
  readonly publishedAt: string
  readonly closesAt: string
}
/** Results published lately, of one measure or of any. */
export const publishedBallots = async (world: AnyWorld, measure: string | null, limit: number): Promise<readonly PublishedBallot[]> => {
  const { rows } = await sql<Omit<PublishedBallot, 'content'> & { content: unknown }>`
    select b.id, b.title, b.measure_id as measure, b.closes_at as "closesAt", r.content, r.published_at as "publishedAt"
    from ballots.result r join ballots.ballot b on b.body_id = r.body_id and b.id = r.ballot_id
    where r.body_id = ${world.body.id} and (${measure}::bigint is null or b.measure_id = ${measure}::bigint)
    order by r.published_at desc, b.id desc limit ${limit}`.execute(world.db)
  return rows.map(row => ({ ...row, content: ResultContent.parse(row.content) }))
}
