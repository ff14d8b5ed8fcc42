import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import type { Kind } from '../rules/kinds.ts'
import type { State, StepKind } from '../rules/life.ts'
import type { BallotId, Here } from '../schema.ts'
import { questionsOf } from './ballots.ts'

export interface NewBallot {
  readonly title: string
  readonly introduction: string
  readonly purpose: string
  readonly organiser: string
  readonly measure: string | null
  readonly rule: string
  readonly isSecret: boolean
  readonly hasPaper: boolean
  readonly opensAt: string
  readonly closesAt: string
}

const written = (ballot: NewBallot) => ({
  title: ballot.title,
  introduction: ballot.introduction,
  purpose: ballot.purpose,
  organiser: ballot.organiser,
  measure_id: ballot.measure,
  rule_id: ballot.rule,
  is_secret: ballot.isSecret,
  has_paper: ballot.hasPaper,
  opens_at: ballot.opensAt,
  closes_at: ballot.closesAt,
})

/** Prepares a vote: a draft that only the town hall sees. */
export const addBallot = async (world: AnyWorld, ballot: NewBallot): Promise<BallotId> => {
  const { id } = await (world as Here).db // the module's own table
    .insertInto('ballots.ballot')
    .values({ body_id: world.body.id, ...written(ballot), created_by: world.actor.personId, created_at: world.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'ballot.drafted', { subject: `ballot:${id}`, content: { title: ballot.title } })
  return id
}

/** Corrects a draft; the database refuses it once announced. */
export const correctBallot = async (world: AnyWorld, id: BallotId, ballot: NewBallot) => {
  await (world as Here).db // the module's own table
    .updateTable('ballots.ballot')
    .set(written(ballot))
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .execute()
  await record(world, 'ballot.corrected', { subject: `ballot:${id}`, content: { title: ballot.title } })
}

export interface NewQuestion {
  readonly kind: Kind
  readonly title: string
  readonly explanation: string
  readonly most: number
  readonly options: readonly { readonly label: string; readonly explanation: string }[]
}

/** Adds a question at the end, or writes that number again. */
export const putQuestion = async (world: AnyWorld, ballot: BallotId, asked: NewQuestion, number?: number) => {
  const { db, body } = world as Here // the module's own tables
  const at = number ?? ((await questionsOf(world, ballot)).at(-1)?.number ?? 0) + 1
  const { kind, title, explanation, most } = asked
  await db
    .insertInto('ballots.question')
    .values({ body_id: body.id, ballot_id: ballot, number: at, kind, title, explanation, most })
    .onConflict(on => on.columns(['body_id', 'ballot_id', 'number']).doUpdateSet({ kind, title, explanation, most }))
    .execute()
  await db.deleteFrom('ballots.option').where('body_id', '=', body.id).where('ballot_id', '=', ballot).where('question', '=', at).execute()
  if (asked.options.length > 0)
    await db
      .insertInto('ballots.option')
      .values(asked.options.map((option, index) => ({ body_id: body.id, ballot_id: ballot, question: at, number: index + 1, ...option })))
      .execute()
  await record(world, 'ballot.corrected', { subject: `ballot:${ballot}`, content: { question: at } })
}

export const removeQuestion = async (world: AnyWorld, ballot: BallotId, number: number) => {
  await (world as Here).db // the module's own table
    .deleteFrom('ballots.question')
    .where('body_id', '=', world.body.id)
    .where('ballot_id', '=', ballot)
    .where('number', '=', number)
    .execute()
  await record(world, 'ballot.corrected', { subject: `ballot:${ballot}`, content: { removed: number } })
}

const stateAfter = {
  announced: 'ready',
  opened: 'open',
  closed: 'closed',
  counted: 'counted',
  published: 'published',
  cancelled: 'cancelled',
} as const satisfies Record<StepKind, State>

/**
 * Takes a step, in the caller's transaction, and journals it: `ballot.announced`, `ballot.opened`, `ballot.closed`, `ballot.counted`,
 * `ballot.published`, `ballot.cancelled`. A vote that is being cast just then is waited for.
 */
export const enterStep = async (
  world: AnyWorld,
  ballot: { readonly id: BallotId; readonly title: string; readonly measure: string | null },
  kind: StepKind,
  { reason = '', content = {} }: { reason?: string; content?: Record<string, unknown> } = {},
) => {
  const mine = sql`body_id = ${world.body.id} and id = ${ballot.id}`
  await sql`select from ballots.ballot where ${mine} for update`.execute(world.db)
  await sql`update ballots.ballot set state = ${stateAfter[kind]} where ${mine}`.execute(world.db)
  await sql`insert into ballots.step (body_id, ballot_id, kind, at, author_id, reason)
    values (${world.body.id}, ${ballot.id}, ${kind}, ${world.now}, ${world.actor.personId}, ${reason})`.execute(world.db)
  await record(world, `ballot.${kind}`, {
    subject: `ballot:${ballot.id}`,
    content: { title: ballot.title, measure: ballot.measure, ...(reason ? { reason } : {}), ...content, ...notifyOf(ballot, kind) },
  })
}

const told: Partial<Record<StepKind, { readonly fr: string; readonly en: string }>> = {
  opened: { fr: 'Le vote est ouvert.', en: 'The vote is open.' },
  published: { fr: 'Le résultat du vote est publié.', en: 'The result of the vote is published.' },
  cancelled: { fr: 'Le vote est annulé.', en: 'The vote is cancelled.' },
}
const notifyOf = (ballot: { id: BallotId; title: string; measure: string | null }, kind: StepKind) => {
  const what = told[kind]
  if (!what) return {}
  const also = ballot.measure === null ? [] : [`measure:${ballot.measure}`]
  const url = kind === 'published' ? `/votes/${ballot.id}/resultats` : `/votes/${ballot.id}`
  return { notify: { subject: `ballot:${ballot.id}`, also, title: ballot.title, url, what } }
}
