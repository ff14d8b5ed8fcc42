import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { Answers } from '../rules/answers.ts'
import { compareKeying } from '../rules/compareKeying.ts'
import { canKey, type SheetRefusal, type SheetState } from '../rules/sheetState.ts'
import { own } from '../tables.ts'
import type { StoredQuestionnaire } from './questionnaires.ts'
import { type Recorded, recordResponse } from './responses.ts'

/** A numbered sheet of paper, and what was read on it. */
export interface Sheet {
  readonly number: number
  readonly code: string
  readonly language: string
  readonly printedOn: string
  readonly state: SheetState
  readonly outcome: 'agreed' | 'settled' | 'single' | 'set-aside' | null
  readonly reason: string
  readonly keyedBy: readonly (string | null)[]
}
type Place = Pick<AnyWorld, 'db' | 'body'>

/**
 * Numbers `count` more sheets and gives each its code.
 * @param codeOf the code to print on the sheet of that number
 * @returns the number of the first
 */
export const printSheets = async (
  world: AnyWorld,
  questionnaire: string,
  { count, language, codeOf }: { readonly count: number; readonly language: string; readonly codeOf: (number: number) => Promise<string> },
): Promise<number> => {
  await sql`select from questionnaires.questionnaire where body_id = ${world.body.id} and id = ${questionnaire} for update`.execute(
    world.db,
  )
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(number), 0) as last from questionnaires.sheet
    where body_id = ${world.body.id} and questionnaire_id = ${questionnaire}`.execute(world.db)
  const first = (rows[0]?.last ?? 0) + 1
  for (let number = first; number < first + count; number += 1) {
    const sheet = { body_id: world.body.id, questionnaire_id: questionnaire, number, code: await codeOf(number), language }
    await own(world.db)
      .insertInto('questionnaires.sheet')
      .values({ ...sheet, printed_on: world.today })
      .execute()
  }
  return first
}

/** Sheets from a number on, in order. */
export const sheetsFrom = async ({ db, body }: Place, questionnaire: string, from: number, size: number): Promise<readonly Sheet[]> => {
  const { rows } = await sql<Sheet>`
    select s.number, s.code, s.language, s.printed_on as "printedOn", e.outcome, coalesce(e.reason, '') as reason,
      coalesce(k.people, '{}') as "keyedBy",
      case when e.outcome = 'set-aside' then 'set-aside' when e.outcome is not null then 'counted'
        when k.readings = 2 then 'to-settle' when k.readings = 1 then 'keyed-once' else 'printed' end as state
    from questionnaires.sheet s
    left join questionnaires.settlement e on e.body_id = s.body_id and e.questionnaire_id = s.questionnaire_id and e.sheet = s.number
    left join lateral (
      select count(*)::int as readings, array_agg(keyed_by::text order by turn) as people from questionnaires.keying k
      where k.body_id = s.body_id and k.questionnaire_id = s.questionnaire_id and k.sheet = s.number
    ) k on true
    where s.body_id = ${body.id} and s.questionnaire_id = ${questionnaire} and s.number >= ${from}
    order by s.number limit ${size}`.execute(db)
  return rows
}
export const sheetNumbered = async (world: Place, questionnaire: string, number: number): Promise<Sheet | undefined> =>
  (await sheetsFrom(world, questionnaire, number, 1)).find(sheet => sheet.number === number)

/** How many sheets there are in each state. */
export const sheetCounts = async ({ db, body }: Place, questionnaire: string) => {
  const { rows } = await sql<{ printed: number; counted: number; aside: number; once: number; twice: number }>`
    select count(*)::int as printed, count(*) filter (where e.outcome <> 'set-aside')::int as counted,
      count(*) filter (where e.outcome = 'set-aside')::int as aside,
      count(*) filter (where e.outcome is null and k.readings = 1)::int as once,
      count(*) filter (where e.outcome is null and k.readings = 2)::int as twice
    from questionnaires.sheet s
    left join questionnaires.settlement e on e.body_id = s.body_id and e.questionnaire_id = s.questionnaire_id and e.sheet = s.number
    left join lateral (
      select count(*) as readings from questionnaires.keying k
      where k.body_id = s.body_id and k.questionnaire_id = s.questionnaire_id and k.sheet = s.number
    ) k on true
    where s.body_id = ${body.id} and s.questionnaire_id = ${questionnaire}`.execute(db)
  return rows[0] ?? { printed: 0, counted: 0, aside: 0, once: 0, twice: 0 }
}

/** The readings of a sheet, the first first. */
export const readingsOf = async ({ db, body }: Place, questionnaire: string, number: number): Promise<readonly Answers[]> => {
  const rows = await own(db)
    .selectFrom('questionnaires.keying')
    .select('answers')
    .where('body_id', '=', body.id)
    .where('questionnaire_id', '=', questionnaire)
    .where('sheet', '=', number)
    .orderBy('turn')
    .execute()
  return rows.map(row => Answers.parse(row.answers))
}

export type Keyed =
  | { readonly ok: true; readonly state: 'keyed-once' | 'to-settle' | 'counted' }
  | { readonly ok: false; readonly because: SheetRefusal | 'not-open' | 'invalid' }

/**
 * Keeps what this person read on a sheet. The second reading by another person counts the sheet when both agree; otherwise it
 * waits for a third look. With `single`, one reading is enough.
 */
export const keySheet = async (
  world: AnyWorld,
  questionnaire: StoredQuestionnaire,
  sheet: Sheet,
  keyed: { readonly answers: Answers; readonly person: string; readonly single: boolean },
): Promise<Keyed> => {
  const may = canKey(sheet, keyed.person)
  if (!may.ok) return may
  const turn = sheet.state === 'printed' ? 1 : 2 // two who cross meet the key, and the second is told
  await own(world.db)
    .insertInto('questionnaires.keying')
    .values({
      body_id: world.body.id,
      questionnaire_id: questionnaire.id,
      sheet: sheet.number,
      turn,
      keyed_by: keyed.person,
      keyed_at: world.now,
      answers: JSON.stringify(keyed.answers),
    })
    .execute()
  if (turn === 1 && !keyed.single) return { ok: true, state: 'keyed-once' }
  const [first] = turn === 2 ? await readingsOf(world, questionnaire.id, sheet.number) : [keyed.answers]
  if (first && compareKeying(questionnaire.content, first, keyed.answers).length > 0) return { ok: true, state: 'to-settle' }
  const counted = await countSheet(world, questionnaire, sheet, first ?? keyed.answers, {
    outcome: turn === 2 ? 'agreed' : 'single',
    differences: 0,
  })
  return counted.ok ? { ok: true, state: 'counted' } : { ok: false, because: counted.because === 'not-open' ? 'not-open' : 'invalid' }
}

/** Counts a sheet whose two readings differ, as a third look at the paper settles it. */
export const settleSheet = async (
  world: AnyWorld,
  questionnaire: StoredQuestionnaire,
  sheet: Sheet,
  answers: Answers,
): Promise<Recorded> => {
  const [first, second] = await readingsOf(world, questionnaire.id, sheet.number)
  const differences = first && second ? compareKeying(questionnaire.content, first, second).length : 0
  return countSheet(world, questionnaire, sheet, answers, { outcome: 'settled', differences })
}

/** Leaves a sheet out for a reason that is kept: lost, unreadable, spoiled. */
export const setSheetAside = (world: AnyWorld, questionnaire: string, sheet: Sheet, reason: string) =>
  addSettlement(world, questionnaire, sheet, { outcome: 'set-aside', differences: 0, reason })

const countSheet = async (
  world: AnyWorld,
  questionnaire: StoredQuestionnaire,
  sheet: Sheet,
  answers: Answers,
  settlement: { readonly outcome: 'agreed' | 'settled' | 'single'; readonly differences: number },
): Promise<Recorded> => {
  const response = { answers, channel: 'paper', language: sheet.language, answerer: 'nobody', sheet: sheet.number } as const
  const recorded = await recordResponse(world, questionnaire, response)
  if (recorded.ok) await addSettlement(world, questionnaire.id, sheet, { ...settlement, reason: '' })
  return recorded
}

const addSettlement = (
  world: AnyWorld,
  questionnaire: string,
  sheet: Sheet,
  settlement: { readonly outcome: 'agreed' | 'settled' | 'single' | 'set-aside'; readonly differences: number; readonly reason: string },
) =>
  own(world.db)
    .insertInto('questionnaires.settlement')
    .values({
      body_id: world.body.id,
      questionnaire_id: questionnaire,
      sheet: sheet.number,
      ...settlement,
      settled_by: world.actor.personId,
      settled_at: world.now,
    })
    .execute()
