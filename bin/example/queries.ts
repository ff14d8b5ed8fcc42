import type { PageOfRows } from '#kernel/db'
import type { Example } from './schema.ts'

/** Remarks, the latest first. One more row than the page holds tells whether there is a next page. */
export const remarks = (db: Example, body: number, page: Pick<PageOfRows, 'size' | 'start'>) =>
  remarkRows(db, body)
    .orderBy('r.written_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(page.size + 1)
    .offset(page.start)
    .execute()

export const remarkById = (db: Example, body: number, id: string) => remarkRows(db, body).where('r.id', '=', id).executeTakeFirst()

const remarkRows = (db: Example, body: number) =>
  db
    .selectFrom('example.remark as r')
    .leftJoin('kernel.person as p', 'p.id', 'r.author_id')
    .where('r.body_id', '=', body)
    .select(['r.id', 'r.text', 'r.written_at as writtenAt', 'p.name as author'])

export const hasRemarkedOn = async (db: Example, body: number, person: string, day: string) =>
  (await db
    .selectFrom('example.remark')
    .select('id')
    .where('body_id', '=', body)
    .where('author_id', '=', person)
    .where('written_on', '=', day)
    .executeTakeFirst()) !== undefined

export const addRemark = (db: Example, body: number, remark: { author: string; text: string; day: string; at: string }) =>
  db
    .insertInto('example.remark')
    .values({ body_id: body, author_id: remark.author, text: remark.text, written_on: remark.day, written_at: remark.at })
    .returning('id')
    .executeTakeFirstOrThrow()

export const anonymise = (db: Example, body: number, person: string) =>
  db.updateTable('example.remark').set({ author_id: null }).where('body_id', '=', body).where('author_id', '=', person).execute()

/** For harnesses: the id of a remark of the demonstration. */
export const latestRemark = async (db: Example, body: number) => (await remarks(db, body, { size: 1, start: 0 }))[0]!.id
