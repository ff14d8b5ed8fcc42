import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { type Phase, phaseOf } from '../rules/phases.ts'
import type { BudgetRules } from '../rules/terms.ts'
import type { BudgetId, Here } from '../schema.ts'
import { budgetSubject } from '../rules/sitePath.ts'

type Where = Pick<AnyWorld, 'db' | 'body' | 'today'>

export interface Budget {
  readonly id: BudgetId
  readonly title: string
  readonly summary: string
  readonly publishedAt: string | null
  /** Name of the file that a budget of the past was read from. */
  readonly archive: string | null
  readonly isCounted: boolean
  readonly rules: BudgetRules
  readonly phase: Phase
}

const rulesColumns = sql`r.version, r.envelope_cents::float8 as "envelopeCents", r.ceiling_cents::float8 as "ceilingCents", r.ideas_from as "ideasFrom",
  r.ideas_until as "ideasUntil", r.study_until as "studyUntil", r.vote_from as "voteFrom", r.vote_until as "voteUntil",
  r.propose_rule_id as "proposeRule", r.vote_rule_id as "voteRule", r.vote_kind as "voteKind",
  r.most_choices as "mostChoices", r.points, r.method`

const selectBudgets = sql`select b.id, b.title, b.summary, b.published_at as "publishedAt", b.archive,
    exists (select from budgets.count k where k.body_id = b.body_id and k.budget_id = b.id) as "isCounted", ${rulesColumns}
  from budgets.budget b
  cross join lateral (select * from budgets.rules r where r.body_id = b.body_id and r.budget_id = b.id order by r.version desc limit 1) r`

type Row = Omit<Budget, 'rules' | 'phase'> & BudgetRules

const budgetFrom = (today: string, { id, title, summary, publishedAt, archive, isCounted, ...rules }: Row): Budget => ({
  id,
  title,
  summary,
  publishedAt,
  archive,
  isCounted,
  rules,
  phase: phaseOf({ rules, isPublished: publishedAt !== null, isCounted, today }),
})

/** Budgets, the latest first; those not yet published only `withDrafts`. */
export const readBudgets = async ({ db, body, today }: Where, withDrafts = false): Promise<readonly Budget[]> => {
  const { rows } = await sql<Row>`${selectBudgets} where b.body_id = ${body.id} ${withDrafts ? sql`` : sql`and b.published_at is not null`}
    order by r.vote_until desc, b.id desc limit 100`.execute(db)
  return rows.map(row => budgetFrom(today, row))
}

export const readBudget = async ({ db, body, today }: Where, id: BudgetId): Promise<Budget | null> => {
  const { rows } = await sql<Row>`${selectBudgets} where b.body_id = ${body.id} and b.id = ${id}`.execute(db)
  return rows[0] ? budgetFrom(today, rows[0]) : null
}

/** One act at a time on a budget: whoever comes second waits, then sees what the first did. */
export const holdBudget = ({ db, body }: Pick<AnyWorld, 'db' | 'body'>, id: BudgetId) =>
  sql`select from budgets.budget where body_id = ${body.id} and id = ${id} for update`.execute(db)

export interface RulesVersion {
  readonly rules: BudgetRules
  readonly note: string
  readonly by: string | null
  readonly at: string
}
/** Every version of its rules, the latest first. */
export const readRulesVersions = async ({ db, body }: Pick<AnyWorld, 'db' | 'body'>, id: BudgetId): Promise<readonly RulesVersion[]> => {
  const { rows } = await sql<BudgetRules & { note: string; by: string | null; at: string }>`
    select ${rulesColumns}, r.note, (select p.name from kernel.person p where p.id = r.written_by) as by, r.written_at as at
    from budgets.rules r where r.body_id = ${body.id} and r.budget_id = ${id} order by r.version desc limit 50`.execute(db)
  return rows.map(({ note, by, at, ...rules }) => ({ rules, note, by, at }))
}

export interface BudgetWords {
  readonly title: string
  readonly summary: string
  readonly sectors: readonly string[]
}

