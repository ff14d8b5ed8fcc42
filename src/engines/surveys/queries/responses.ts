import { randomBytes } from 'node:crypto'
import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { Answers, type Channel } from '../rules/answers.ts'
import type { Problem } from '../rules/problemOf.ts'
import { checkAnswers, withoutMissing } from '../rules/readAnswers.ts'
import { own } from '../tables.ts'
import type { StoredQuestionnaire } from './questionnaires.ts'

/** Who answers: a resident once, a browser once, or nobody in particular (a sheet of paper, the tablet of the counter). */
export type Answerer = { readonly person: string } | { readonly device: Buffer } | 'nobody'
export type Recorded =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly because: 'already' | 'not-open' }
  | { readonly ok: false; readonly because: 'invalid'; readonly problems: Readonly<Record<string, Problem>> }

/**
 * Counts a response: everything is held against the frozen questionnaire again, and what a condition hides is dropped. The person
 * or the browser is written down apart, without hour or number, so that nothing leads from them to what was said.
 */
export const recordResponse = async (
  world: AnyWorld,
  questionnaire: StoredQuestionnaire,
  response: {
    readonly answers: Answers
    readonly channel: Channel
    readonly language: string
    readonly answerer: Answerer
    readonly sheet?: number
  },
): Promise<Recorded> => {
  if (!questionnaire.isFrozen || questionnaire.closedAt !== null) return { ok: false, because: 'not-open' }
  const checked = checkAnswers(questionnaire.content, response.answers)
  const { answers } = checked
  const problems = response.channel === 'paper' ? withoutMissing(checked.problems) : checked.problems
  if (Object.keys(problems).length > 0) return { ok: false, because: 'invalid', problems }
  if (!(await isStillOpen(world, questionnaire.id))) return { ok: false, because: 'not-open' }
  if (!(await takeSeat(world, questionnaire.id, response.answerer))) return { ok: false, because: 'already' }
  const id = randomNumber()
  await own(world.db)
    .insertInto('questionnaires.response')
    .values({
      body_id: world.body.id,
      questionnaire_id: questionnaire.id,
      id,
      version: questionnaire.version,
      answers: JSON.stringify(answers),
      channel: response.channel,
      language: response.language,
      received_on: world.today,
      sheet: response.sheet ?? null,
    })
    .execute()
  return { ok: true, id }
}

/** Read with a lock that answers share: whoever closes waits for the answers on their way, and those that come after are refused. */
const isStillOpen = async ({ db, body }: AnyWorld, questionnaire: string): Promise<boolean> => {
  const { rows } = await sql`select from questionnaires.questionnaire
    where body_id = ${body.id} and id = ${questionnaire} and closed_at is null for share`.execute(db)
  return rows.length > 0
}

// 63 bits, never zero.
const randomNumber = () => String((randomBytes(8).readBigUInt64BE() >> 1n) | 1n)

/** Notes that this person or browser has answered; false when it was noted before. The key decides between two who cross. */
const takeSeat = async ({ db, body }: AnyWorld, questionnaire: string, answerer: Answerer): Promise<boolean> => {
  if (answerer === 'nobody') return true
  const place = { body_id: body.id, questionnaire_id: questionnaire }
  const taken =
    'person' in answerer
      ? await own(db)
          .insertInto('questionnaires.participation')
          .values({ ...place, person_id: answerer.person })
          .onConflict(one => one.doNothing())
          .executeTakeFirst()
      : await own(db)
          .insertInto('questionnaires.device')
          .values({ ...place, device_key: answerer.device })
          .onConflict(one => one.doNothing())
          .executeTakeFirst()
  return (taken.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Whether this person or browser has answered already. */
export const hasAnswered = async ({ db, body }: Pick<AnyWorld, 'db' | 'body'>, questionnaire: string, answerer: Answerer) => {
  if (answerer === 'nobody') return false
  const { rows } = await (
    'person' in answerer
      ? sql`select from questionnaires.participation where body_id = ${body.id} and questionnaire_id = ${questionnaire} and person_id = ${answerer.person}`
      : sql`select from questionnaires.device where body_id = ${body.id} and questionnaire_id = ${questionnaire} and device_key = ${answerer.device}`
  ).execute(db)
  return rows.length > 0
}

/** One response, as results and exports read it. */
export interface StoredResponse {
  readonly id: string
  readonly answers: Answers
  readonly channel: Channel
  readonly language: string
  /** Day it was received. */
  readonly receivedOn: string
}

/**
 * The responses that count, `size` at a time in the order of their random numbers: memory does not grow with their count.
 * @param after the number after which to start: `'0'` for the first
 */
export const responsesAfter = async (
  { db, body }: Pick<AnyWorld, 'db' | 'body'>,
  questionnaire: string,
  after: string,
  size: number,
): Promise<readonly StoredResponse[]> => {
  const { rows } = await sql<StoredResponse>`
    select id, answers, channel, language, received_on as "receivedOn" from questionnaires.response
    where body_id = ${body.id} and questionnaire_id = ${questionnaire} and id > ${after}
    order by id limit ${size}`.execute(db)
  return rows
}

/** Every response that counts, one by one, in constant memory. */
export async function* responsesOf(world: Pick<AnyWorld, 'db' | 'body'>, questionnaire: string): AsyncGenerator<StoredResponse> {
  for (let after = '0', size = 1000; ;) {
    const rows = await responsesAfter(world, questionnaire, after, size)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < size) return
    after = last.id
  }
}

/** How many responses there are, by channel. */
export const responseCounts = async (
  { db, body }: Pick<AnyWorld, 'db' | 'body'>,
  questionnaire: string,
): Promise<{ readonly total: number; readonly byChannel: Readonly<Record<Channel, number>> }> => {
  const { rows } = await sql<{ channel: Channel; counted: number }>`
    select channel, count(*)::int as counted
    from questionnaires.response where body_id = ${body.id} and questionnaire_id = ${questionnaire} group by channel`.execute(db)
  const of = (channel: Channel) => rows.find(row => row.channel === channel)?.counted ?? 0
  return {
    total: rows.reduce((sum, row) => sum + row.counted, 0),
    byChannel: { screen: of('screen'), paper: of('paper'), phone: of('phone'), counter: of('counter') },
  }
}

/** How many answers were given to these fields, all together. */
export const answersGiven = async ({ db, body }: Pick<AnyWorld, 'db' | 'body'>, questionnaire: string, fields: readonly string[]) => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from questionnaires.response r, unnest(${[...fields]}::text[]) as f (field)
    where r.body_id = ${body.id} and r.questionnaire_id = ${questionnaire} and r.answers ? f.field`.execute(db)
  return rows[0]?.n ?? 0
}
