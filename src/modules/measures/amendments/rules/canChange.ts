import { allowed, refused, type Verdict } from '#kernel/rules'
import type { State } from './terms.ts'

export type ChangeRefusal = 'not-yours' | 'decided'

/** An author may improve or withdraw an amendment until it is decided. */
export const canChange = ({ state, isAuthor }: { state: State; isAuthor: boolean }): Verdict<ChangeRefusal> => {
  if (!isAuthor) return refused('not-yours')
  return state === 'open' ? allowed : refused('decided')
}
