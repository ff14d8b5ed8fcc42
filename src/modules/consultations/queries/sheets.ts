import { z } from 'zod'
import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import type { Vote } from '../rules/terms.ts'
import type { ConsultationId } from '../schema.ts'

const Printed = z.array(z.object({ number: z.number(), text: z.string() }))
export type Printed = z.output<typeof Printed>

export interface PrintRun {
  readonly id: string
  readonly consultation: ConsultationId
  readonly printedAt: string
  readonly sheets: number
  readonly keyed: number
}
const columns = sql`r.id, r.consultation_id as consultation, r.printed_at as "printedAt",
  (select count(*)::int from consultations.sheet s where s.body_id = r.body_id and s.run_id = r.id) as sheets,
  (select count(*)::int from consultations.sheet s join consultations.participant p on p.body_id = s.body_id and p.sheet_id = s.id
    where s.body_id = r.body_id and s.run_id = r.id) as keyed`

/** Prepares sheets to print, numbered, with the statements as they are worded now. */
export const printSheets = async (world: AnyWorld, consultation: ConsultationId, copies: number, printed: Printed): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    insert into consultations.print_run (body_id, consultation_id, printed_at, printed_by, statements)
    values (${world.body.id}, ${consultation}, ${world.now}, ${world.actor.personId}, ${JSON.stringify(printed)}::jsonb) returning id`.execute(
    world.db,
  )
  const run = rows[0]!.id
  await sql`insert into consultations.sheet (body_id, run_id, consultation_id, number)
    select ${world.body.id}, ${run}::bigint, ${consultation}::bigint, n from generate_series(1, ${copies}::int) n`.execute(world.db)
  await record(world, 'sheets.printed', { subject: `consultation:${consultation}`, content: { run, copies } })
  return run
}

export const printRuns = async (world: AnyWorld, consultation: ConsultationId): Promise<readonly PrintRun[]> => {
  const { rows } = await sql<PrintRun>`
    select ${columns} from consultations.print_run r where r.body_id = ${world.body.id} and r.consultation_id = ${consultation} order by r.id desc limit 100`.execute(
    world.db,
  )
  return rows
}

export interface RunDetail extends PrintRun {
  readonly statements: Printed
  readonly list: readonly { readonly id: string; readonly number: number }[]
}
export const printRun = async (world: AnyWorld, id: string): Promise<RunDetail | null> => {
  const { rows } = await sql<PrintRun & { statements: unknown; list: { id: string; number: number }[] }>`
    select ${columns}, r.statements,
      (select jsonb_agg(jsonb_build_object('id', s.id::text, 'number', s.number) order by s.number) from consultations.sheet s where s.body_id = r.body_id and s.run_id = r.id) as list
    from consultations.print_run r where r.body_id = ${world.body.id} and r.id = ${id}`.execute(world.db)
  return rows[0] ? { ...rows[0], statements: Printed.parse(rows[0].statements) } : null
}

export interface Sheet {
  readonly id: string
  readonly number: number
  readonly run: string
  readonly consultation: ConsultationId
  readonly printedAt: string
  readonly statements: Printed
  readonly isKeyed: boolean
}
export const sheetById = async (world: AnyWorld, id: string): Promise<Sheet | null> => {
  const { rows } = await sql<Omit<Sheet, 'statements'> & { statements: unknown }>`
    select s.id, s.number, s.run_id as run, s.consultation_id as consultation, r.printed_at as "printedAt", r.statements,
      exists (select from consultations.participant p where p.body_id = s.body_id and p.sheet_id = s.id) as "isKeyed"
    from consultations.sheet s join consultations.print_run r on r.body_id = s.body_id and r.id = s.run_id
    where s.body_id = ${world.body.id} and s.id = ${id}`.execute(world.db)
  return rows[0] ? { ...rows[0], statements: Printed.parse(rows[0].statements) } : null
}

/** Keys in a sheet that bears no name, once: the database refuses the second time. Only statements still shown are counted. */
export const keySheet = async (world: AnyWorld, sheet: Sheet, votes: readonly { statement: number; vote: Vote }[]): Promise<number> => {
  const { rows } = await sql<{ id: string }>`
    insert into consultations.participant (body_id, consultation_id, channel, keyed_by, sheet_id, joined_at)
    values (${world.body.id}, ${sheet.consultation}, 'paper', ${world.actor.onBehalf?.keyedBy ?? world.actor.personId}, ${sheet.id}, ${world.now}) returning id`.execute(
    world.db,
  )
  const done = await sql`
    insert into consultations.vote (body_id, consultation_id, participant_id, statement, value, voted_at)
    select ${world.body.id}, ${sheet.consultation}, ${rows[0]!.id}::bigint, s.number, t.value, ${world.now}::timestamptz
    from unnest(${votes.map(one => one.statement)}::int[], ${votes.map(one => one.vote)}::smallint[]) as t (number, value)
    join consultations.statement s on s.body_id = ${world.body.id} and s.consultation_id = ${sheet.consultation} and s.number = t.number and s.state = 'visible'`.execute(
    world.db,
  )
  // The sheet bears no name: were an agent keying in for somebody, that somebody is not written beside these votes.
  await record({ ...world, actor: keying(world) }, 'sheet.keyed', {
    subject: `consultation:${sheet.consultation}`,
    content: { sheet: sheet.id, number: sheet.number },
  })
  return Number(done.numAffectedRows ?? 0)
}

const keying = ({ actor }: AnyWorld) => (actor.onBehalf ? { ...actor, personId: actor.onBehalf.keyedBy, onBehalf: null } : actor)
