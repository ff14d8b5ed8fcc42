import { type PageOfRows, sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { MeasureStage, Outcome } from '../rules/outcomes.ts'

type Place = Pick<AnyWorld, 'db' | 'body'>

/** A deliberation as lists and the register show it; the latest publication and acknowledgement, if any. */
export interface DeliberationLine {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  readonly voteId: string | null
  readonly label: string
  readonly title: string
  readonly heldOn: string
  readonly matter: string
  readonly outcome: Outcome
  readonly sitting: number | null
  readonly votesFor: number | null
  readonly votesAgainst: number | null
  readonly abstentions: number | null
  readonly budgetYear: string
  readonly budgetName: string
  /** Cents. */
  readonly amount: number | null
  readonly isTransmissible: boolean
  /** First publication, instant. */
  readonly publishedAt: string | null
  readonly version: number | null
  readonly digest: string | null
  readonly receivedOn: string | null
  readonly acknowledgement: string | null
}
export interface Deliberation extends DeliberationLine {
  readonly text: string
  readonly measures: readonly { readonly measure: string; readonly stage: MeasureStage }[]
}
export interface Wanted {
  readonly year?: string
  readonly matter?: string
  readonly words?: string
  readonly measure?: string
  readonly meeting?: string
  /** Those that name a measure. */
  readonly aboutMeasures?: boolean
  /** Drafts too: for those who write them. */
  readonly drafts?: boolean
}

/** The latest first, by session then number. */
export const deliberationsOf = async (
  { db, body }: Place,
  wanted: Wanted,
  page: Omit<PageOfRows, 'number'>,
): Promise<{ deliberations: readonly DeliberationLine[]; hasMore: boolean }> => {
  const { rows } = await sql<DeliberationLine>`
    select ${columns} from ${published} where d.body_id = ${body.id}
      ${wanted.drafts ? sql`` : sql`and first.published_at is not null`}
      ${wanted.year ? sql`and d.year = ${Number(wanted.year)}` : sql``}
      ${wanted.matter ? sql`and d.matter = ${wanted.matter}` : sql``}
      ${wanted.meeting ? sql`and d.meeting_id = ${wanted.meeting}` : sql``}
      ${wanted.measure ? sql`and exists (select from council.deliberation_measure m where m.body_id = d.body_id and m.deliberation_id = d.id and m.measure_id = ${wanted.measure})` : sql``}
      ${wanted.aboutMeasures ? sql`and exists (select from council.deliberation_measure m where m.body_id = d.body_id and m.deliberation_id = d.id)` : sql``}
      ${wanted.words ? sql`and to_tsvector('kernel.french', d.title || ' ' || d.text) @@ websearch_to_tsquery('kernel.french', ${wanted.words})` : sql``}
    order by d.held_on desc, d.number desc, d.id desc limit ${page.size + 1} offset ${page.start}`.execute(db)
  return { deliberations: rows.slice(0, page.size), hasMore: rows.length > page.size }
}

export const deliberationById = async ({ db, body }: Place, id: string): Promise<Deliberation | null> => {
  if (!/^\d{1,18}$/.test(id)) return null
  const { rows } = await sql<Deliberation>`
    select ${columns}, d.text, coalesce((select jsonb_agg(jsonb_build_object('measure', m.measure_id::text, 'stage', m.stage) order by m.measure_id)
      from council.deliberation_measure m where m.body_id = d.body_id and m.deliberation_id = d.id), '[]') as measures
    from ${published} where d.body_id = ${body.id} and d.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Years in which the council took deliberations that are published, the latest first. */
export const yearsOf = async ({ db, body }: Place): Promise<readonly string[]> => {
  const { rows } = await sql<{ year: number }>`select distinct d.year from ${published}
    where d.body_id = ${body.id} and first.published_at is not null order by 1 desc limit 100`.execute(db)
  return rows.map(row => String(row.year))
}

const published = sql`council.deliberation d
  left join council.publication first on first.body_id = d.body_id and first.deliberation_id = d.id and first.version = 1
  left join lateral (select p.version, p.digest from council.publication p where p.body_id = d.body_id and p.deliberation_id = d.id
    order by p.version desc limit 1) latest on true
  left join lateral (select t.received_on, t.acknowledgement from council.transmission t where t.body_id = d.body_id and t.deliberation_id = d.id
    order by t.id desc limit 1) sent on true`
const columns = sql`d.id, d.meeting_id as "meetingId", d.item_id as "itemId", d.vote_id as "voteId", d.label, d.title, d.held_on as "heldOn",
  d.matter, d.outcome, d.sitting, d.votes_for as "votesFor", d.votes_against as "votesAgainst", d.abstentions, d.budget_year as "budgetYear",
  d.budget_name as "budgetName", d.amount::float8 as amount, d.is_transmissible as "isTransmissible", first.published_at as "publishedAt",
  latest.version, latest.digest, sent.received_on as "receivedOn", sent.acknowledgement`
