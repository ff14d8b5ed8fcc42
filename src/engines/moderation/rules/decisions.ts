import { allowed, refused, type Verdict } from '#kernel/rules'
import type { Moderated } from './state.ts'

export type DecisionRefusal = 'not-set-apart' | 'already-hidden' | 'appeal-open'
/** Whether the town hall may take this decision on a content as it stands. */
export const canDecide = (act: 'released' | 'hidden' | 'kept', moderated: Moderated): Verdict<DecisionRefusal> => {
  if (act === 'hidden') return moderated.state === 'hidden' ? refused('already-hidden') : allowed
  if (act === 'kept')
    return moderated.state === 'visible' ? allowed : refused(moderated.state === 'hidden' ? 'already-hidden' : 'not-set-apart')
  if (moderated.state === 'visible') return refused('not-set-apart')
  return moderated.state === 'hidden' && moderated.appeal === 'open' ? refused('appeal-open') : allowed
}

export type AppealRefusal = 'not-hidden' | 'not-the-author' | 'already-appealed'
/** The author of a hidden content may appeal once against each decision to hide it. */
export const canAppeal = (moderated: Moderated, personId: string): Verdict<AppealRefusal> => {
  if (moderated.state !== 'hidden') return refused('not-hidden')
  if (moderated.authorId !== personId) return refused('not-the-author')
  return moderated.appeal === 'none' ? allowed : refused('already-appealed')
}

export type AppealDecisionRefusal = 'already-decided' | 'same-person' | 'own-content'
/** An appeal is decided by another person than the one who hid, and not by its author. */
export const canDecideAppeal = (
  appeal: { hiddenBy: string; filedBy: string; outcome: string | null },
  personId: string,
): Verdict<AppealDecisionRefusal> => {
  if (appeal.outcome !== null) return refused('already-decided')
  if (appeal.hiddenBy === personId) return refused('same-person')
  return appeal.filedBy === personId ? refused('own-content') : allowed
}

export type ReportRefusal = 'own-content' | 'already-reported'
/** Anyone signed in may report what somebody else wrote, once. */
export const canReport = (report: { authorId: string | null; personId: string; hasReported: boolean }): Verdict<ReportRefusal> => {
  if (report.authorId === report.personId) return refused('own-content')
  return report.hasReported ? refused('already-reported') : allowed
}
