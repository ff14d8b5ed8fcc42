import { allowed, refused, type Verdict } from '#kernel/rules'
import type { Phase } from './phases.ts'
import type { StudyOutcome } from './terms.ts'

/** What became of an idea so far. */
export type IdeaState = 'idea' | StudyOutcome | 'merged' | 'withdrawn'

interface Asked {
  readonly phase: Phase
  readonly state: IdeaState
  readonly isAuthor: boolean
}

/** The author changes the text until the study decides, and again when the study asks to adapt it; never once the vote is open. */
export const canEdit = ({ phase, state, isAuthor }: Asked): Verdict<'not-author' | 'too-late' | 'gone'> => {
  if (!isAuthor) return refused('not-author')
  if (state === 'merged' || state === 'withdrawn') return refused('gone')
  const isTime = phase === 'ideas' || phase === 'study'
  return isTime && (state === 'idea' || state === 'to-adapt') ? allowed : refused('too-late')
}

export const canWithdraw = ({ phase, state, isAuthor }: Asked): Verdict<'not-author' | 'too-late' | 'gone'> => {
  if (!isAuthor) return refused('not-author')
  if (state === 'merged' || state === 'withdrawn') return refused('gone')
  return phase === 'ideas' || phase === 'study' ? allowed : refused('too-late')
}

/** Agents study until the vote opens; what was merged or withdrawn is no longer studied. */
export const canStudy = ({ phase, state }: Omit<Asked, 'isAuthor'>): Verdict<'too-late' | 'gone'> => {
  if (state === 'merged' || state === 'withdrawn') return refused('gone')
  return phase === 'ideas' || phase === 'study' ? allowed : refused('too-late')
}

interface Appealed extends Asked {
  readonly hasAppealed: boolean
}
/** The author of an idea judged inadmissible may answer once, before the vote opens. */
export const canAppeal = ({
  phase,
  state,
  isAuthor,
  hasAppealed,
}: Appealed): Verdict<'not-author' | 'nothing' | 'already' | 'too-late'> => {
  if (!isAuthor) return refused('not-author')
  if (state !== 'inadmissible') return refused('nothing')
  if (hasAppealed) return refused('already')
  return phase === 'ideas' || phase === 'study' ? allowed : refused('too-late')
}

/** Ideas are merged while they are studied, within one budget, never into one that is itself gone. */
export const canMerge = (
  phase: Phase,
  one: { readonly id: string; readonly budget: string; readonly state: IdeaState },
  into: { readonly id: string; readonly budget: string; readonly state: IdeaState },
): Verdict<'itself' | 'elsewhere' | 'gone' | 'too-late'> => {
  if (one.id === into.id) return refused('itself')
  if (one.budget !== into.budget) return refused('elsewhere')
  if ([one, into].some(({ state }) => state === 'merged' || state === 'withdrawn')) return refused('gone')
  return phase === 'ideas' || phase === 'study' ? allowed : refused('too-late')
}
