import { daysBetween } from '#kernel/rules'
import type { Dates } from './standing.ts'

/** What must be said before anybody is asked anything: CRPA L131-1, and the notice of article 13 of the GDPR. */
export type Missing = 'purpose' | 'asked-by' | 'until' | 'follow-up' | 'too-short' | 'past'
export const missingToOpen = (
  survey: Pick<Dates, 'closesOn'> & { readonly purpose: string; readonly askedBy: string; readonly followUp: string },
  today: string,
  shortest: number,
): readonly Missing[] => {
  const missing: Missing[] = []
  if (survey.purpose.trim() === '') missing.push('purpose')
  if (survey.askedBy.trim() === '') missing.push('asked-by')
  if (survey.followUp.trim() === '') missing.push('follow-up')
  if (survey.closesOn === null) missing.push('until')
  else if (survey.closesOn < today) missing.push('past')
  else if (daysBetween(today, survey.closesOn) < shortest) missing.push('too-short')
  return missing
}
