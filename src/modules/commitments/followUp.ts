import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import { allowed, refused, type Verdict } from '#kernel/rules'
import type { AnyWorld } from '#kernel/world'
import { type Commitment, type CommitmentMilestone, lateMilestones, type ReviewClause, spendingOn, subjectOf } from './commitment.ts'
import { words } from './locales/index.ts'
import { canStepMilestone, type MilestoneKind, type MilestoneRefusal } from './rules/milestones.ts'
import type { MoneyKind } from './rules/money.ts'
import { type Agenda, type ClauseKind, clauseIsMet } from './rules/reviewClause.ts'
import { sayClause } from './saying.ts'
import { factsOf, tell } from './tell.ts'

export interface NewMilestone {
  readonly title: string
  readonly dueOn: string
}

/** One more step with its day, said to those who follow the promise. */
export const addMilestone = async (world: AnyWorld, commitment: Commitment, milestone: NewMilestone): Promise<void> => {
  const { db, body, actor, now } = world
  await sql`insert into commitments.milestone (body_id, commitment_id, title, due_on, added_by, added_at)
    values (${body.id}, ${commitment.id}, ${milestone.title}, ${milestone.dueOn}, ${actor.personId}, ${now})`.execute(db)
  await say(world, commitment, 'milestone-added', { milestone: milestone.title, dueOn: milestone.dueOn })
}

/** Says what became of a step. The index lets it end once. */
export const stepMilestone = async (
  world: AnyWorld,
  commitment: Commitment,
  milestone: CommitmentMilestone,
  step: { readonly kind: MilestoneKind; readonly note: string; readonly dueOn: string | null },
): Promise<Verdict<MilestoneRefusal>> => {
  const verdict = canStepMilestone(milestone, step, world.today)
  if (!verdict.ok) return verdict
  const isDelay = step.kind === 'delay'
  await writeMilestoneStep(world, milestone, step.kind, step.note, isDelay ? milestone.dueOn : null, isDelay ? step.dueOn : null)
  const facts = { milestone: milestone.title, note: step.note, dueBefore: milestone.dueOn, dueOn: step.dueOn }
  await say(world, commitment, milestoneSaid[step.kind], facts)
  return allowed
}

export interface NewMoney {
  readonly kind: MoneyKind
  /** Integer cents; below zero to correct. */
  readonly cents: number
  readonly on: string
  readonly label: string
  readonly source: string
  readonly url?: string | null
}

/** Writes money voted or spent. */
export const recordMoney = async (world: AnyWorld, commitment: Commitment, line: NewMoney): Promise<void> => {
  const { db, body, actor, now } = world
  await sql`insert into commitments.money (body_id, commitment_id, kind, cents, counted_on, label, source, url, by_id, recorded_at)
    values (${body.id}, ${commitment.id}, ${line.kind}, ${line.cents}, ${line.on}, ${line.label}, ${line.source}, ${line.url ?? null},
      ${actor.personId}, ${now})`.execute(db)
  await say(world, commitment, `money-${line.kind}`, { cents: line.cents, on: line.on, label: line.label, source: line.source })
}

export interface NewClause {
  readonly kind: ClauseKind
  readonly on: string | null
  readonly amount: number | null
  readonly condition: string
  readonly agenda: Agenda
}

/** Promises to look at the decision again, on a day or on a condition. */
export const setClause = async (world: AnyWorld, commitment: Commitment, clause: NewClause): Promise<void> => {
  const { db, body, actor, now } = world
  await sql`insert into commitments.review_clause (body_id, commitment_id, kind, review_on, amount, condition, agenda, set_by, set_at)
    values (${body.id}, ${commitment.id}, ${clause.kind}, ${clause.on}, ${clause.amount}, ${clause.condition}, ${clause.agenda},
      ${actor.personId}, ${now})`.execute(db)
  await say(world, commitment, 'clause-set', { ...clause })
}

/** The condition is met: the decision goes back to its agenda, once; whoever prepares it listens to the event. */
export const callBack = async (world: AnyWorld, commitment: Commitment, clause: ReviewClause, note: string): Promise<Verdict<'called'>> => {
  const { db, body, actor, now, today } = world
  if (clause.called) return refused('called')
  await sql`insert into commitments.review_call (body_id, clause_id, note, by_id, called_at, called_on)
    values (${body.id}, ${clause.id}, ${note}, ${actor.personId}, ${now}, ${today})`.execute(db)
  const { kind, on, amount, condition, agenda } = clause
  // An agenda is a public act: it is written in French whoever reads it.
  const because = sayClause(words('fr'), clause, 'fr')
  await say(world, commitment, 'returned', { clause: { kind, on, amount, condition }, because, agenda, note })
  return allowed
}

/** What time alone brings: steps found late, once for each day promised, and clauses whose condition is met, once. */
export const followUp = async (world: AnyWorld, commitment: Commitment): Promise<void> => {
  for (const milestone of lateMilestones(commitment, world.today)) {
    if (milestone.steps.some(step => step.kind === 'late' && step.dueBefore === milestone.dueOn)) continue
    await writeMilestoneStep(world, milestone, 'late', '', milestone.dueOn, null)
    await say(world, commitment, 'milestone-late', { milestone: milestone.title, dueOn: milestone.dueOn })
  }
  const facts = { milestones: commitment.milestones, spending: spendingOn(commitment) }
  for (const clause of commitment.clauses)
    if (clause.called === null && clauseIsMet(clause, facts, world.today)) await callBack(world, commitment, clause, '')
}

const writeMilestoneStep = (
  { db, body, actor, now, today }: AnyWorld,
  milestone: CommitmentMilestone,
  kind: MilestoneKind | 'late',
  note: string,
  dueBefore: string | null,
  dueOn: string | null,
) =>
  sql`insert into commitments.milestone_step (body_id, milestone_id, kind, note, due_before, due_on, by_id, taken_at, taken_on)
    values (${body.id}, ${milestone.id}, ${kind}, ${note}, ${dueBefore}, ${dueOn}, ${actor.personId}, ${now}, ${today})`.execute(db)

const milestoneSaid = { done: 'milestone-done', delay: 'milestone-delayed', dropped: 'milestone-dropped' } as const
type Said =
  | 'money-voted'
  | 'money-spent'
  | 'clause-set'
  | 'returned'
  | 'milestone-added'
  | 'milestone-late'
  | (typeof milestoneSaid)[MilestoneKind]
const say = (world: AnyWorld, commitment: Commitment, what: Said, content: Readonly<Record<string, unknown>>) =>
  record(world, `commitment.${what}`, {
    subject: subjectOf(commitment.id),
    content: { ...factsOf(commitment), ...content, notify: tell(commitment, `told.${what}`) },
  })
