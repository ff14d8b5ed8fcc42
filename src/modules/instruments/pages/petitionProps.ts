import type { Moderated } from '#engines/moderation'
import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import type { Actor } from '#kernel/people'
import type { HallStep, Withdrawal } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { PetitionStep } from '../rules/petition.ts'
import type { ShownPetition } from '../views.ts'

/** What the page of a petition is drawn from. */
export interface PetitionProps {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly shown: ShownPetition
  readonly moderated: Moderated
  readonly reader: Actor
  readonly names: ReadonlyMap<string, string>
  /** When this very person signed; null when they did not. */
  readonly signedAt: string | null
  readonly isAuthor: boolean
  readonly isTownHall: boolean
  readonly hallSteps: readonly PetitionStep[]
  readonly answerDays: number
  readonly isFollowing: boolean | null
  readonly step: Form<HallStep>
  readonly withdrawal: Form<Withdrawal>
}
