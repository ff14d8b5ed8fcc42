import type { Form } from '#kernel/forms'
import { Actions, Button, ErrorSummary, Notice, Page, Time } from '#kernel/ui'
import type { VoteForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Ballot } from '../queries/ballots.ts'
import type { OwnBallot } from '../queries/castBallot.ts'
import type { Question } from '../rules/kinds.ts'
import { crumbs } from './crumbs.ts'
import { QuestionFields } from './QuestionFields.tsx'

interface Props {
  readonly t: T
  readonly ballot: Ballot
  readonly questions: readonly Question[]
  readonly form: Form<VoteForm>
  readonly own: OwnBallot | null
  /** A draft of the town hall, tried before it is announced: nothing is sent. */
  readonly isPreview?: boolean
}

/** The ballot paper on the screen. It says what it is: a draft, or already cast. */
export const VotePage = ({ t, ballot, questions, form, own, isPreview = false }: Props) => {
  const path = `/votes/${ballot.id}`
  return (
    <Page title={t(isPreview ? 'vote.preview' : 'vote.title')} kicker={ballot.title} breadcrumb={crumbs(t, ballot)} lead={t('vote.lead')}>
      <Status t={t} own={own} isPreview={isPreview} />
      <p>
        {t('vote.until')} <Time at={ballot.closesAt} />.
      </p>
      <p class="soft">{t('how.publicText')}</p>
      <ErrorSummary form={form} />
      <form method="post" action={`${path}/voter`} noValidate>
        {questions.map(question => (
          <QuestionFields key={question.number} t={t} question={question} form={form} />
        ))}
        {!isPreview && (
          <Actions>
            <Button name="act" value="cast">
              {t(own?.cast ? 'vote.castAgain' : 'vote.cast')}
            </Button>
            <Button kind="secondary" name="act" value="draft">
              {t('vote.save')}
            </Button>
          </Actions>
        )}
      </form>
      {isPreview && <Button href={`${path}/conduite`}>{t('vote.backToRun')}</Button>}
    </Page>
  )
}

const Status = ({ t, own, isPreview }: { t: T; own: OwnBallot | null; isPreview: boolean }) => {
  if (isPreview) return <Notice title={t('vote.previewTitle')}>{t('vote.previewText')}</Notice>
  if (own?.draft)
    return (
      <Notice kind="warning" title={t(own.cast ? 'vote.draftAfterCast' : 'vote.isDraft')}>
        <p>
          {t('vote.savedAt')} <Time at={own.draft.at} />. {t(own.cast ? 'vote.draftAfterCastText' : 'vote.isDraftText')}
        </p>
      </Notice>
    )
  if (own?.cast)
    return (
      <Notice kind="success" title={t('vote.isCast')}>
        <p>
          {t('vote.castAt')} <Time at={own.cast.at} />. {t('vote.isCastText')}
        </p>
      </Notice>
    )
  return <Notice title={t('vote.notCast')}>{t('vote.notCastText')}</Notice>
}
