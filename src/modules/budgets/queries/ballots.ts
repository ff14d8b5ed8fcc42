import { z } from 'zod'
import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import type { Choices } from '../rules/ballots.ts'
import type { BudgetId, Here } from '../schema.ts'
import { budgetSubject } from '../rules/sitePath.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>

export const ChoicesKept = z.record(z.string(), z.number())

export interface OwnBallot {
  readonly choices: Choices
  readonly district: string | null
  readonly age: string | null
}

/** What this person keeps aside without having cast it; null when nothing. */
export const readDraft = async ({ db, body }: Where, budget: BudgetId, person: string): Promise<Choices | null> => {
  const { rows } = await sql<{ choices: unknown }>`select choices from budgets.draft
    where body_id = ${body.id} and budget_id = ${budget} and person_id = ${person}`.execute(db)
  return rows[0] ? ChoicesKept.parse(rows[0].choices) : null
}

export const saveDraft = (world: AnyWorld, budget: BudgetId, person: string, choices: Choices) =>
  sql`insert into budgets.draft (body_id, budget_id, person_id, choices) values (${world.body.id}, ${budget}, ${person}, ${JSON.stringify(choices)}::jsonb)
    on conflict (body_id, budget_id, person_id) do update set choices = excluded.choices`.execute(world.db)

const dropDraft = (world: AnyWorld, budget: BudgetId, person: string) =>
  sql`delete from budgets.draft where body_id = ${world.body.id} and budget_id = ${budget} and person_id = ${person}`.execute(world.db)

/** The ballot this person cast; null when none, or once the count has separated it from its name. */
export const readBallot = async ({ db, body }: Where, budget: BudgetId, person: string): Promise<OwnBallot | null> => {
  const { rows } = await sql<OwnBallot>`select choices, district, age from budgets.ballot
    where body_id = ${body.id} and budget_id = ${budget} and person_id = ${person}`.execute(db)
  return rows[0] ? { ...rows[0], choices: ChoicesKept.parse(rows[0].choices) } : null
}

/** Casts a ballot, or puts another in its place: one a person, the index says so. Neither the hour nor the choices enter the journal. */
export const castBallot = async (world: Here, budget: BudgetId, person: string, { choices, district, age }: OwnBallot): Promise<void> => {
  await sql`insert into budgets.ballot (body_id, budget_id, person_id, channel, choices, district, age)
    values (${world.body.id}, ${budget}, ${person}, ${world.actor.onBehalf?.channel ?? 'screen'}, ${JSON.stringify(choices)}::jsonb, ${district}, ${age})
    on conflict (body_id, budget_id, person_id) where person_id is not null
    do update set choices = excluded.choices, channel = excluded.channel, district = excluded.district, age = excluded.age`.execute(
    world.db,
  )
  await dropDraft(world, budget, person)
  await record(world, 'budget.ballot-cast', { subject: budgetSubject(budget), content: { budget } })
}

export const removeBallot = (world: AnyWorld, budget: BudgetId, person: string) =>
  sql`delete from budgets.ballot where body_id = ${world.body.id} and budget_id = ${budget} and person_id = ${person}`.execute(world.db)

/** How many voted so far, and by which channel; nothing of what they chose. */
export const countBallots = async ({ db, body }: Where, budget: BudgetId): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await sql<{ channel: string; n: number }>`select channel, count(*)::int as n from budgets.ballot
    where body_id = ${body.id} and budget_id = ${budget} group by channel order by channel`.execute(db)
  return Object.fromEntries(rows.map(({ channel, n }) => [channel, n]))
}

/** After the close: ballots lose their name for ever, and drafts go. */
export const separateBallots = async ({ db, body }: Where, budget: BudgetId): Promise<void> => {
  await sql`update budgets.ballot set person_id = null where body_id = ${body.id} and budget_id = ${budget} and person_id is not null`.execute(
    db,
  )
  await sql`delete from budgets.draft where body_id = ${body.id} and budget_id = ${budget}`.execute(db)
}

/** Once counted for good: what voters said of themselves goes too; the figures of their groups are in the count. */
export const forgetGroups = ({ db, body }: Where, budget: BudgetId) =>
  sql`update budgets.ballot set district = null, age = null where body_id = ${body.id} and budget_id = ${budget}`.execute(db)

export interface PublishedBallot {
  readonly pseudonym: string
  readonly channel: string
  readonly choices: Choices
  readonly district: string | null
  readonly age: string | null
}
/** Every ballot, in the order of its random name. */
export const readBallots = async ({ db, body }: Where, budget: BudgetId): Promise<readonly PublishedBallot[]> => {
  const { rows } = await sql<PublishedBallot>`select pseudonym, channel, choices, district, age from budgets.ballot
    where body_id = ${body.id} and budget_id = ${budget} order by pseudonym`.execute(db)
  return rows // written by this module alone, from choices it had checked
}

export const addBallots = async (
  { db, body }: Where,
  budget: BudgetId,
  channel: 'file' | 'paper' | 'screen',
  ballots: readonly OwnBallot[],
) => {
  for (let from = 0; from < ballots.length; from += 1000) {
    const some = JSON.stringify(ballots.slice(from, from + 1000))
    await sql`insert into budgets.ballot (body_id, budget_id, channel, choices, district, age)
      select ${body.id}, ${budget}, ${channel}, b.choices, b.district, b.age
      from jsonb_to_recordset(${some}::jsonb) as b (choices jsonb, district text, age text)`.execute(db)
  }
}
