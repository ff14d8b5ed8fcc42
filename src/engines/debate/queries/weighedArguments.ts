import { type AnyDb, sql } from '#kernel/db'
import type { Weighed } from '../rules/debateOrder.ts'
import type { Stance } from '../rules/terms.ts'

/** Every argument of a debate, with what its order needs: a few small columns, so that a thousand are read at once. */
export const weighedArguments = async (
  db: AnyDb,
  body: number,
  subject: string,
): Promise<readonly (Weighed & { isWithdrawn: boolean })[]> => {
  const { rows } = await sql<Row>`
    select a.id, a.stance, a.filed_at as "filedAt", to_char(a.filed_at at time zone 'Europe/Paris', 'YYYY-MM-DD') as "filedOn",
      t.supporters as supporter, t.others as other,
      exists (select from debate.withdrawal w where w.body_id = a.body_id and w.argument_id = a.id) as "isWithdrawn"
    from debate.argument a join debate.tally t on t.body_id = a.body_id and t.argument_id = a.id
    where a.body_id = ${body} and a.subject = ${subject} and a.parent_id is null order by a.id limit ${most}`.execute(db)
  const { rows: days } = await sql<{ side: 'supporter' | 'other'; day: string; people: number }>`
    select side, last_day as day, count(*)::int as people from debate.passer
    where body_id = ${body} and subject = ${subject} group by side, last_day order by last_day desc, side`.execute(db)
  const since = passersSince(days)
  return rows.map(({ filedOn, supporter, other, ...row }) => {
    const passed = since(filedOn)
    return {
      ...row,
      marks: { supporter, other },
      passers: { supporter: Math.max(passed.supporter, supporter), other: Math.max(passed.other, other) },
    }
  })
}

// A debate of a commune stays far below; the bound protects the page.
const most = 20_000

interface Row {
  id: string
  stance: Stance
  filedAt: string
  filedOn: string
  isWithdrawn: boolean
  supporter: number
  other: number
}

const passersSince = (days: readonly { side: 'supporter' | 'other'; day: string; people: number }[]) => {
  const known = new Map<string, { supporter: number; other: number }>()
  return (from: string) => {
    let counts = known.get(from)
    if (!counts) {
      counts = { supporter: 0, other: 0 }
      for (const { side, day, people } of days) if (day >= from) counts[side] += people
      known.set(from, counts)
    }
    return counts
  }
}
