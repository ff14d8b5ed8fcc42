import type { PanelQuota } from '../panel.ts'

interface Holder {
  readonly number: number
  readonly features: Readonly<Record<string, string>>
}
/** One line per quota: what is asked, how many volunteered, how many of them sit, and the mean chance of each. */
export const quotaTable = (
  quotas: readonly PanelQuota[],
  volunteers: readonly Holder[],
  members: readonly number[] | null,
  probabilities: Readonly<Record<string, number>> | null,
) =>
  quotas.map(quota => {
    const holders = volunteers.filter(({ features }) => features[quota.category] === quota.feature)
    const chances = holders.map(({ number }) => probabilities?.[number] ?? 0)
    return {
      quota,
      volunteers: holders.length,
      seats: members === null ? null : holders.filter(({ number }) => members.includes(number)).length,
      chance: probabilities === null || chances.length === 0 ? null : chances.reduce((sum, chance) => sum + chance, 0) / chances.length,
    }
  })