/** Makes a budget that only the town hall sees, with its first rules. @returns its number */
export const addBudget = async (
  world: Here,
  made: BudgetWords & { readonly archive?: string },
  rules: Omit<BudgetRules, 'version'>,
): Promise<BudgetId> => {
  const { id } = await world.db
    .insertInto('budgets.budget')
    .values({
      body_id: world.body.id,
      title: made.title,
      summary: made.summary,
      created_by: world.actor.personId,
      created_at: world.now,
      published_by: made.archive ? world.actor.personId : null,
      published_at: made.archive ? world.now : null,
      archive: made.archive ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addRules(world, id, { ...rules, version: 1 }, '')
  await setSectors(world, id, made.sectors)
  await record(world, 'budget.created', { subject: budgetSubject(id), content: { budget: id, title: made.title } })
  return id
}

/** A new version of the rules; the older ones stay. */
export const addRules = (world: Here, id: BudgetId, rules: BudgetRules, note: string) =>
  sql`insert into budgets.rules (body_id, budget_id, version, envelope_cents, ceiling_cents, ideas_from, ideas_until, study_until, vote_from,
      vote_until, propose_rule_id, vote_rule_id, vote_kind, most_choices, points, method, note, written_by, written_at)
    values (${world.body.id}, ${id}, ${rules.version}, ${rules.envelopeCents}, ${rules.ceilingCents}, ${rules.ideasFrom}, ${rules.ideasUntil},
      ${rules.studyUntil}, ${rules.voteFrom}, ${rules.voteUntil}, ${rules.proposeRule}, ${rules.voteRule}, ${rules.voteKind},
      ${rules.mostChoices}, ${rules.points}, ${rules.method}, ${note}, ${world.actor.personId}, ${world.now})`.execute(world.db)

/** Changes the words, and writes a version of the rules when they changed. */
export const changeBudget = async (
  world: Here,
  budget: Budget,
  made: BudgetWords,
  rules: Omit<BudgetRules, 'version'>,
  note: string,
): Promise<void> => {
  await world.db
    .updateTable('budgets.budget')
    .set({ title: made.title, summary: made.summary })
    .where('body_id', '=', world.body.id)
    .where('id', '=', budget.id)
    .execute()
  await setSectors(world, budget.id, made.sectors)
  const version = budget.rules.version + 1
  const isSame = (Object.keys(rules) as (keyof typeof rules)[]).every(key => rules[key] === budget.rules[key]) // the keys of the rules
  if (!isSame) await addRules(world, budget.id, { ...rules, version }, note)
  await record(world, 'budget.rules-changed', {
    subject: budgetSubject(budget.id),
    content: { budget: budget.id, version: isSame ? budget.rules.version : version, note },
  })
}

export const publishBudget = async (world: Here, { id, title }: Budget): Promise<void> => {
  await world.db
    .updateTable('budgets.budget')
    .set({ published_at: world.now, published_by: world.actor.personId })
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .execute()
  await record(world, 'budget.published', { subject: budgetSubject(id), content: { budget: id, title } })
}

export interface Sector {
  readonly id: string
  readonly name: string
}
export const readSectors = async ({ db, body }: Pick<AnyWorld, 'db' | 'body'>, id: BudgetId): Promise<readonly Sector[]> =>
  (await sql<Sector>`select id, name from budgets.sector where body_id = ${body.id} and budget_id = ${id} order by id`.execute(db)).rows

/** Sectors that hold ideas stay, whatever the list says. */
const setSectors = async ({ db, body }: Here, id: BudgetId, names: readonly string[]) => {
  const wanted = [...new Set(names)]
  await sql`delete from budgets.sector s where s.body_id = ${body.id} and s.budget_id = ${id} and not s.name = any(${wanted}::text[])
    and not exists (select from budgets.idea i where i.body_id = s.body_id and i.sector_id = s.id)`.execute(db)
  for (const name of wanted)
    await sql`insert into budgets.sector (body_id, budget_id, name) values (${body.id}, ${id}, ${name}) on conflict do nothing`.execute(db)
}
