import { type Db, sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { ClockKind, Verdict } from './rules.ts'
import type { AnswersTables } from './tables.ts'

/** Something the town hall owes an answer to, with its answer when there is one. */
export interface Clock {
  readonly id: string
  readonly subject: string
  readonly kind: ClockKind
  readonly reason: 'threshold' | 'question' | 'consultation' | 'study' | 'appeal'
  readonly title: string
  /** Page of the subject. */
  readonly url: string
  readonly inCharge: string | null
  readonly openedOn: string
  readonly dueOn: string
  readonly escalatedAt: string | null
  readonly answer: Answer | null
}
export interface Answer {
  readonly id: string
  readonly verdict: Verdict
  readonly text: string
  readonly reviewOn: string | null
  readonly signedBy: string | null
  readonly signedName: string
  readonly signedFunction: string
  readonly answeredOn: string
  readonly answeredAt: string
  readonly appeal: { readonly reason: string; readonly filedOn: string } | null
}

/** What the public list shows: still awaited (late ones included), or given. */
export type Listed = 'awaited' | 'given'

const clocks = (world: Pick<AnyWorld, 'db' | 'body'>) =>
  (world.db as unknown as Db<AnswersTables>) // an engine called with its caller's world
    .selectFrom('answers.clock as c')
    .leftJoin('answers.answer as a', join => join.onRef('a.body_id', '=', 'c.body_id').onRef('a.clock_id', '=', 'c.id'))
    .leftJoin('answers.appeal as p', join => join.onRef('p.body_id', '=', 'a.body_id').onRef('p.answer_id', '=', 'a.id'))
    .where('c.body_id', '=', world.body.id)
    .select([
      'c.id',
      'c.subject',
      'c.kind',
      'c.reason',
      'c.title',
      'c.url',
      'c.in_charge as inCharge',
      'c.opened_on as openedOn',
      'c.due_on as dueOn',
      'a.id as answerId',
      'a.verdict',
      'a.text',
      'a.review_on as reviewOn',
      'a.signed_by as signedBy',
      'a.signed_name as signedName',
      'a.signed_function as signedFunction',
      'a.answered_on as answeredOn',
      'a.answered_at as answeredAt',
      'p.reason as appealReason',
      'p.filed_at as filedAt',
    ])
    .select(
      sql<string | null>`(select min(e.escalated_at) from answers.escalation e where e.body_id = c.body_id and e.clock_id = c.id)`.as(
        'escalatedAt',
      ),
    )

type Row = Awaited<ReturnType<ReturnType<typeof clocks>['execute']>>[number]

const clockFrom = (row: Row): Clock => ({
  id: row.id,
  subject: row.subject,
  kind: row.kind,
  reason: row.reason,
  title: row.title,
  url: row.url,
  inCharge: row.inCharge,
  openedOn: row.openedOn,
  dueOn: row.dueOn,
  escalatedAt: row.escalatedAt,
  answer: answerFrom(row),
})
const answerFrom = (row: Row): Answer | null =>
  row.answerId === null || row.verdict === null || row.answeredOn === null
    ? null
    : {
        id: row.answerId,
        verdict: row.verdict,
        text: row.text ?? '',
        reviewOn: row.reviewOn,
        signedBy: row.signedBy,
        signedName: row.signedName ?? '',
        signedFunction: row.signedFunction ?? '',
        answeredOn: row.answeredOn,
        answeredAt: row.answeredAt ?? '',
        appeal: row.appealReason === null ? null : { reason: row.appealReason, filedOn: (row.filedAt ?? '').slice(0, 10) },
      }

/** One clock, or undefined. */
export const clockOf = async (world: Pick<AnyWorld, 'db' | 'body'>, id: string): Promise<Clock | undefined> => {
  const row = await clocks(world).where('c.id', '=', id).executeTakeFirst()
  return row && clockFrom(row)
}

/** Everything owed and answered about a subject, in the order it was opened. */
export const clocksAbout = async (world: Pick<AnyWorld, 'db' | 'body'>, subject: string): Promise<readonly Clock[]> =>
  (await clocks(world).where('c.subject', '=', subject).orderBy('c.opened_at').orderBy('c.id').execute()).map(clockFrom)

/** The same of many subjects in one reading. */
export const clocksAboutEach = async (
  world: Pick<AnyWorld, 'db' | 'body'>,
  subjects: readonly string[],
): Promise<(subject: string) => readonly Clock[]> => {
  if (subjects.length === 0) return () => []
  const rows = await clocks(world)
    .where(sql<boolean>`c.subject = any(${subjects}::text[])`)
    .orderBy('c.opened_at')
    .orderBy('c.id')
    .execute()
  const bySubject = Map.groupBy(rows.map(clockFrom), ({ subject }) => subject)
  return subject => bySubject.get(subject) ?? []
}

/** The public list: awaited, the latest first; or given, the newest first. Both are ordered to the last by number. */
export const publicClocks = async (
  world: Pick<AnyWorld, 'db' | 'body'>,
  listed: Listed,
  page: { size: number; start: number },
): Promise<readonly Clock[]> => {
  const query = clocks(world).where('a.id', listed === 'given' ? 'is not' : 'is', null)
  const ordered =
    listed === 'given' ? query.orderBy('a.answered_on', 'desc').orderBy('a.id', 'desc') : query.orderBy('c.due_on').orderBy('c.id')
  return (await ordered.limit(page.size).offset(page.start).execute()).map(clockFrom)
}

/** Clocks in the order of their numbers, from the one after `after`. */
export const clocksAfter = async (world: Pick<AnyWorld, 'db' | 'body'>, after: string, limit: number): Promise<readonly Clock[]> =>
  (await clocks(world).where('c.id', '>', after).orderBy('c.id').limit(limit).execute()).map(clockFrom)

/** How many answers are awaited, late among them, and given. */
export const answerCounts = async (world: Pick<AnyWorld, 'db' | 'body'>, today: string) => {
  const { rows } = await sql<{ awaited: number; late: number; given: number; inTime: number }>`
    select count(*) filter (where a.id is null)::int as awaited, count(*) filter (where a.id is null and c.due_on < ${today})::int as late,
      count(a.id)::int as given, count(*) filter (where a.answered_on <= c.due_on)::int as "inTime"
    from answers.clock c left join answers.answer a on a.body_id = c.body_id and a.clock_id = c.id
    where c.body_id = ${world.body.id}`.execute(world.db)
  return rows[0] ?? { awaited: 0, late: 0, given: 0, inTime: 0 }
}
