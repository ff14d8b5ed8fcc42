import { allowed, refused, type Verdict } from '#kernel/rules'
import { isOpen, type StageName } from '../../rules/stages.ts'

export type AmendRefusal = 'not-open' | 'closed'

/** Anyone signed in may propose to change an open measure; the closing day is included. */
export const canAmend = ({
  stage,
  closesOn,
  today,
}: {
  stage: StageName
  closesOn: string | null
  today: string
}): Verdict<AmendRefusal> => {
  if (!isOpen(stage)) return refused('not-open')
  if (closesOn !== null && today > closesOn) return refused('closed')
  return allowed
}
