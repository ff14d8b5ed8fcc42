import { type Db, sql } from '#kernel/db'
import type { Gesture, State } from '../rules/terms.ts'
import type { AmendmentId, Tables } from '../schema.ts'

export interface AmendmentLine {
  readonly id: AmendmentId
  readonly gesture: Gesture
  readonly state: State
  readonly place: string | null
  readonly authorId: string | null
  readonly author: string | null
  readonly college: 'users' | 'agents' | 'elected'
  readonly filedAt: string
  /** The first paragraph it touches, before and after; null where there is none. */
  readonly before: string | null
  readonly after: string | null
  readonly reason: string
  readonly supports: number
}

/** Amendments of a measure in the order of its text, the first filed first at each place; `state` null for all. Reads one more than the page, to know whether there is a next. */
export const listAmendments = async (
  db: Db<Tables>,
  body: number,
  measure: string,
  state: State | null,
  page: { size: number; start: number },
): Promise<readonly AmendmentLine[]> => {
  const { rows } = await sql<AmendmentLine>`
    select a.id, a.gesture, a.state, a.place, a.author_id as "authorId", a.college, a.filed_at as "filedAt", left(r.reason, 400) as reason, o.text as after,
      (select p.text from measures.version_paragraph p where o.kind <> 'add' and p.body_id = a.body_id and p.measure_id = a.measure_id
        and p.version = r.base_version and p.paragraph = o.paragraph) as before,
      (select p.name from kernel.person p where p.id = a.author_id) as author,
      (select count(*) from measures.amendment_support s where s.body_id = a.body_id and s.amendment_id = a.id)::integer as supports
    from (
      select * from measures.amendment
      where body_id = ${body} and measure_id = ${measure} ${state === null ? sql`` : sql`and state = ${state}`}
      order by position, id limit ${page.size + 1} offset ${page.start}
    ) a
    join measures.amendment_revision r on r.body_id = a.body_id and r.amendment_id = a.id and r.number = a.revision
    join measures.amendment_operation o on o.body_id = a.body_id and o.amendment_id = a.id and o.revision = a.revision and o.position = 0
    order by a.position, a.id`.execute(db)
  return rows
}

/** How many amendments a measure has in each state; a state without any is absent. */
export const countAmendments = async (db: Db<Tables>, body: number, measure: string): Promise<ReadonlyMap<State, number>> => {
  const rows = await db
    .selectFrom('measures.amendment')
    .select(['state', eb => eb.fn.countAll<string>().as('n')])
    .where('body_id', '=', body)
    .where('measure_id', '=', measure)
    .groupBy('state')
    .execute()
  return new Map(rows.map(({ state, n }) => [state, Number(n)]))
}

/** Open amendments that touch one of these paragraphs too: what the group may want to settle together. At most twenty, the first filed first. */
export const neighboursOf = async (
  db: Db<Tables>,
  body: number,
  measure: string,
  id: AmendmentId,
  paragraphs: readonly string[],
): Promise<readonly { readonly id: AmendmentId; readonly author: string | null }[]> => {
  if (paragraphs.length === 0) return []
  const { rows } = await sql<{ id: AmendmentId; author: string | null }>`
    select a.id, (select p.name from kernel.person p where p.id = a.author_id) as author
    from measures.amendment a
    join measures.amendment_revision r on r.body_id = a.body_id and r.amendment_id = a.id and r.number = a.revision
    where a.body_id = ${body} and a.measure_id = ${measure} and a.state = 'open' and a.id <> ${id} and r.paragraphs && ${[...paragraphs]}::text[]
    order by a.id limit 20`.execute(db)
  return rows
}
