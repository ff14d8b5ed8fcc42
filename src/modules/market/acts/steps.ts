import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import { addDays, allowed, refused, type Verdict } from '#kernel/rules'
import type { NewSuccession } from '../forms.ts'
import { figureOn } from '../parameters.ts'
import { type Step, stepsOf, type Succession } from '../queries/steps.ts'
import { type Subscription, subscriptionById, traderById } from '../queries/traders.ts'
import { nextStep } from '../rules/absences.ts'
import { answerBy, canPresent } from '../rules/succession.ts'
import type { Here } from '../schema.ts'
import { pen } from '../who.ts'
import { endSubscription, subscribe } from './traders.ts'

/** Reminder, warning, summons to be heard, withdrawal: in that order, each with its last day. */
export const takeStep = async (
  world: Here,
  subscription: Subscription,
  asked: { readonly reason: string; readonly dueOn: string | null },
): Promise<Verdict<'not-due' | 'not-heard' | 'done' | 'hearing-too-soon'>> => {
  const next = nextStep(await stepsOf(world, subscription.id), world.today)
  if (!next.ok) return refused(next.because)
  const soonest = addDays(world.today, figureOn('hearing-days', world.today))
  if (next.kind === 'hearing' && asked.dueOn !== null && asked.dueOn < soonest) return refused('hearing-too-soon')
  const dueOn =
    next.kind === 'hearing'
      ? (asked.dueOn ?? soonest)
      : next.kind === 'withdrawal'
        ? world.today
        : addDays(world.today, figureOn('step-days', world.today))
  const { id } = await world.db
    .insertInto('market.step')
    .values({
      body_id: world.body.id,
      subscription_id: subscription.id,
      kind: next.kind,
      reason: asked.reason,
      issued_on: world.today,
      due_on: dueOn,
      heard_on: null,
      lifted_on: null,
      by_person: pen(world),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (next.kind === 'withdrawal') await endSubscription(world, subscription, 'withdrawn')
  await record(world, 'market.warned', { subject: `marketStep:${id}`, content: { kind: next.kind, subscription: subscription.id } })
  return allowed
}
export const hear = async (world: Here, step: Step, said: string): Promise<void> => {
  await world.db
    .updateTable('market.step')
    .set({ heard_on: world.today, heard_said: said })
    .where('body_id', '=', world.body.id)
    .where('id', '=', step.id)
    .execute()
  await record(world, 'market.heard', { subject: `marketStep:${step.id}`, content: {} })
}
export const liftStep = async (world: Here, step: Step, because: string): Promise<void> => {
  await world.db
    .updateTable('market.step')
    .set({ lifted_on: world.today, lifted_because: because })
    .where('body_id', '=', world.body.id)
    .where('id', '=', step.id)
    .where('lifted_on', 'is', null)
    .execute()
  await record(world, 'market.lifted', { subject: `marketStep:${step.id}`, content: { because } })
}
export const appeal = async (world: Here, step: Step, text: string): Promise<void> => {
  await world.db
    .insertInto('market.appeal')
    .values({
      body_id: world.body.id,
      step_id: step.id,
      text,
      asked_at: world.now,
      keyed_by: world.actor.onBehalf?.keyedBy ?? null,
      answer: null,
      accepted: null,
      answered_at: null,
      answered_by: null,
    })
    .execute()
  await record(world, 'market.appealed', { subject: `marketStep:${step.id}`, content: {} })
}
/** An accepted appeal lifts the step; nobody answers about a step that they took themselves. */
export const answerAppeal = async (
  world: Here,
  step: Step,
  given: { readonly accepted: boolean; readonly answer: string },
): Promise<Verdict<'own-step' | 'answered'>> => {
  if (step.appeal === null || step.appeal.answer !== null) return refused('answered')
  if (step.by !== null && step.by === pen(world)) return refused('own-step')
  await world.db
    .updateTable('market.appeal')
    .set({ answer: given.answer, accepted: given.accepted, answered_at: world.now, answered_by: pen(world) })
    .where('body_id', '=', world.body.id)
    .where('id', '=', step.appeal.id)
    .execute()
  if (given.accepted) await liftStep(world, step, given.answer)
  await record(world, 'market.answered', { subject: `marketStep:${step.id}`, content: { accepted: given.accepted } })
  return allowed
}
/** An absence that the town hall accepts is not counted. */
export const excuse = async (world: Here, subscription: Subscription, day: string, reason: string): Promise<void> => {
  await sql`update market.presence set excuse = ${reason} where body_id = ${world.body.id} and day_id = ${day}
    and trader_id = ${subscription.trader} and state = 'absent'`.execute(world.db)
  await record(world, 'market.excused', { subject: `marketTrader:${subscription.trader}`, content: { day, reason } })
}

/** A subscriber will not come that day: the placer reads it, and the public does not expect them. */
export const giveNotice = async (
  world: Here,
  subscription: Subscription,
  notice: { readonly day: string; readonly reason: string },
): Promise<void> => {
  const row = { reason: notice.reason, told_at: world.now, keyed_by: world.actor.onBehalf?.keyedBy ?? null }
  await world.db
    .insertInto('market.notice')
    .values({ body_id: world.body.id, day_id: notice.day, trader_id: subscription.trader, ...row })
    .onConflict(conflict => conflict.columns(['body_id', 'day_id', 'trader_id']).doUpdateSet(row))
    .execute()
  await record(world, 'market.noticed', { subject: `marketTrader:${subscription.trader}`, content: { day: notice.day } })
}

export const presentSuccessor = async (
  world: Here,
  subscription: Subscription,
  form: NewSuccession,
): Promise<Verdict<'too-recent' | 'too-late' | 'not-yet'>> => {
  const { today } = world
  const trader = await traderById(world, subscription.trader)
  const verdict = canPresent({
    cause: form.cause,
    causedOn: form.causedOn,
    since: trader?.since ?? subscription.since,
    today,
    years: Math.min(figureOn('succession-years', today), figureOn('succession-most-years', today)),
    months: figureOn('succession-months', today),
  })
  if (!verdict.ok) return verdict
  const { id } = await world.db
    .insertInto('market.succession')
    .values({
      body_id: world.body.id,
      subscription_id: subscription.id,
      cause: form.cause,
      caused_on: form.causedOn,
      successor_name: form.successorName,
      successor_activity: form.successorActivity,
      presented_on: today,
      answer_by: answerBy(today, figureOn('succession-answer-months', today)),
      keyed_by: pen(world),
      decision: null,
      decided_on: null,
      decided_by: null,
      successor_id: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'market.successor-presented', { subject: `marketSuccession:${id}`, content: { subscription: subscription.id } })
  return allowed
}
/** An accepted successor takes the place with its rights and its duties; seniority starts again with them. */
export const decideSuccession = async (
  world: Here,
  succession: Succession,
  decision: { readonly decision: 'accepted' | 'refused'; readonly reasons: string },
): Promise<void> => {
  const subscription = await subscriptionById(world, succession.subscription)
  const holder = subscription && (await traderById(world, subscription.trader))
  let successor: string | null = null
  if (decision.decision === 'accepted' && subscription && holder) {
    const { id } = await world.db
      .insertInto('market.trader')
      .values({
        body_id: world.body.id,
        key: crypto.randomUUID(),
        person_id: null,
        name: succession.successorName.slice(0, 120),
        family: holder.family,
        products: succession.successorActivity,
        siret: null,
        email: '',
        phone: '',
        is_producer: false,
        is_organic: false,
        certifier: '',
        length: holder.length,
        needs_power: holder.needsPower,
        since: world.today,
        shows_name: false,
        applied_on: world.today,
        accepted_on: world.today,
        refused_on: null,
        left_on: null,
        keyed_by: pen(world),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    successor = id
    await endSubscription(world, subscription, 'succession')
    const { weekday, alley, from, to, hasPower, market } = subscription
    await subscribe(world, market, id, { weekday, alley, from, length: to - from, hasPower, since: world.today, reason: '' })
  }
  await world.db
    .updateTable('market.succession')
    .set({
      decision: decision.decision,
      reasons: decision.reasons,
      decided_on: world.today,
      decided_by: pen(world),
      successor_id: successor,
    })
    .where('body_id', '=', world.body.id)
    .where('id', '=', succession.id)
    .execute()
  await record(world, 'market.successor-decided', {
    subject: `marketSuccession:${succession.id}`,
    content: { decision: decision.decision },
  })
}
