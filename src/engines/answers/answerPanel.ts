import type { AnyWorld } from '#kernel/world'
import { settingsOf } from '#kernel/settings'
import { clocksAbout } from './clocks.ts'
import { words } from './locales/index.ts'
import type { AnswerPanelProps } from './pages/AnswerPanel.tsx'
import { answerSettings } from './settings.ts'

/**
 * What `<AnswerPanel>` needs for a subject's page.
 * @param supports how many supports it has, when a threshold decides
 */
export const answerPanel = async (world: AnyWorld, subject: string, supports?: number): Promise<AnswerPanelProps> => {
  const clocks = await clocksAbout(world, subject)
  const threshold = supports === undefined || clocks.length > 0 ? null : await thresholdOf(world, subject)
  const missing = threshold === null || supports === undefined ? null : Math.max(0, threshold - supports)
  return { t: words(world.locale), locale: world.locale, clocks, today: world.today, missing }
}

/** Supports from which an answer is owed, for a measure or an amendment of this commune. */
export const thresholdOf = async (world: Pick<AnyWorld, 'db' | 'body'>, subject: string): Promise<number> => {
  const settings = await settingsOf(world, 'answers', answerSettings)
  return subject.startsWith('amendment:') ? settings['threshold.amendment'] : settings['threshold.measure']
}
