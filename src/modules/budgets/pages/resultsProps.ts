import type { Count, Lot } from '../queries/counts.ts'
import type { CommuneMap } from '../queries/places.ts'
import type { Idea } from '../queries/ideas.ts'
import type { OfBudget } from './parts.tsx'

export interface ResultsProps extends OfBudget {
  readonly count: Count
  readonly lot: Lot | null
  readonly map: CommuneMap
  readonly ideas: readonly Idea[]
  /** Names of the districts and ages by their codes. */
  readonly labels: { readonly districts: ReadonlyMap<string, string>; readonly ages: ReadonlyMap<string, string> }
}
