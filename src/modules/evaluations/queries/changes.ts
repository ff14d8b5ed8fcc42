import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { Change } from '../schema.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>

const columns = sql`h.id, h.service_id as service, h.title, h.text, h.said, h.campaign_id as campaign, h.word_id as word, h.indicator,
  h.changed_on as "on", h.made_at as at`

/** What changed in a service (in every one when null), the latest first. */
export const changesOf = async ({ db, body }: Where, service: string | null, limit: number): Promise<readonly Change[]> => {
  const { rows } = await sql<Change>`select ${columns} from evaluations.change h where h.body_id = ${body.id}
    ${service === null ? sql`` : sql`and h.service_id = ${service}`} order by h.changed_on desc, h.id desc limit ${limit}`.execute(db)
  return rows
}

/** The day people said what each of these changes answers: when the word came, or when the campaign closed. */
export const saidOn = async ({ db, body }: Where, changes: readonly Change[]): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ id: string; on: string }>`
    select h.id, coalesce(w.received_on, c.closes_on) as "on" from evaluations.change h
    left join evaluations.word w on w.body_id = h.body_id and w.id = h.word_id
    left join evaluations.campaign c on c.body_id = h.body_id and c.id = h.campaign_id
    where h.body_id = ${body.id} and h.id = any(${changes.map(({ id }) => id)}::bigint[]) and coalesce(w.received_on, c.closes_on) is not null`.execute(
    db,
  )
  return new Map(rows.map(({ id, on }) => [id, on]))
}

export const addChange = async ({ db, body, actor, now }: AnyWorld, change: Omit<Change, 'id' | 'at'>): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    insert into evaluations.change (body_id, service_id, title, text, said, campaign_id, word_id, indicator, changed_on, made_by, made_at)
    values (${body.id}, ${change.service}, ${change.title}, ${change.text}, ${change.said}, ${change.campaign}, ${change.word}, ${change.indicator},
      ${change.on}, ${actor.personId}, ${now}) returning id`.execute(db)
  return rows[0]!.id
}
