import { sql } from '#kernel/db'
import type { QuoteStep } from '#engines/booking'
import type { OpenStep } from '../rules/procedure.ts'
import type { EndedBecause, EntryKind, HolderKind, LetterKind, StepKind, VisitState } from '../rules/terms.ts'
import type { Here } from '../schema.ts'

type Where = Pick<Here, 'db' | 'body' | 'today'>
export interface Tenancy {
  readonly id: string
  readonly plot: string
  readonly plotNumber: string
  readonly squareMetres: number
  readonly garden: string
  readonly gardenName: string
  readonly application: string | null
  readonly round: string
  readonly person: string | null
  /** Known to the holder and to those who run the garden, to nobody else. */
  readonly personName: string | null
  readonly holder: HolderKind
  readonly holderName: string
  readonly showsName: boolean
  readonly offeredOn: string
  readonly answerBy: string
  readonly signedAt: string | null
  readonly edition: number | null
  readonly since: string
  readonly until: string
  readonly leavingOn: string | null
  readonly endedOn: string | null
  readonly endedBecause: EndedBecause | null
  readonly returnedOn: string | null
  readonly returnedNote: string
}
const tenancies = ({ db, body }: Where) =>
  db
    .selectFrom('plots.tenancy as t')
    .innerJoin('plots.plot as p', join => join.onRef('p.body_id', '=', 't.body_id').onRef('p.id', '=', 't.plot_id'))
    .innerJoin('plots.garden as g', join => join.onRef('g.body_id', '=', 'p.body_id').onRef('g.id', '=', 'p.garden_id'))
    .leftJoin('kernel.person as h', 'h.id', 't.person_id')
    .select([
      't.id',
      't.plot_id as plot',
      'p.number as plotNumber',
      'p.square_metres as squareMetres',
      'p.garden_id as garden',
      'g.name as gardenName',
      't.application_id as application',
      't.round_id as round',
      't.person_id as person',
      'h.name as personName',
      't.holder',
      't.holder_name as holderName',
      't.shows_name as showsName',
      't.offered_on as offeredOn',
      't.answer_by as answerBy',
      't.signed_at as signedAt',
      't.edition',
      't.since',
      't.until',
      't.leaving_on as leavingOn',
      't.ended_on as endedOn',
      't.ended_because as endedBecause',
      't.returned_on as returnedOn',
      't.returned_note as returnedNote',
    ])
    .where('t.body_id', '=', body.id)

export const tenancyById = (world: Where, id: string): Promise<Tenancy | undefined> =>
  tenancies(world).where('t.id', '=', id).executeTakeFirst()
/** A person's plots, those that they have first. */
export const tenanciesOf = (world: Where, person: string): Promise<readonly Tenancy[]> =>
  tenancies(world)
    .where('t.person_id', '=', person)
    .orderBy(sql`t.ended_on is not null`)
    .orderBy('t.id', 'desc')
    .limit(100)
    .execute()
/** Plots offered or held, of some gardens (all without), by garden and number; and those that ended without the place having been seen. */
export const heldIn = (world: Where, gardens: readonly string[] | null = null): Promise<readonly Tenancy[]> =>
  gardens !== null && gardens.length === 0
    ? Promise.resolve([])
    : tenancies(world)
        .where(eb =>
          eb.or([
            eb('t.ended_on', 'is', null),
            eb.and([eb('t.returned_on', 'is', null), eb('t.ended_because', 'in', ['released', 'season-over', 'left'])]),
          ]),
        )
        .$if(gardens !== null, query => query.where('p.garden_id', 'in', gardens ?? []))
        .orderBy('g.name')
        .orderBy(sql`length(p.number)`)
        .orderBy('p.number')
        .orderBy('t.id')
        .limit(1000)
        .execute()
/** What was given in a round. */
export const givenIn = (world: Where, round: string): Promise<readonly Tenancy[]> =>
  tenancies(world).where('t.round_id', '=', round).orderBy('t.id').limit(2000).execute()

export interface Entry {
  readonly id: string
  readonly tenancy: string
  readonly kind: EntryKind
  readonly cents: number
  readonly season: string
  readonly steps: readonly QuoteStep[] | null
  readonly note: string
  readonly on: string
  readonly by: string | null
}
const entries = ({ db, body }: Where) =>
  db
    .selectFrom('plots.entry')
    .select(['id', 'tenancy_id as tenancy', 'kind', 'cents', 'season', 'steps', 'note', 'on_day as on', 'by_person as by'])
    .where('body_id', '=', body.id)
export const entriesOf = (world: Where, tenancy: string): Promise<readonly Entry[]> =>
  entries(world).where('tenancy_id', '=', tenancy).orderBy('id').limit(500).execute()
