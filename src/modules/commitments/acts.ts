import { interested } from '#engines/following'
import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { Verdict } from '#kernel/rules'
import type { AnyWorld } from '#kernel/world'
import { contributionsTo } from '#modules/measures'
import { type Commitment, type Origin, standingOf, subjectOf } from './commitment.ts'
import { followUp, recordMoney } from './followUp.ts'
import { words } from './locales/index.ts'
import { commitmentById, commitmentsOf, dueCommitments } from './queries.ts'
import { canStep, type StepRefusal } from './rules/canStep.ts'
import { lastReading, type Direction, verdictOn } from './rules/standing.ts'
import type { OwnerKind, SaidKind, Source, StepKind } from './rules/terms.ts'
import type { CommitmentId } from './schema.ts'
import { factsOf, tell } from './tell.ts'

export interface NewPromise {
  readonly title: string
  readonly text?: string
  /** What promised it: `vote:12`, `answer:3`, `measure:4`; its title, and its page on this site. */
  readonly decision: string
  readonly decisionTitle: string
  readonly decisionUrl: string
  /** The numbers of its committee, its service and its measure, when it has them. */
  readonly committee: string | null
  readonly service: string | null
  readonly measure: string | null
  readonly ownerKind: OwnerKind
  readonly ownerName: string
  readonly ownerFunction?: string
  readonly indicator: string
  readonly unit: string
  readonly direction: Direction
  readonly target: number
  readonly source: Source
  /** Days; the last one that counts, and when the town hall says it will look again. */
  readonly dueOn: string
  readonly reviewOn: string | null
  /** What else led to it: those who wrote or supported it are told, like those of the measure's proposal and amendments. */
  readonly origins?: readonly Origin[]
  /** Money voted with the decision, in integer cents, and its budget line. */
  readonly voted?: { readonly cents: number; readonly label: string } | null
}

/** Promises, publicly: who, what figure, by when. @returns its number */
export const makeCommitment = async (world: AnyWorld, made: NewPromise): Promise<CommitmentId> => {
  const { db, body, actor, now, today } = world
  const { rows } = await sql<{ id: CommitmentId }>`
    insert into commitments.commitment (body_id, title, text, decision, decision_title, decision_url, committee_id, service_id, measure_id,
      owner_kind, owner_name, owner_function, indicator, unit, direction, target, source, made_by, made_at, made_on, due_on, review_on)
    values (${body.id}, ${made.title}, ${made.text ?? ''}, ${made.decision}, ${made.decisionTitle}, ${made.decisionUrl}, ${made.committee},
      ${made.service}, ${made.measure}, ${made.ownerKind}, ${made.ownerName}, ${made.ownerFunction ?? ''}, ${made.indicator}, ${made.unit},
      ${made.direction}, ${made.target}, ${made.source}, ${actor.personId}, ${now}, ${today}, ${made.dueOn}, ${made.reviewOn}) returning id`.execute(
    db,
  )
  const { id } = rows[0]!
  if (actor.personId) await interested(world, subjectOf(id), actor.personId, 'author')
  await keepOrigins(world, id, made)
  const commitment = await commitmentById(world, id)
  await record(world, 'commitment.made', {
    subject: subjectOf(id),
    content: { ...factsOf(commitment!), notify: tell(commitment!, 'told.made') },
  })
  if (made.voted) {
    const { decisionTitle: source, decisionUrl: url } = made
    await recordMoney(world, commitment!, { kind: 'voted', ...made.voted, on: today, source, url })
  }
  return id
}

/** The decision itself and the measure are followed already; their parts are named once, when the promise is made. */
const keepOrigins = async (world: AnyWorld, id: CommitmentId, { measure, decision, origins = [] }: NewPromise): Promise<void> => {
  const { db, body } = world
  const written = measure ? await contributionsTo(db, body.id, measure) : []
  const t = words('fr')
  const all = [
    ...origins,
    ...written.map(({ subject, url, kind }) => ({ subject, url, title: t(`origin.${kind}`, { n: subject.split(':')[1]! }) })),
  ]
  for (const { subject, title, url } of all.filter(one => one.subject !== decision))
    await sql`insert into commitments.origin (body_id, commitment_id, subject, title, url)
      values (${body.id}, ${id}, ${subject}, ${title}, ${url}) on conflict do nothing`.execute(db)
}

