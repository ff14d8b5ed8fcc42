export type RoundStage = 'announced' | 'open' | 'closed' | 'published' | 'drawn' | 'over'

export interface RoundDates {
  readonly opensOn: string
  readonly closesOn: string
  readonly seasonTo: string
  readonly isPublished: boolean
  readonly isDrawn: boolean
}
/** Where a round stands that day; the first and the last day are included. */
export const stageOf = ({ opensOn, closesOn, seasonTo, isPublished, isDrawn }: RoundDates, today: string): RoundStage => {
  if (today > seasonTo) return 'over'
  if (isDrawn) return 'drawn'
  if (isPublished) return 'published'
  if (today < opensOn) return 'announced'
  return today <= closesOn ? 'open' : 'closed'
}
