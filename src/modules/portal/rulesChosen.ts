import { settingsOf } from '#kernel/settings'
import type { Gathering } from './gather.ts'

export interface RuleChosen {
  readonly label: string
  readonly hint: string | undefined
  readonly value: string | number | boolean
  readonly isUsual: boolean
}

/** What the commune chose, room by room; only what reads in one line, and never who publishes, which has its own page. */
export const rulesChosen = async (world: Gathering) => {
  const rooms: { title: string; rules: readonly RuleChosen[] }[] = []
  for (const { id, title, settings } of world.contributors) {
    if (!settings || id === 'portal') continue
    const chosen: Readonly<Record<string, unknown>> = await settingsOf(world, id, settings)
    const rules = Object.entries(settings).flatMap(([key, setting]) => {
      const value = chosen[key]
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return []
      return [{ label: setting.label[world.locale], hint: setting.hint?.[world.locale], value, isUsual: value === setting.default }]
    })
    if (rules.length > 0) rooms.push({ title: title?.[world.locale] ?? id, rules })
  }
  return rooms
}
