import type { T } from './locales/index.ts'

const items = [
  'explanatory-note',
  'deliberation',
  'prefect-letter',
  'budget-estimate',
  'information-file',
  'notice',
  'polling-stations',
  'electoral-list',
  'ballot-papers',
  'proclamation',
  'rules',
  'information',
  'paper-way',
  'synthesis',
  'follow-up',
] as const

/** An item of the list of a file, in words. */
export const sayItem = (t: T, item: string): string => t(`item.${items.find(one => one === item) ?? 'deliberation'}`)

const steps = [
  'notice',
  'council',
  'transmission',
  'referral',
  'judge',
  'information',
  'campaign',
  'campaign-end',
  'vote',
  'result',
  'again',
  'rules',
  'open',
  'close',
  'follow-up',
] as const

/** A day of a calendar, in words. */
export const sayStep = (t: T, key: string): string => t(`step.${steps.find(one => one === key) ?? 'vote'}`)