export interface NewReading {
  readonly commitment: CommitmentId
  /** The day of the figure. */
  readonly on: string
  readonly value: number
  /** Where it comes from, in words; and the page of this site that shows it. */
  readonly source: string
  readonly url?: string | null
}

/** Adds a figure to a promise that runs; those who follow it are told when it puts the promise at risk. */
export const recordReading = async (world: AnyWorld, reading: NewReading): Promise<void> => {
  const { db, body, actor, now } = world
  const before = await commitmentById(world, reading.commitment)
  if (!before) return
  await sql`insert into commitments.reading (body_id, commitment_id, measured_on, value, source, url, by_id, recorded_at)
    values (${body.id}, ${before.id}, ${reading.on}, ${reading.value}, ${reading.source}, ${reading.url ?? null}, ${actor.personId}, ${now})`.execute(
    db,
  )
  const subject = subjectOf(before.id)
  const content = { value: reading.value, on: reading.on, source: reading.source }
  await record(world, 'commitment.measured', { subject, content })
  const after = await commitmentById(world, before.id)
  if (after) await warn(world, after)
}

export interface NewStep {
  readonly kind: SaidKind
  readonly note: string
  /** The other day, for a delay. */
  readonly dueOn: string | null
}

/** Says something of a promise: progress, another day, or its end. */
export const takeStep = async (world: AnyWorld, commitment: Commitment, step: NewStep): Promise<Verdict<StepRefusal>> => {
  const verdict = canStep(commitment, commitment.readings, step, world.today)
  if (verdict.ok) await writeStep(world, commitment, step, lastReading(commitment.readings, world.today)?.value ?? null)
  return verdict
}

/** Says once for each day promised that a promise is at risk. */
const warn = async (world: AnyWorld, commitment: Commitment) => {
  if (standingOf(commitment, world.today) !== 'at-risk') return
  const lastSaid = commitment.steps.findLast(({ kind }) => kind === 'endangered' || kind === 'delay')
  if (lastSaid?.kind === 'endangered') return
  const last = lastReading(commitment.readings, world.today)
  await writeStep(world, commitment, { kind: 'endangered', note: '', dueOn: null }, last?.value ?? null)
}

/** Says which promises have come to be at risk with time, which steps are late, and which decisions come back. */
export const warnOfRisks = async (world: AnyWorld): Promise<void> => {
  for (const commitment of await commitmentsOf(world, { group: 'running' }, { size: 1000, start: 0 })) {
    await warn(world, commitment)
    await followUp(world, commitment)
  }
}

/** Judges every promise whose last day is over, once each. @returns how many */
export const settleDue = async (world: AnyWorld): Promise<number> => {
  const due = await dueCommitments(world, world.today)
  for (const commitment of due) {
    const kind = verdictOn(commitment, commitment.readings, world.today)
    const last = lastReading(commitment.readings, commitment.dueOn)
    if (kind) await writeStep(world, commitment, { kind, note: '', dueOn: null }, last?.value ?? null)
  }
  return due.length
}

const events = {
  progress: 'commitment.progressed',
  delay: 'commitment.delayed',
  endangered: 'commitment.endangered',
  kept: 'commitment.kept',
  missed: 'commitment.missed',
  withdrawn: 'commitment.withdrawn',
} as const

const writeStep = async (
  world: AnyWorld,
  commitment: Commitment,
  step: Omit<NewStep, 'kind'> & { readonly kind: StepKind },
  measured: number | null,
) => {
  const isDelay = step.kind === 'delay'
  // The index lets a promise end once: a second writer is told so.
  await sql`insert into commitments.step (body_id, commitment_id, kind, note, due_before, due_on, measured, by_id, taken_at, taken_on)
    values (${world.body.id}, ${commitment.id}, ${step.kind}, ${step.note}, ${isDelay ? commitment.dueOn : null}, ${isDelay ? step.dueOn : null},
      ${step.kind === 'progress' || isDelay ? null : measured}, ${world.actor.personId}, ${world.now}, ${world.today})`.execute(world.db)
  await record(world, events[step.kind], {
    subject: subjectOf(commitment.id),
    content: {
      ...factsOf(commitment),
      ...(isDelay ? { dueBefore: commitment.dueOn, dueOn: step.dueOn } : {}),
      measured,
      note: step.note,
      notify: tell(commitment, `told.${step.kind}`),
    },
  })
}
