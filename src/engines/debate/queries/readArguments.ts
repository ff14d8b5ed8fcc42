import { type AnyDb, sql } from '#kernel/db'
import type { Source } from '../forms.ts'
import type { Quality, Stance } from '../rules/terms.ts'

/** An argument or a reply, as a page draws it. */
export interface ReadArgument {
  readonly id: string
  readonly subject: string
  readonly stance: Stance | 'reply'
  readonly parentId: string | null
  readonly authorId: string | null
  /** Null once the person was erased. */
  readonly authorName: string | null
  readonly college: 'users' | 'agents' | 'elected' | null
  /** Who keyed it in for the author, from paper or at the desk. */
  readonly keyedBy: string | null
  readonly text: string
  readonly revision: number
  readonly filedAt: string
  readonly editedAt: string | null
  readonly withdrawnAt: string | null
  readonly answer: { readonly url: string; readonly at: string } | null
  readonly marks: Readonly<Record<Quality, number>>
  readonly sides: { readonly supporter: number; readonly other: number }
  readonly mine: Quality | null
  readonly replies: number
  readonly sources: readonly Source[]
}

/** These arguments or replies, in the order asked. `reader` is the person whose own mark is wanted. */
export const readArguments = async (
  db: AnyDb,
  body: number,
  ids: readonly string[],
  reader: string | null,
): Promise<readonly ReadArgument[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`
    select a.id, a.subject, a.stance, a.parent_id as "parentId", a.author_id as "authorId", p.name as "authorName", a.college, k.name as "keyedBy",
      a.text, a.revision, a.filed_at as "filedAt", a.edited_at as "editedAt", w.withdrawn_at as "withdrawnAt",
      n.url as "answerUrl", n.answered_at as "answeredAt",
      coalesce(t.argued, 0) as argued, coalesce(t.sourced, 0) as sourced, coalesce(t.taught, 0) as taught,
      coalesce(t.supporters, 0) as supporter, coalesce(t.others, 0) as other, s.quality as mine,
      (select count(*)::int from debate.argument r where r.body_id = a.body_id and r.parent_id = a.id) as replies
    from unnest(${[...ids]}::bigint[]) with ordinality as asked (id, place)
    join debate.argument a on a.body_id = ${body} and a.id = asked.id
    left join debate.tally t on t.body_id = a.body_id and t.argument_id = a.id
    left join debate.withdrawal w on w.body_id = a.body_id and w.argument_id = a.id
    left join debate.answer n on n.body_id = a.body_id and n.argument_id = a.id
    left join debate.support s on s.body_id = a.body_id and s.argument_id = a.id and s.person_id = ${reader}
    left join kernel.person p on p.id = a.author_id
    left join kernel.person k on k.id = a.keyed_by
    order by asked.place`.execute(db)
  const { rows: sources } = await sql<Source & { id: string }>`
    select s.argument_id as id, s.url, s.title from debate.source s
    join debate.argument a on a.body_id = s.body_id and a.id = s.argument_id and a.revision = s.revision
    where s.body_id = ${body} and s.argument_id = any(${[...ids]}::bigint[]) order by s.argument_id, s.position`.execute(db)
  const cited = Map.groupBy(sources, source => source.id)
  return rows.map(({ answerUrl, answeredAt, argued, sourced, taught, supporter, other, ...row }) => ({
    ...row,
    answer: answerUrl === null || answeredAt === null ? null : { url: answerUrl, at: answeredAt },
    marks: { argued, sourced, taught },
    sides: { supporter, other },
    sources: (cited.get(row.id) ?? []).map(({ url, title }) => ({ url, title })),
  }))
}

interface Row extends Omit<ReadArgument, 'answer' | 'marks' | 'sides' | 'sources'>, Record<Quality, number> {
  supporter: number
  other: number
  answerUrl: string | null
  answeredAt: string | null
}

/** Replies to these arguments, oldest first, at most `each` per argument. */
export const firstReplies = async (db: AnyDb, body: number, parents: readonly string[], each: number): Promise<readonly string[]> => {
  if (parents.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select r.id from unnest(${[...parents]}::bigint[]) as parent (id)
    cross join lateral (select r.id from debate.argument r where r.body_id = ${body} and r.parent_id = parent.id order by r.id limit ${each}) r
    order by r.id`.execute(db)
  return rows.map(row => row.id)
}

/** One page of the replies to one argument, oldest first. */
export const repliesTo = async (
  db: AnyDb,
  body: number,
  parent: string,
  page: { size: number; start: number },
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from debate.argument where body_id = ${body} and parent_id = ${parent} order by id limit ${page.size} offset ${page.start}`.execute(
    db,
  )
  return rows.map(row => row.id)
}

/** Every text an argument had, the first one first. */
export const revisionsOf = async (db: AnyDb, body: number, argument: string) => {
  const { rows } = await sql<{ number: number; text: string; writtenAt: string }>`
    select number, text, written_at as "writtenAt" from debate.revision
    where body_id = ${body} and argument_id = ${argument} order by number limit 200`.execute(db)
  return rows
}
