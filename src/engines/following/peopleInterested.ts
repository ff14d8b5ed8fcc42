import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { Because } from './rules.ts'

/** How many people are told of these subjects, each once, for their strongest reason; those who left one are not counted for it. */
export const peopleInterested = async (
  { db, body }: Pick<AnyWorld, 'db' | 'body'>,
  subjects: readonly string[],
): Promise<Readonly<Record<Because, number>>> => {
  const { rows } = await sql<{ because: Because; n: number }>`
    select because, count(*)::integer as n from (
      select distinct on (i.person_id) i.because from following.interest i
      where i.body_id = ${body.id} and i.subject = any(${[...subjects]}::text[])
        and not exists (select from following.leave l where l.body_id = i.body_id and l.subject = i.subject and l.person_id = i.person_id)
      order by i.person_id, array_position(array['author', 'supporter', 'member', 'follower'], i.because)
    ) as told group by because`.execute(db)
  const count = (because: Because) => rows.find(row => row.because === because)?.n ?? 0
  return { author: count('author'), supporter: count('supporter'), member: count('member'), follower: count('follower') }
}
