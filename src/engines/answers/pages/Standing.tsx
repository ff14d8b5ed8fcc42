import { Tag } from '#kernel/ui'
import type { Clock } from '../clocks.ts'
import type { T } from '../locales/index.ts'
import { standing } from '../rules.ts'

/** Where an answer stands, in words: awaited, late by so many days, given in time or not. */
export const Standing = ({ t, clock, today }: { t: T; clock: Pick<Clock, 'dueOn' | 'answer'>; today: string }) => {
  const { state, days } = standing({ dueOn: clock.dueOn, answeredOn: clock.answer?.answeredOn ?? null }, today)
  if (state === 'late') return <Tag tone="brick">{t('standing.late', { days })}</Tag>
  if (state === 'awaited') return <Tag tone="ochre">{t('standing.awaited', { days })}</Tag>
  return days > 0 ? <Tag tone="plain">{t('standing.answeredLate', { days })}</Tag> : <Tag tone="leaf">{t('standing.inTime')}</Tag>
}
