import { emptyForm } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Actions, Field, Notice, Page, Time } from '#kernel/ui'
import { VoteForm } from '../../forms.ts'
import { words } from '../../locales/index.ts'
import { crumbs } from '../../pages/crumbs.ts'
import { QuestionFields } from '../../pages/QuestionFields.tsx'
import type { Ballot } from '../../queries/ballots.ts'
import type { Question } from '../../rules/kinds.ts'
import { BoothCode } from '../forms.ts'
import type { ST } from '../locales.ts'
import type { SecretQuestion } from '../rules/electionOf.ts'
import { PartButton } from './PartButton.tsx'

interface Props {
  readonly t: ST
  readonly locale: Locale
  readonly ballot: Ballot
  readonly questions: readonly Question[]
  readonly plan: readonly SecretQuestion[]
  /** The published text of the election, byte for byte. */
  readonly election: string
}

/** The booth. No form is there to be sent: without its script, nothing that is ticked can leave the page. */
export const BoothPage = ({ t, locale, ballot, questions, plan, election }: Props) => {
  const path = `/votes/${ballot.id}`
  const planned = plan.map(({ question, ...rest }) => ({ ...rest, max: question.max }))
  return (
    <Page title={t('booth.title')} kicker={ballot.title} breadcrumb={crumbs(words(locale), ballot)} lead={t('booth.lead')}>
      <p class="soft">{t('booth.script')}</p>
      <p>
        {words(locale)('vote.until')} <Time at={ballot.closesAt} />. <a href={`${path}/secret`}>{t('trust.title')}</a>
      </p>
      <secret-booth
        hidden
        data-election={election}
        data-plan={JSON.stringify(planned)}
        data-urn={`${path}/urne`}
        data-board={`${path}/urne`}
        data-codewrong={t('booth.codeWrong')}
        data-toomany={t('booth.tooMany', { n: '{n}' })}
        data-blank={t('booth.blank')}
        data-working={t('booth.working')}
        data-failed={t('booth.failed')}
      >
        <div data-part="draft">
          <Notice title={t('booth.draft')}>{t('booth.draftText')}</Notice>
        </div>
        <p data-part="said" role="alert" tabIndex={-1} hidden />
        <div data-part="choosing">
          {questions.map(question => (
            <QuestionFields key={question.number} t={words(locale)} question={question} form={emptyForm(VoteForm)} />
          ))}
          <Actions>
            <PartButton part="review">{t('booth.review')}</PartButton>
          </Actions>
        </div>
        <div data-part="reviewing" hidden>
          <h2>{t('booth.reviewTitle')}</h2>
          <dl data-part="summary" />
          <Field
            form={emptyForm(BoothCode)}
            name="code"
            label={t('booth.code')}
            hint={t('booth.codeHint')}
            autocomplete="off"
            width="medium"
          />
          <Actions>
            <PartButton part="cast">{t('booth.cast')}</PartButton>
            <PartButton part="change" kind="secondary">
              {t('booth.change')}
            </PartButton>
          </Actions>
        </div>
        <div data-part="done" hidden>
          <h2>{t('booth.done')}</h2>
          <p>{t('booth.doneText')}</p>
          <p>
            {t('booth.tracking')} : <code data-part="tracking" />
          </p>
          <p>
            <a data-part="check" href={`${path}/urne`}>
              {t('booth.check')}
            </a>
          </p>
          <p>{t('booth.again')}</p>
        </div>
      </secret-booth>
      <script type="module" src="/votes/secret/isoloir.js" />
    </Page>
  )
}
