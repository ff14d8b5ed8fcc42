import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { turnoutOf } from '#modules/roll'
import { type Ballot, questionsOf } from '../queries/ballots.ts'
import { actOf } from '../queries/castBallot.ts'
import { enterStep } from '../queries/changeBallot.ts'
import { countingTables } from '../queries/paper.ts'
import { Counts, emptyCounts } from '../rules/counts.ts'
import type { Question } from '../rules/kinds.ts'
import { bundleOf } from './bundle.ts'
import { computeResult } from './computeResult.ts'
import type { QuestionResult } from './content.ts'
import { digestOf } from './digest.ts'

/** Adds the counts up, keeps the result with its digest, and tells everyone: `ballot.published`. */
export const publishResult = async (world: AnyWorld, ballot: Ballot): Promise<void> => {
  const questions = await questionsOf(world, ballot.id)
  const electronic = await electronicCount(world, ballot, questions)
  const tables = (await countingTables(world, ballot.id)).flatMap(table => (table.settled ? [table.settled] : []))
  const content = computeResult(questions, electronic, tables, await turnoutOf(world, actOf(ballot.id)))
  const digest = digestOf(await bundleOf(world, ballot, content))
  await sql`insert into ballots.result (body_id, ballot_id, content, digest, published_at)
    values (${world.body.id}, ${ballot.id}, ${JSON.stringify(content)}::jsonb, ${digest}, ${world.now})`.execute(world.db)
  await enterStep(world, ballot, 'published', {
    content: { participants: content.electronic + content.paper, digest, outcome: content.questions.map(outcomeOf) },
  })
}

const electronicCount = async (world: AnyWorld, ballot: Ballot, questions: readonly Question[]): Promise<Counts> => {
  const { rows } = await sql<{ counts: unknown }>`select counts from ballots.electronic_count
    where body_id = ${world.body.id} and ballot_id = ${ballot.id}`.execute(world.db)
  return rows[0] ? Counts.parse(rows[0].counts) : emptyCounts(questions)
}

/** What other rooms need to know of a question: what was asked, and which options are in front. */
const outcomeOf = (question: QuestionResult) => ({
  question: question.title,
  kind: question.kind,
  winners: question.options.filter(option => question.winners.includes(option.number)).map(option => option.label),
  isTied: question.winners.length > 1,
})
