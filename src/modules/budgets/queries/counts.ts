import { type AnyDb, sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { CountContent } from '../count/content.ts'
import type { BudgetId } from '../schema.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>

export interface Count {
  readonly number: number
  readonly content: CountContent
  readonly at: string
}
/** The count that holds: the last one. */
export const readCount = async ({ db, body }: Where, budget: BudgetId): Promise<Count | null> => {
  const { rows } = await sql<{ number: number; content: unknown; at: string }>`select number, content, counted_at as at from budgets.count
    where body_id = ${body.id} and budget_id = ${budget} order by number desc limit 1`.execute(db)
  return rows[0] ? { ...rows[0], content: CountContent.parse(rows[0].content) } : null
}

export const addCount = async (world: Where & Pick<AnyWorld, 'now'>, budget: BudgetId, content: CountContent): Promise<number> => {
  const { rows } = await sql<{ number: number }>`insert into budgets.count (body_id, budget_id, number, content, counted_at)
    select ${world.body.id}, ${budget}, coalesce(max(number), 0) + 1, ${JSON.stringify(content)}::jsonb, ${world.now}
    from budgets.count where body_id = ${world.body.id} and budget_id = ${budget} returning number`.execute(world.db)
  return rows[0]?.number ?? 1
}

export interface Lot {
  readonly seed: string
  readonly note: string
  readonly by: string | null
  readonly at: string
}
export const readLot = async ({ db, body }: Where, budget: BudgetId): Promise<Lot | null> =>
  (
    await sql<Lot>`select seed, note, entered_at as at, (select p.name from kernel.person p where p.id = entered_by) as by from budgets.lot
      where body_id = ${body.id} and budget_id = ${budget}`.execute(db)
  ).rows[0] ?? null

/** The key refuses a second lot. */
export const addLot = (world: AnyWorld, budget: BudgetId, { seed, note }: Pick<Lot, 'seed' | 'note'>) =>
  sql`insert into budgets.lot (body_id, budget_id, seed, note, entered_by, entered_at)
    values (${world.body.id}, ${budget}, ${seed}, ${note}, ${world.actor.personId}, ${world.now})`.execute(world.db)

/** Budgets whose vote has ended and that nobody counted yet; one that still has paper ballots out waits for the town hall. */
export const uncounted = async (db: AnyDb, body: number, today: string): Promise<readonly BudgetId[]> =>
  (
    await sql<{ id: BudgetId }>`select b.id from budgets.budget b
      cross join lateral (select vote_until from budgets.rules r where r.body_id = b.body_id and r.budget_id = b.id order by version desc limit 1) r
      where b.body_id = ${body} and b.published_at is not null and r.vote_until < ${today}
        and not exists (select from budgets.count k where k.body_id = b.body_id and k.budget_id = b.id)
        and not exists (select from budgets.sheet s where s.body_id = b.body_id and s.budget_id = b.id
          and not exists (select from budgets.sheet_counted k where k.body_id = s.body_id and k.budget_id = s.budget_id and k.code = s.code))
      order by b.id`.execute(db)
  ).rows.map(({ id }) => id)
