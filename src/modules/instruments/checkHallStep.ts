import type { HallStep } from './forms.ts'
import { countOf, type Petition, petitionFacts, stepOf } from './petition.ts'
import { hallStepsOf } from './rules/petition.ts'

type Said = 'refused.step' | 'refused.future' | 'refused.before' | 'refused.valid' | 'refused.outcome' | 'refused.note'

/** What is wrong with what the town hall writes of a petition; null when nothing is. */
export const checkHallStep = (
  petition: Petition,
  { kind, on, valid, outcome, note }: HallStep,
  today: string,
): { readonly field: 'kind' | 'on' | 'valid' | 'outcome' | 'note'; readonly said: Said } | null => {
  if (!hallStepsOf(petitionFacts(petition), today).includes(kind)) return { field: 'kind', said: 'refused.step' }
  if (on > today) return { field: 'on', said: 'refused.future' }
  if (on < (stepOf(petition, 'submitted')?.on ?? petition.openedOn)) return { field: 'on', said: 'refused.before' }
  if (kind === 'checked' && (valid === null || valid > countOf(petition))) return { field: 'valid', said: 'refused.valid' }
  if (kind !== 'answered') return null
  if (outcome === null) return { field: 'outcome', said: 'refused.outcome' }
  return note === '' ? { field: 'note', said: 'refused.note' } : null
}
