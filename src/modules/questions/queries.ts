import { type AnyDb, type Db, sql } from '#kernel/db'
import type { Question } from './question.ts'
import type { QuestionsTables, Questions } from './schema.ts'

/** Asks; returns the question's number. */
export const addQuestion = async (
  db: Questions,
  body: number,
  question: { title: string; text: string; askedBy: string; askedAt: string; askedOn: string; service?: string | null },
): Promise<string> => {
  const { id } = await db
    .insertInto('questions.question')
    .values({
      body_id: body,
      title: question.title,
      text: question.text,
      asked_by: question.askedBy,
      asked_at: question.askedAt,
      asked_on: question.askedOn,
      service_id: question.service ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const columns = ['id', 'title', 'text', 'asked_by as askedBy', 'asked_at as askedAt', 'service_id as service'] as const

/** The questions asked, newest first. */
export const questions = (db: Questions, body: number, page: { size: number; start: number }): Promise<readonly Question[]> =>
  db
    .selectFrom('questions.question')
    .select(columns)
    .where('body_id', '=', body)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.size)
    .offset(page.start)
    .execute()

/** The latest questions, about one service or about any. */
export const latestQuestions = (db: Questions, body: number, service: string | null, limit: number): Promise<readonly Question[]> =>
  db
    .selectFrom('questions.question')
    .select(columns)
    .where('body_id', '=', body)
    .$if(service !== null, query => query.where('service_id', '=', service))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export const questionById = (db: Questions, body: number, id: string): Promise<Question | undefined> =>
  db.selectFrom('questions.question').select(columns).where('body_id', '=', body).where('id', '=', id).executeTakeFirst()

/** Questions whose words are closest to these, accents forgiven. */
export const findQuestions = async (db: AnyDb, body: number, words: string, limit: number) => {
  const { rows } = await sql<{ id: string; title: string; text: string; rank: number }>`
    select id, title, text, ts_rank(search, query) as rank
    from questions.question, websearch_to_tsquery('kernel.french', ${words}) query
    where body_id = ${body} and search @@ query order by rank desc, id desc limit ${limit}`.execute(db)
  return rows
}

/** Forgets who asked; the question and its answer stay. Runs under the jobs role. */
export const forgetAsker = (db: AnyDb, body: number, person: string) =>
  sql`update questions.question set asked_by = null where body_id = ${body} and asked_by = ${person}`.execute(db)

/** Everything this person asked. */
export const questionsOf = (db: AnyDb, body: number, person: string) =>
  (db as Db<QuestionsTables>) // the module's own table
    .selectFrom('questions.question')
    .select(columns)
    .where('body_id', '=', body)
    .where('asked_by', '=', person)
    .orderBy('id')
    .execute()
