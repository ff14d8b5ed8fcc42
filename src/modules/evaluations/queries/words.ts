import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { masked, maskPersonal } from '../rules/mask.ts'
import type { Word, WordId } from '../schema.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>
interface Page {
  readonly size: number
  readonly start: number
}

const columns = sql`w.id, w.campaign_id as campaign, c.service_id as service, w.original, w.proposed, w.masked, w.satisfaction, w.channel,
  w.received_on as "receivedOn", r.verdict, r.published, coalesce(r.reason, '') as reason, r.read_at as "readAt",
  case when a.word_id is not null then jsonb_build_object('text', a.text, 'name', a.signed_name,
    'at', to_char(a.replied_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as reply`
const from = sql`evaluations.word w join evaluations.campaign c on c.body_id = w.body_id and c.id = w.campaign_id
  left join evaluations.reading r on r.body_id = w.body_id and r.word_id = w.id
  left join evaluations.reply a on a.body_id = w.body_id and a.word_id = w.id`

/** Keeps free words apart from the answers they came with, what looks personal already masked in the proposal. */
export const addWord = async (
  { db, body, today }: AnyWorld,
  word: Pick<Word, 'campaign' | 'channel' | 'satisfaction'> & { readonly text: string },
): Promise<WordId> => {
  const { text, found } = maskPersonal(word.text)
  const { rows } = await sql<{ id: WordId }>`
    insert into evaluations.word (body_id, campaign_id, original, proposed, masked, satisfaction, channel, received_on)
    values (${body.id}, ${word.campaign}, ${word.text}, ${text.slice(0, 3000).toWellFormed()}, ${found.length}, ${word.satisfaction}, ${word.channel}, ${today})
    returning id`.execute(db)
  return rows[0]!.id
}

export const wordById = async ({ db, body }: Where, id: WordId): Promise<Word | null> => {
  const { rows } = await sql<Word>`select ${columns} from ${from} where w.body_id = ${body.id} and w.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Words nobody has read yet, the first received first. */
export const waitingWords = async ({ db, body }: Where, page: Page): Promise<readonly Word[]> => {
  const { rows } = await sql<Word>`select ${columns} from ${from} where w.body_id = ${body.id} and r.word_id is null
    order by w.id limit ${page.size} offset ${page.start}`.execute(db)
  return rows
}
export const waitingCount = async ({ db, body }: Where): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from evaluations.word w where w.body_id = ${body.id}
    and not exists (select from evaluations.reading r where r.body_id = w.body_id and r.word_id = w.id)`.execute(db)
  return rows[0]?.n ?? 0
}

/** Words published about a service, the latest read first. */
export const publishedWords = async ({ db, body }: Where, service: string | null, page: Page): Promise<readonly Word[]> => {
  const { rows } = await sql<Word>`select ${columns} from ${from} where w.body_id = ${body.id} and r.verdict = 'published'
    ${service === null ? sql`` : sql`and c.service_id = ${service}`} order by r.read_at desc, w.id desc limit ${page.size} offset ${page.start}`.execute(
    db,
  )
  return rows
}

/** How many words of a service were received, and refused: said beside those that are published. */
export const wordCounts = async ({ db, body }: Where, service: string) => {
  const { rows } = await sql<{ received: number; published: number; refused: number }>`
    select count(*)::int as received, count(*) filter (where r.verdict = 'published')::int as published,
      count(*) filter (where r.verdict = 'refused')::int as refused
    from ${from} where w.body_id = ${body.id} and c.service_id = ${service}`.execute(db)
  return rows[0] ?? { received: 0, published: 0, refused: 0 }
}

export const searchWords = async ({ db, body }: Where, words: string, limit: number): Promise<readonly Word[]> => {
  const { rows } = await sql<Word>`select ${columns} from ${from} where w.body_id = ${body.id} and r.verdict = 'published'
    and to_tsvector('kernel.french', r.published) @@ websearch_to_tsquery('kernel.french', ${words})
    order by r.read_at desc, w.id desc limit ${limit}`.execute(db)
  return rows
}

export const addReading = (
  { db, body, actor, now }: AnyWorld,
  id: WordId,
  reading: { readonly verdict: 'published' | 'refused'; readonly published: string | null; readonly reason: string },
) =>
  sql`insert into evaluations.reading (body_id, word_id, verdict, published, reason, read_by, read_at)
    values (${body.id}, ${id}, ${reading.verdict}, ${reading.published}, ${reading.reason}, ${actor.personId}, ${now})`.execute(db)

export const addReply = ({ db, body, actor, now }: AnyWorld, id: WordId, text: string) =>
  sql`insert into evaluations.reply (body_id, word_id, text, signed_name, replied_by, replied_at)
    values (${body.id}, ${id}, ${text}, ${actor.name}, ${actor.personId}, ${now})`.execute(db)

/** Removes words as they were written, received before that day; once read, the proposal goes too, for masking is never sure. @returns how many */
export const forgetOriginals = async ({ db, body }: Where, before: string): Promise<number> => {
  const read = sql`exists (select from evaluations.reading r where r.body_id = w.body_id and r.word_id = w.id)`
  const done = await sql`update evaluations.word w set original = null, proposed = case when ${read} then ${masked} else proposed end
    where body_id = ${body.id} and received_on < ${before.slice(0, 10)} and (original is not null or (proposed <> ${masked} and ${read}))`.execute(
    db,
  )
  return Number(done.numAffectedRows ?? 0)
}