export const entryById = (world: Where, id: string): Promise<Entry | undefined> => entries(world).where('id', '=', id).executeTakeFirst()

export interface Visit {
  readonly id: string
  readonly on: string
  readonly state: VisitState
  readonly note: string
  readonly by: string | null
  readonly photos: readonly { readonly id: string; readonly caption: string }[]
}
export const visitsOf = async ({ db, body }: Where, tenancy: string): Promise<readonly Visit[]> => {
  const { rows } = await sql<Visit>`
    select v.id::text as id, v.visited_on as on, v.state, v.note, v.by_person as by,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id::text, 'caption', f.caption) order by f.id)
        from plots.photo f where f.body_id = v.body_id and f.visit_id = v.id), '[]') as photos
    from plots.visit v where v.body_id = ${body.id} and v.tenancy_id = ${tenancy} order by v.visited_on desc, v.id desc limit 100`.execute(
    db,
  )
  return rows
}
/** A photograph, and whose plot it shows. */
export const photoById = async ({ db, body }: Where, id: string) => {
  const { rows } = await sql<{ file: string; tenancy: string }>`
    select f.file_id::text as file, v.tenancy_id::text as tenancy from plots.photo f
    join plots.visit v on v.body_id = f.body_id and v.id = f.visit_id where f.body_id = ${body.id} and f.id = ${id}`.execute(db)
  return rows[0]
}

export interface Step {
  readonly id: string
  readonly tenancy: string
  readonly kind: StepKind
  readonly issuedOn: string
  readonly dueOn: string
  readonly reason: string
  readonly by: string | null
  readonly endedOn: string | null
  readonly endedBecause: 'cured' | 'upheld' | 'done' | 'left' | null
  readonly objection: {
    readonly id: string
    readonly text: string
    readonly at: string
    readonly answer: string | null
    readonly accepted: boolean | null
    readonly answeredBy: string | null
    readonly answeredAt: string | null
  } | null
}
const steps = sql`
  select s.id::text as id, s.tenancy_id::text as tenancy, s.kind, s.issued_on as "issuedOn", s.due_on as "dueOn", s.reason, s.by_person as by,
    s.ended_on as "endedOn", s.ended_because as "endedBecause",
    case when o.id is null then null else jsonb_build_object('id', o.id::text, 'text', o.text, 'at', o.objected_at, 'answer', o.answer,
      'accepted', o.accepted, 'answeredBy', o.answered_by, 'answeredAt', o.answered_at) end as objection
  from plots.step s left join plots.objection o on o.body_id = s.body_id and o.step_id = s.id`
/** The steps about a plot, in order; those of an earlier procedure too. */
export const stepsOf = async ({ db, body }: Where, tenancy: string): Promise<readonly Step[]> => {
  const { rows } = await sql<Step>`${steps} where s.body_id = ${body.id} and s.tenancy_id = ${tenancy} order by s.id limit 100`.execute(db)
  return rows
}
export const stepById = async ({ db, body }: Where, id: string): Promise<Step | undefined> => {
  const { rows } = await sql<Step>`${steps} where s.body_id = ${body.id} and s.id = ${id}`.execute(db)
  return rows[0]
}
export const stepOfObjection = async ({ db, body }: Where, id: string): Promise<Step | undefined> => {
  const { rows } = await sql<Step>`${steps} where o.body_id = ${body.id} and o.id = ${id}`.execute(db)
  return rows[0]
}
/** Every step that is not over. */
export const openSteps = async ({ db, body }: Where): Promise<readonly Step[]> => {
  const { rows } = await sql<Step>`${steps} where s.body_id = ${body.id} and s.ended_on is null order by s.id limit 1000`.execute(db)
  return rows
}
/** As the rules see it. */
export const asOpen = (found: readonly Step[]): readonly OpenStep[] =>
  found
    .filter(step => step.endedOn === null)
    .map(({ kind, issuedOn, dueOn, objection }) => ({
      kind,
      issuedOn,
      dueOn,
      isContested: objection !== null && objection.answer === null,
    }))

export interface Letter {
  readonly id: string
  readonly person: string | null
  readonly kind: LetterKind
  readonly facts: Readonly<Record<string, string | number>>
  readonly at: string
  readonly channel: 'waiting' | 'mail' | 'paper'
  readonly handedOn: string | null
  readonly tenancy: string | null
  readonly application: string | null
}
export const lettersOf = ({ db, body }: Where) =>
  db
    .selectFrom('plots.letter')
    .select([
      'id',
      'person_id as person',
      'kind',
      'facts',
      'told_at as at',
      'channel',
      'handed_on as handedOn',
      'tenancy_id as tenancy',
      'application_id as application',
    ])
    .where('body_id', '=', body.id)
    .orderBy('id')
    .limit(200)
