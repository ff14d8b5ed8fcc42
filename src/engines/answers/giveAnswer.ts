import type { Db } from '#kernel/db'
import { record } from '#kernel/journal'
import { allowed, refused, type Verdict as Decision } from '#kernel/service'
import { settingsOf } from '#kernel/settings'
import type { AnyWorld } from '#kernel/world'
import { type Clock, clocksAbout } from './clocks.ts'
import { openClock } from './openClock.ts'
import { type AnswerRefusal, canAnswer, type Verdict } from './rules.ts'
import { answerSettings } from './settings.ts'
import type { AnswersTables } from './tables.ts'
import { sentences } from './locales/index.ts'
import { daysBetween } from '#kernel/clock'

export interface NewAnswer {
  readonly verdict: Verdict
  readonly text: string
  /** The day by which the town hall comes back to it, when it is to be studied. */
  readonly reviewOn: string | null
  /** In what function the person signs. */
  readonly signedFunction: string
}

/** Publishes an answer signed by the person acting. "To be studied" starts a new clock, due on the day promised. */
export const giveAnswer = async (world: AnyWorld, clock: Clock, answer: NewAnswer): Promise<Decision<AnswerRefusal>> => {
  const { personId, name } = world.actor
  if (personId === null) throw new Error('An answer is signed by a named person.')
  const settings = await settingsOf(world, 'answers', answerSettings)
  const before = await clocksAbout(world, clock.subject)
  const decided = canAnswer({
    answered: clock.answer !== null,
    kind: clock.kind,
    verdict: answer.verdict,
    signedBy: personId,
    appealedSignatory: before.find(one => one.answer?.appeal)?.answer?.signedBy ?? null,
    studiedBefore: before.some(one => one.kind === 'study'),
    reviewOn: answer.reviewOn,
    today: world.today,
    longestStudy: settings['delay.study'],
  })
  if (!decided.ok) return decided
  const reviewOn = answer.verdict === 'to-be-studied' ? answer.reviewOn : null
  const given = await (world.db as unknown as Db<AnswersTables>) // an engine called with its caller's world
    .insertInto('answers.answer')
    .values({
      body_id: world.body.id,
      clock_id: clock.id,
      verdict: answer.verdict,
      text: answer.text,
      review_on: reviewOn,
      signed_by: personId,
      signed_name: name,
      signed_function: answer.signedFunction,
      answered_at: world.now,
      answered_on: world.today,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!given) return refused('already-answered')
  const { subject, title, url, inCharge } = clock
  if (reviewOn) await openClock(world, { subject, reason: 'study', title, url, inCharge, dueInDays: daysBetween(world.today, reviewOn) })
  await record(world, 'answer.given', {
    subject,
    content: {
      clock: clock.id,
      answer: given.id,
      verdict: answer.verdict,
      notify: { subject, title, url: `/reponses/${clock.id}`, what: sentences(`told.${answer.verdict}`) },
    },
  })
  return allowed
}
