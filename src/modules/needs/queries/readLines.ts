import { type PageOfRows, sql } from '#kernel/db'
import type { College } from '#kernel/people'
import type { AnyWorld } from '#kernel/world'
import type { Kind, State } from '../rules/life.ts'
import type { Counts } from '../rules/synthesis.ts'
import type { LineId } from '../schema.ts'

type Place = Pick<AnyWorld, 'db' | 'body'>

/** A line as lists show it. */
export interface Line {
  readonly id: LineId
  readonly service: string
  readonly round: string | null
  readonly kind: Kind
  readonly what: string
  readonly audience: string
  readonly place: string
  readonly change: string
  readonly evidence: string
  readonly college: College
  readonly authorId: string | null
  readonly author: string | null
  readonly keyedBy: string | null
  readonly at: string
  readonly state: State
  /** The line it was grouped into. */
  readonly into: LineId | null
  readonly agreements: Counts
}

/** Which lines are looked for; those grouped into others are left out unless asked for by their number. */
export interface WantedLines {
  readonly service?: string
  readonly round?: string
  readonly kind?: Kind
  readonly state?: State
  readonly ids?: readonly LineId[]
  readonly measure?: string
}

const count = (college: College) => sql`'${sql.raw(college)}', count(*) filter (where g.college = '${sql.raw(college)}')`

/** The columns of a line `l`; `now` is its latest step. */
export const lineColumns = sql`
  l.id, l.service_id as service, l.round_id as round, l.kind, l.what, l.audience, l.place, l.change, l.evidence, l.college, l.author_id as "authorId",
  (select p.name from kernel.person p where p.id = l.author_id) as author,
  (select p.name from kernel.person p where p.id = l.keyed_by) as "keyedBy",
  l.stated_at as at, coalesce(now.step, 'stated') as state, into_line.into_line_id as into,
  (select jsonb_build_object(${count('users')}, ${count('agents')}, ${count('elected')})
    from needs.agreement g where g.body_id = l.body_id and g.line_id = l.id) as agreements`
export const lineTables = sql`needs.line l
  left join lateral (select s.step from needs.step s where s.body_id = l.body_id and s.line_id = l.id order by s.id desc limit 1) now on true
  left join needs.grouping into_line on into_line.body_id = l.body_id and into_line.line_id = l.id`

/** Nothing of what moderation set apart. */
export const visibleLine = sql`not exists (select from moderation.content k where k.body_id = l.body_id and k.subject = 'need:' || l.id and k.state <> 'visible')`

/** Lines in the order in which they were published, what fails first; one more than the page holds. */
export const readLines = async ({ db, body }: Place, wanted: WantedLines, page: Omit<PageOfRows, 'number'>): Promise<readonly Line[]> => {
  const { rows } = await sql<Line>`
    select ${lineColumns} from ${lineTables}
    where l.body_id = ${body.id} and ${wanted.ids ? sql`l.id = any(${[...wanted.ids]}::bigint[])` : sql`into_line.into_line_id is null`}
      ${wanted.service === undefined ? sql`` : sql`and l.service_id = ${wanted.service}`}
      ${wanted.round === undefined ? sql`` : sql`and l.round_id = ${wanted.round}`}
      ${wanted.kind === undefined ? sql`` : sql`and l.kind = ${wanted.kind}`}
      ${wanted.state === undefined ? sql`` : sql`and coalesce(now.step, 'stated') = ${wanted.state}`}
      ${wanted.measure === undefined ? sql`` : sql`and exists (select from needs.offspring o where o.body_id = l.body_id and o.line_id = l.id and o.measure_id = ${wanted.measure})`}
    order by l.kind, l.id limit ${page.size + 1} offset ${page.start}`.execute(db)
  return rows
}

export interface ServiceCounts {
  readonly service: string
  readonly works: number
  readonly fails: number
  readonly done: number
  /** Lines that the town hall has said nothing of. */
  readonly waiting: number
}

/** How many lines each service has, those grouped left out. */
export const countLines = async ({ db, body }: Place, service: string | null = null): Promise<readonly ServiceCounts[]> => {
  const { rows } = await sql<ServiceCounts>`
    select l.service_id as service, count(*) filter (where l.kind = 'works')::integer as works, count(*) filter (where l.kind = 'fails')::integer as fails,
      count(*) filter (where now.step in ('done', 'checked'))::integer as done, count(*) filter (where now.step is null and l.kind = 'fails')::integer as waiting
    from ${lineTables} where l.body_id = ${body.id} and into_line.into_line_id is null and ${visibleLine}
      ${service === null ? sql`` : sql`and l.service_id = ${service}`} group by l.service_id order by l.service_id`.execute(db)
  return rows
}

/** Lines whose words are closest to these, accents forgiven. */
export const findLines = async ({ db, body }: Place, asked: string, limit: number) => {
  const { rows } = await sql<{ id: string; what: string; change: string; rank: number }>`
    select id, what, change, ts_rank(words, query) as rank from needs.line, websearch_to_tsquery('kernel.french', ${asked}) query
    where body_id = ${body.id} and words @@ query order by rank desc, id desc limit ${limit}`.execute(db)
  return rows
}

/** What this service was already told, to find near lines: the kind and the words of each. */
export const toldAlready = async ({ db, body }: Place, service: string, kind: Kind) => {
  const { rows } = await sql<{ id: string; what: string }>`
    select l.id, l.what from ${lineTables} where l.body_id = ${body.id} and l.service_id = ${service} and l.kind = ${kind}
      and into_line.into_line_id is null and coalesce(now.step, 'stated') <> 'closed'
      and ${visibleLine}
    order by l.id limit 500`.execute(db)
  return rows
}
