import { sql, together } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { Option, Question } from '../rules/kinds.ts'
import { phaseAt, type State, type StepKind } from '../rules/life.ts'
import type { BallotId, Here } from '../schema.ts'

export interface Ballot {
  readonly id: BallotId
  readonly title: string
  readonly introduction: string
  /** What the result will serve, and who decides: a consultative vote binds nobody by law. */
  readonly purpose: string
  readonly organiser: string
  readonly measure: string | null
  /** Rule of the participation roll. */
  readonly rule: string
  readonly isSecret: boolean
  readonly hasPaper: boolean
  /** As the clock says it now: open between its two instants, closed after. */
  readonly state: State
  readonly opensAt: string
  readonly closesAt: string
}

const columns = sql`b.id, b.title, b.introduction, b.purpose, b.organiser, b.measure_id as measure, b.rule_id as rule, b.is_secret as "isSecret",
  b.has_paper as "hasPaper", b.state, b.opens_at as "opensAt", b.closes_at as "closesAt"`

const atNow = (world: AnyWorld, ballot: Ballot): Ballot => ({ ...ballot, state: phaseAt(ballot, world.now) })

/** The vote as it stands now; `stored` gives the state as it was written down. */
export const ballotById = async (world: AnyWorld, id: BallotId, { stored = false } = {}): Promise<Ballot | null> => {
  const { rows } = await sql<Ballot>`select ${columns} from ballots.ballot b where b.body_id = ${world.body.id} and b.id = ${id}`.execute(
    world.db,
  )
  const [found] = rows
  if (!found) return null
  return stored ? found : atNow(world, found)
}

/** Votes: open ones first, then those to come, then those that are over, the latest first. */
export const ballotsOf = async (
  world: AnyWorld,
  { drafts, measure = null }: { drafts: boolean; measure?: string | null },
  page: { size: number; start: number },
): Promise<readonly Ballot[]> => {
  const { rows } = await sql<Ballot>`
    select ${columns} from ballots.ballot b
    where b.body_id = ${world.body.id} and (${drafts} or (b.state <> 'draft' and exists (
        select from ballots.step s where s.body_id = b.body_id and s.ballot_id = b.id and s.kind = 'announced')))
      and (${measure}::bigint is null or b.measure_id = ${measure}::bigint)
    order by case when b.state in ('ready', 'open') and ${world.now} >= b.opens_at and ${world.now} < b.closes_at then 0
        when b.state in ('ready', 'open') and ${world.now} < b.opens_at then 1 when b.state = 'draft' then 2 else 3 end,
      b.closes_at desc, b.id desc limit ${page.size} offset ${page.start}`.execute(world.db)
  return rows.map(ballot => atNow(world, ballot))
}

export const findBallots = async (world: AnyWorld, asked: string, limit: number) => {
  const { rows } = await sql<{ id: BallotId; title: string; introduction: string; rank: number }>`
    select b.id, b.title, b.introduction, ts_rank(b.search, query) as rank
    from ballots.ballot b, websearch_to_tsquery('kernel.french', ${asked}) query
    where b.body_id = ${world.body.id} and b.state not in ('draft', 'cancelled') and b.search @@ query
    order by rank desc, b.id desc limit ${limit}`.execute(world.db)
  return rows
}

/** What is asked, in order, with its options. */
export const questionsOf = async (world: AnyWorld, ballot: BallotId): Promise<readonly Question[]> => {
  const { db, body } = world as Here // the module's own tables
  const [asked, options] = await together([
    db
      .selectFrom('ballots.question')
      .select(['number', 'kind', 'title', 'explanation', 'most'])
      .where('body_id', '=', body.id)
      .where('ballot_id', '=', ballot)
      .orderBy('number')
      .execute(),
    db
      .selectFrom('ballots.option')
      .select(['question', 'number', 'label', 'explanation'])
      .where('body_id', '=', body.id)
      .where('ballot_id', '=', ballot)
      .orderBy('question')
      .orderBy('number')
      .execute(),
  ])
  const of = (question: number): readonly Option[] =>
    options.filter(one => one.question === question).map(({ number, label, explanation }) => ({ number, label, explanation }))
  return asked.map(question => ({ ...question, options: of(question.number) }))
}

export interface Step {
  readonly kind: StepKind
  readonly at: string
  readonly reason: string
}
export const stepsOf = async (world: AnyWorld, ballot: BallotId): Promise<readonly Step[]> => {
  const { rows } = await sql<Step>`select kind, at, reason from ballots.step
    where body_id = ${world.body.id} and ballot_id = ${ballot} order by at, id`.execute(world.db)
  return rows
}
