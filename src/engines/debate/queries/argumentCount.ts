import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'

/** How many arguments and questions stand in a debate; those withdrawn are left out. Beyond a thousand, says a thousand. */
export const argumentCount = async ({ db, body }: Pick<AnyWorld, 'db' | 'body'>, subject: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select from debate.argument a where a.body_id = ${body.id} and a.subject = ${subject} and a.parent_id is null
        and not exists (select from debate.withdrawal w where w.body_id = a.body_id and w.argument_id = a.id) limit 1000) standing`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}
