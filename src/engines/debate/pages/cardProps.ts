import type { Locale } from '#kernel/i18n'
import type { Actor } from '#kernel/people'
import type { ShownReply } from '../queries/debateView.ts'

export interface CardProps {
  readonly argument: ShownReply
  readonly url: string
  readonly actor: Actor
  readonly locale: Locale
  /** Page of the debate to come back to after a mark. */
  readonly back: string
  readonly level?: 2 | 3
}
