import { randomInt } from 'node:crypto'
import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { type Choices, sameChoices } from '../rules/ballots.ts'
import type { BudgetId } from '../schema.ts'
import { addBallots, ChoicesKept } from './ballots.ts'
import { budgetSubject } from '../rules/sitePath.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>

export interface Sheet {
  readonly code: string
  readonly readings: readonly {
    readonly reading: number
    readonly choices: Choices
    readonly by: string | null
    readonly name: string | null
  }[]
  readonly isCounted: boolean
}

// Without 0, O, 1, I, L, U: nothing to mistake for another.
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A paper ballot to hand out. Its code is drawn at random and kept without a name and without an hour. @returns the code */
export const issueSheet = async ({ db, body }: Where, budget: BudgetId): Promise<string> => {
  const code = Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')
  const { rows } = await sql`insert into budgets.sheet (body_id, budget_id, code) values (${body.id}, ${budget}, ${code})
    on conflict do nothing returning code`.execute(db)
  return rows.length > 0 ? code : issueSheet({ db, body }, budget)
}

const selectSheets = ({ body }: Pick<Where, 'body'>, budget: BudgetId) => sql`
  select s.code, exists (select from budgets.sheet_counted k where k.body_id = s.body_id and k.budget_id = s.budget_id and k.code = s.code) as "isCounted",
    coalesce((select jsonb_agg(jsonb_build_object('reading', e.reading, 'choices', e.choices, 'by', e.keyed_by,
        'name', (select p.name from kernel.person p where p.id = e.keyed_by)) order by e.reading)
      from budgets.sheet_entry e where e.body_id = s.body_id and e.budget_id = s.budget_id and e.code = s.code), '[]') as readings
  from budgets.sheet s where s.body_id = ${body.id} and s.budget_id = ${budget}`

/** The sheets of a budget, those that await a reading first. */
export const readSheets = async (
  { db, body }: Where,
  budget: BudgetId,
  page: { readonly size: number; readonly start: number },
): Promise<readonly Sheet[]> =>
  (
    await sql<Sheet>`select * from (${selectSheets({ body }, budget)}) t
      order by t."isCounted", jsonb_array_length(t.readings) = 0, t.code limit ${page.size + 1} offset ${page.start}`.execute(db)
  ).rows.map(checked)

export const readSheet = async ({ db, body }: Where, budget: BudgetId, code: string): Promise<Sheet | null> => {
  const { rows } = await sql<Sheet>`${selectSheets({ body }, budget)} and s.code = ${code}`.execute(db)
  return rows[0] ? checked(rows[0]) : null
}
const checked = (sheet: Sheet): Sheet => ({
  ...sheet,
  readings: sheet.readings.map(one => ({ ...one, choices: ChoicesKept.parse(one.choices) })),
})

export interface SheetCounts {
  readonly issued: number
  readonly counted: number
  readonly open: number
}
export const countSheets = async ({ db, body }: Where, budget: BudgetId): Promise<SheetCounts> => {
  const { rows } = await sql<SheetCounts>`select count(*)::int as issued, count(k.code)::int as counted,
      count(*) filter (where k.code is null and exists (select from budgets.sheet_entry e
        where e.body_id = s.body_id and e.budget_id = s.budget_id and e.code = s.code))::int as open
    from budgets.sheet s left join budgets.sheet_counted k on k.body_id = s.body_id and k.budget_id = s.budget_id and k.code = s.code
    where s.body_id = ${body.id} and s.budget_id = ${budget}`.execute(db)
  return rows[0] ?? { issued: 0, counted: 0, open: 0 }
}

/** Keeps one reading; when two agree, the ballot is counted. @returns whether it now counts, or why a reading more is needed */
export const keySheet = async (
  world: AnyWorld,
  budget: BudgetId,
  sheet: Sheet,
  choices: Choices,
): Promise<'counted' | 'first' | 'differ'> => {
  const reading = sheet.readings.length + 1
  await sql`insert into budgets.sheet_entry (body_id, budget_id, code, reading, choices, keyed_by)
    values (${world.body.id}, ${budget}, ${sheet.code}, ${reading}, ${JSON.stringify(choices)}::jsonb, ${world.actor.personId})`.execute(
    world.db,
  )
  await record(world, 'budget.sheet-keyed', { subject: budgetSubject(budget), content: { budget, reading } })
  // A third look settles what two readings could not.
  const agrees = reading === 3 || sheet.readings.some(one => sameChoices(one.choices, choices))
  if (!agrees) return reading === 1 ? 'first' : 'differ'
  await sql`insert into budgets.sheet_counted (body_id, budget_id, code) values (${world.body.id}, ${budget}, ${sheet.code})`.execute(
    world.db,
  )
  await addBallots(world, budget, 'paper', [{ choices, district: null, age: null }])
  return 'counted'
}
