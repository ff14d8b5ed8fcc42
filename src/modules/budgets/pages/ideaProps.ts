import type { Moderated } from '#engines/moderation'
import type { Form } from '#kernel/forms'
import type { Actor } from '#kernel/people'
import type { AnswerForm, AppealForm, MergeForm, MessageForm, StudyForm, WithdrawForm } from '../forms.ts'
import type { CountedProject, CountContent } from '../count/content.ts'
import type { Idea, IdeaVersion } from '../queries/ideas.ts'
import type { CommuneMap } from '../queries/places.ts'
import type { StageName } from '#modules/measures'
import type { Message, Study } from '../queries/studies.ts'
import type { OfBudget } from './parts.tsx'

export interface IdeaProps extends OfBudget {
  readonly reader: Actor
  readonly idea: Idea
  readonly credits: readonly string[]
  readonly versions: readonly IdeaVersion[]
  readonly merged: readonly Idea[]
  readonly studies: readonly Study[]
  readonly messages: readonly Message[]
  readonly moderated: { get(subject: string): Moderated }
  readonly map: CommuneMap
  /** Its part in the count that holds, once there is one. */
  readonly count: { readonly project: CountedProject; readonly content: CountContent } | null
  readonly followUp: {
    readonly measure: { readonly id: string; readonly title: string; readonly stage: StageName } | null
    readonly commitments: readonly { readonly title: string; readonly url: string; readonly note: string }[]
  }
  readonly isFollowing: boolean | null
  readonly may: {
    readonly edit: boolean
    readonly withdraw: boolean
    readonly appeal: boolean
    readonly write: boolean
    readonly study: boolean
    readonly answer: boolean
    readonly merge: boolean
    readonly makeMeasure: boolean
    /** Promise something about the measure it became. */
    readonly commit: boolean
  }
  /** Ideas it may be merged into, the most alike first. */
  readonly others: readonly { readonly id: string; readonly title: string }[]
  readonly forms: {
    readonly study: Form<StudyForm>
    readonly message: Form<MessageForm>
    readonly appeal: Form<AppealForm>
    readonly answer: Form<AnswerForm>
    readonly merge: Form<MergeForm>
    readonly withdraw: Form<WithdrawForm>
  }
}
