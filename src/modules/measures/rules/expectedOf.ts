import { isOpen, type StageName } from './stages.ts'

/** What a measure expects of the person who reads it; at most one thing. */
export type Expected = 'sign-in' | 'set-closing-day' | 'move-on' | 'support' | 'amend' | 'use' | null

export interface Reader {
  readonly stage: StageName
  readonly closesOn: string | null
  readonly today: string
  readonly isSignedIn: boolean
  readonly isTownHall: boolean
  readonly isPilot: boolean
  readonly hasSupported: boolean
}

/** The most useful next act, the town hall's own duties first. */
export const expectedOf = ({ stage, closesOn, today, isSignedIn, isTownHall, isPilot, hasSupported }: Reader): Expected => {
  const isOver = closesOn !== null && today > closesOn
  if ((isPilot || isTownHall) && isOpen(stage)) {
    if (closesOn === null) return 'set-closing-day'
    if (isOver) return 'move-on'
  }
  if (stage === 'running') return 'use'
  if (!isOpen(stage) || isOver) return null
  if (!isSignedIn) return 'sign-in'
  return hasSupported ? 'amend' : 'support'
}
