import type { Choices } from './ballots.ts'
import type { VoteKind } from './terms.ts'

/** What a form chose among these projects: boxes ticked, or points typed beside them. What is not a project is kept to be refused. */
export const choicesFrom = (
  kind: VoteKind,
  values: Readonly<Record<string, string | readonly string[]>>,
  projects: ReadonlySet<string>,
): Choices => {
  if (kind !== 'points') {
    const ticked = [values['projects'] ?? []].flat().slice(0, 2000)
    return Object.fromEntries(ticked.filter(id => /^[1-9]\d{0,17}$/.test(id)).map(id => [id, 1]))
  }
  return Object.fromEntries(
    [...projects].flatMap(id => {
      const typed = [values[`p${id}`] ?? ''].flat()[0] ?? ''
      const points = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0
      return points > 0 ? [[id, points] as const] : []
    }),
  )
}
