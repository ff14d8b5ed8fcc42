import { type FileRefusal, storeFile } from '#kernel/files'
import { record } from '#kernel/journal'
import { addDays } from '#kernel/clock'
import { allowed, refused, type Verdict } from '#kernel/service'
import { delayOf } from '../parameters.ts'
import { asOpen, type Step, stepsOf, type Tenancy, visitsOf } from '../queries/tenancies.ts'
import { mayObject, mayTakeStep, nextKind, type StepRefusal } from '../rules/procedure.ts'
import type { VisitState } from '../rules/terms.ts'
import type { Here } from '../schema.ts'
import { pen } from '../who.ts'
import { endSteps } from './endTenancy.ts'
import { tell } from './tell.ts'

export const photoPurpose = 'plots.photo'

/** Somebody went and looked. A plot found kept ends the steps that were open, and the holder is told either way. */
export const addVisit = async (
  world: Here,
  tenancy: Tenancy,
  seen: {
    readonly state: VisitState
    readonly note: string
    readonly photo: { readonly bytes: Uint8Array; readonly name: string; readonly caption: string } | null
  },
): Promise<{ readonly ok: true; readonly visit: string } | { readonly ok: false; readonly because: FileRefusal }> => {
  const stored = seen.photo && (await storeFile(world, { bytes: seen.photo.bytes, name: seen.photo.name, purpose: photoPurpose }))
  if (stored && !stored.ok) return stored
  if (stored && !stored.file.mediaType.startsWith('image/')) return { ok: false, because: 'type-not-allowed' }
  const { id } = await world.db
    .insertInto('plots.visit')
    .values({
      body_id: world.body.id,
      tenancy_id: tenancy.id,
      visited_on: world.today,
      state: seen.state,
      note: seen.note,
      by_person: pen(world),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (stored && seen.photo)
    await world.db
      .insertInto('plots.photo')
      .values({ body_id: world.body.id, visit_id: id, file_id: stored.file.id, caption: seen.photo.caption })
      .execute()
  await record(world, 'plot.visited', { subject: `tenancy:${tenancy.id}`, content: { state: seen.state } })
  const cured = seen.state === 'kept' && (await endSteps(world, tenancy.id, 'cured')) > 0
  const facts = { plot: tenancy.plotNumber, garden: tenancy.gardenName, note: seen.note, state: seen.state }
  await tell(world, { person: tenancy.person, kind: cured ? 'cured' : 'visited', tenancy: tenancy.id, facts })
  return { ok: true, visit: id }
}

/** The reminder, the notice or the release, whichever comes next; with its reason and its last day. */
export const takeStep = async (world: Here, tenancy: Tenancy, reason: string): Promise<Verdict<StepRefusal | 'not-held'>> => {
  if (tenancy.signedAt === null || tenancy.endedOn !== null) return refused('not-held')
  const open = asOpen(await stepsOf(world, tenancy.id))
  const [visit] = await visitsOf(world, tenancy.id)
  const verdict = mayTakeStep({ steps: open, lastVisit: visit ? { on: visit.on, state: visit.state } : null, today: world.today })
  const kind = nextKind(open)
  if (!verdict.ok) return verdict
  if (kind === null || !visit) return refused('over')
  const dueOn = addDays(world.today, delayOf(kind, world.today))
  await world.db
    .insertInto('plots.step')
    .values({
      body_id: world.body.id,
      tenancy_id: tenancy.id,
      visit_id: visit.id,
      kind,
      issued_on: world.today,
      due_on: dueOn,
      reason,
      by_person: pen(world),
      ended_on: null,
      ended_because: null,
    })
    .execute()
  await record(world, 'plot.warned', { subject: `tenancy:${tenancy.id}`, content: { kind, dueOn } })
  const facts = { plot: tenancy.plotNumber, garden: tenancy.gardenName, reason, dueOn }
  await tell(world, { person: tenancy.person, kind, tenancy: tenancy.id, facts })
  return allowed
}

/** The holder objects, once to each step, until its last day: nothing follows before a human has answered. */
export const object = async (world: Here, step: Step, text: string): Promise<ReturnType<typeof mayObject>> => {
  const verdict = mayObject({
    dueOn: step.dueOn,
    isOver: step.endedOn !== null,
    hasObjection: step.objection !== null,
    today: world.today,
  })
  if (!verdict.ok) return verdict
  await world.db
    .insertInto('plots.objection')
    .values({
      body_id: world.body.id,
      step_id: step.id,
      text,
      objected_at: world.now,
      person_id: world.actor.personId,
      keyed_by: world.actor.onBehalf?.keyedBy ?? null,
      answer: null,
      accepted: null,
      answered_by: null,
      answered_at: null,
    })
    .execute()
  await record(world, 'plot.contested', { subject: `tenancy:${step.tenancy}`, content: { step: step.kind } })
  return allowed
}

/** Somebody else than who wrote the step answers; when they agree with the holder, every open step falls. */
export const answerObjection = async (
  world: Here,
  tenancy: Tenancy,
  step: Step,
  given: { readonly accepted: boolean; readonly answer: string },
): Promise<Verdict<'already' | 'same-hand'>> => {
  if (!step.objection || step.objection.answer !== null) return refused('already')
  if (step.by !== null && step.by === pen(world)) return refused('same-hand')
  await world.db
    .updateTable('plots.objection')
    .set({ answer: given.answer, accepted: given.accepted, answered_by: pen(world), answered_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('id', '=', step.objection.id)
    .where('answer', 'is', null)
    .execute()
  if (given.accepted) await endSteps(world, tenancy.id, 'upheld')
  await record(world, 'plot.answered', { subject: `tenancy:${tenancy.id}`, content: { step: step.kind, accepted: given.accepted } })
  const facts = { plot: tenancy.plotNumber, garden: tenancy.gardenName, answer: given.answer, dueOn: step.dueOn }
  await tell(world, { person: tenancy.person, kind: given.accepted ? 'upheld' : 'dismissed', tenancy: tenancy.id, facts })
  return allowed
}
