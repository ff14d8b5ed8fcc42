import { allowed, refused, type Verdict } from '#kernel/rules'

interface Standing {
  readonly authorId: string | null
  readonly isWithdrawn: boolean
  readonly moderation: 'visible' | 'held' | 'hidden'
  readonly isReply: boolean
}

export type SupportRefusal = 'own-argument' | 'withdrawn' | 'set-apart' | 'reply'
/** Anyone may mark the quality of what somebody else wrote and everyone can read. The debate may be closed: reading goes on. */
export const canSupport = (argument: Standing, personId: string): Verdict<SupportRefusal> => {
  if (argument.isReply) return refused('reply')
  if (argument.isWithdrawn) return refused('withdrawn')
  if (argument.moderation !== 'visible') return refused('set-apart')
  return argument.authorId === personId ? refused('own-argument') : allowed
}

export type ReplyRefusal = 'closed' | 'withdrawn' | 'set-apart' | 'reply'
/** One replies to an argument in an open debate, never to a reply. */
export const canReply = (argument: Standing, isOpen: boolean): Verdict<ReplyRefusal> => {
  if (!isOpen) return refused('closed')
  if (argument.isReply) return refused('reply')
  if (argument.isWithdrawn) return refused('withdrawn')
  return argument.moderation === 'hidden' ? refused('set-apart') : allowed
}

export type EditRefusal = 'not-the-author' | 'withdrawn' | 'set-apart' | 'closed'
/** Its author may improve an argument; one that was hidden is appealed, not rewritten. */
export const canEdit = (argument: Standing, personId: string | null, isOpen: boolean): Verdict<EditRefusal> => {
  if (argument.authorId === null || argument.authorId !== personId) return refused('not-the-author')
  if (argument.isWithdrawn) return refused('withdrawn')
  if (argument.moderation === 'hidden') return refused('set-apart')
  return isOpen ? allowed : refused('closed')
}

export type WithdrawalRefusal = 'not-the-author' | 'withdrawn'
/** Its author may take back an argument at any time, even when the debate is closed. */
export const canWithdraw = (argument: Standing, personId: string | null): Verdict<WithdrawalRefusal> => {
  if (argument.authorId === null || argument.authorId !== personId) return refused('not-the-author')
  return argument.isWithdrawn ? refused('withdrawn') : allowed
}
