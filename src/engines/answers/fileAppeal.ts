import type { Db } from '#kernel/db'
import { record } from '#kernel/journal'
import { allowed, refused, type Verdict as Decision } from '#kernel/service'
import { settingsOf } from '#kernel/settings'
import type { AnyWorld } from '#kernel/world'
import { type Clock, clocksAbout } from './clocks.ts'
import { sentences } from './locales/index.ts'
import { openClock } from './openClock.ts'
import { type AppealRefusal, canAppeal } from './rules.ts'
import { answerSettings } from './settings.ts'
import type { AnswersTables } from './tables.ts'

/** Why this person may not appeal the answer to this clock, or that they may. Null when there is no answer yet. */
export const mayAppeal = async (world: AnyWorld, clock: Clock, isConcerned: boolean): Promise<Decision<AppealRefusal> | null> => {
  if (!clock.answer) return null
  const settings = await settingsOf(world, 'answers', answerSettings)
  const around = await clocksAbout(world, clock.subject)
  return canAppeal({
    isConcerned,
    alreadyAppealed: around.some(one => one.kind === 'appeal'),
    kind: clock.kind,
    verdict: clock.answer.verdict,
    answeredOn: clock.answer.answeredOn,
    today: world.today,
    appealDays: settings['appeal.window'],
  })
}

/** Appeals an answer: a new clock, for another signatory. `isConcerned`: the person wrote or supported what was answered. */
export const fileAppeal = async (
  world: AnyWorld,
  clock: Clock & { answer: NonNullable<Clock['answer']> },
  appeal: { reason: string; isConcerned: boolean },
): Promise<Decision<AppealRefusal>> => {
  const decided = await mayAppeal(world, clock, appeal.isConcerned)
  if (!decided?.ok) return decided ?? refused('being-studied')
  const filed = await (world.db as unknown as Db<AnswersTables>) // an engine called with its caller's world
    .insertInto('answers.appeal')
    .values({
      body_id: world.body.id,
      answer_id: clock.answer.id,
      subject: clock.subject,
      reason: appeal.reason,
      filed_by: world.actor.personId,
      filed_at: world.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('answer_id')
    .executeTakeFirst()
  const { subject, title, url, inCharge } = clock
  const opened = filed && (await openClock(world, { subject, reason: 'appeal', title, url, inCharge }))
  if (!opened) return refused('already-appealed')
  await record(world, 'answer.appealed', {
    subject,
    content: { clock: clock.id, appeal: opened, notify: { subject, title, url: `/reponses/${opened}`, what: sentences('told.appealed') } },
  })
  return allowed
}
