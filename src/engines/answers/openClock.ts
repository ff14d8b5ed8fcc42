import type { Db } from '#kernel/db'
import { record } from '#kernel/journal'
import { settingsOf } from '#kernel/settings'
import type { AnyWorld } from '#kernel/world'
import { thresholdOf } from './answerPanel.ts'
import { type ClockKind, dueOn } from './rules.ts'
import { answerSettings } from './settings.ts'
import type { AnswersTables } from './tables.ts'

export interface NewClock {
  /** What the answer is owed to, `measure:3`. */
  readonly subject: string
  readonly reason: 'threshold' | 'question' | 'consultation' | 'study' | 'appeal'
  readonly title: string
  /** Page of the subject, a path. */
  readonly url: string
  /** Days to answer; the commune's own delay when absent. */
  readonly dueInDays?: number
  /** Elected member told if it is late; the commune's choice when absent. */
  readonly inCharge?: string | null
}

const kinds: Readonly<Record<NewClock['reason'], ClockKind>> = {
  threshold: 'first',
  question: 'first',
  consultation: 'first',
  study: 'study',
  appeal: 'appeal',
}

/** Starts a clock: the town hall owes an answer. Returns its number, or null when it was already running or over. */
export const openClock = async (world: AnyWorld, clock: NewClock): Promise<string | null> => {
  const settings = await settingsOf(world, 'answers', answerSettings)
  const days = clock.dueInDays ?? settings[clock.reason === 'appeal' ? 'delay.appeal' : 'delay.first']
  const due = dueOn(world.today, days)
  const opened = await (world.db as unknown as Db<AnswersTables>) // an engine called with its caller's world
    .insertInto('answers.clock')
    .values({
      body_id: world.body.id,
      subject: clock.subject,
      kind: kinds[clock.reason],
      reason: clock.reason,
      title: clock.title,
      url: clock.url,
      in_charge: clock.inCharge ?? null,
      opened_at: world.now,
      opened_on: world.today,
      due_on: due,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!opened) return null
  await record(world, 'answer.awaited', { subject: clock.subject, content: { clock: opened.id, reason: clock.reason, dueOn: due } })
  return opened.id
}

/**
 * Starts the clock of a measure or an amendment once its supports reach what the commune set. Safe to call at each support.
 * @param count supports it has now
 * @returns the clock's number when this call started it
 */
export const thresholdPassed = async (
  world: AnyWorld,
  subject: string,
  count: number,
  about: { title: string; url: string; inCharge?: string | null },
): Promise<string | null> => {
  return count < (await thresholdOf(world, subject)) ? null : openClock(world, { subject, reason: 'threshold', ...about })
}
