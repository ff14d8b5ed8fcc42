import { daysBetween } from '#kernel/rules'

/**
 * The order of the projects on the ballot: that of their numbers, turned by one place each day of the vote, so that each comes
 * first in its turn and everyone sees the same list on the same day.
 */
export const rotated = <One>(projects: readonly One[], voteFrom: string, today: string): readonly One[] => {
  const at = projects.length === 0 ? 0 : Math.max(0, daysBetween(voteFrom, today)) % projects.length
  return [...projects.slice(at), ...projects.slice(0, at)]
}
