import type { Actor } from '#kernel/people'
import { isVisibleTo } from '#engines/moderation'
import type { T } from '../locales/index.ts'
import type { ShownReply } from '../queries/debateView.ts'

/** What an argument is called. When its words are not shown, neither is the name of who wrote them. */
export const headingOf = (t: T, argument: ShownReply, isReadable: boolean): string =>
  isReadable
    ? t('argument.heading', { stance: argument.stance, author: argument.authorName ?? t('argument.somebody') })
    : t('argument.headingApart', { stance: argument.stance, how: argument.withdrawnAt === null ? 'hidden' : 'withdrawn' })

/** The words, and the name of who wrote them, are shown to this reader. */
export const isReadableBy = (argument: ShownReply, actor: Actor): boolean =>
  argument.withdrawnAt === null && isVisibleTo(argument.moderated, actor)
