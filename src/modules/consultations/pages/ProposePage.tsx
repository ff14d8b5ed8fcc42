import type { Form } from '#kernel/forms'
import type { Verdict } from '#kernel/rules'
import { Button, ErrorSummary, Notice, Page, TextArea, Verdict as VerdictSign } from '#kernel/ui'
import type { StatementForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Consultation } from '../queries/consultations.ts'
import type { Statement } from '../queries/statements.ts'
import type { ProposalRefusal } from '../rules/standing.ts'
import { longestStatement } from '../rules/terms.ts'
import { crumbs } from './crumbs.ts'

interface Props {
  readonly t: T
  readonly consultation: Consultation
  readonly verdict: Verdict<ProposalRefusal>
  readonly similar: readonly Statement[]
  readonly isSignedIn: boolean
  readonly form: Form<StatementForm>
}

/** A statement of one's own; what already says nearly the same is shown first. */
export const ProposePage = ({ t, consultation, verdict, similar, isSignedIn, form }: Props) => {
  const path = `/consultations/${consultation.id}`
  return (
    <Page title={t('propose.title')} lead={t('propose.lead')} breadcrumb={crumbs(t, consultation)}>
      {!verdict.ok ? (
        <VerdictSign is={verdict.because === 'sign-in' || verdict.because === 'answer-first' ? 'missing' : 'refused'}>
          <p>{t(`refusal.${verdict.because}`)}</p>
          <p>
            <a href={`${path}/participer`}>{t('consultation.takePart')}</a>
          </p>
        </VerdictSign>
      ) : (
        <>
          <ErrorSummary form={form} />
          <form method="post" action={`${path}/affirmations`} noValidate>
            <TextArea form={form} name="text" label={t('propose.text')} hint={t('propose.hint')} rows={4} maxlength={longestStatement} />
            {similar.length > 0 && (
              <>
                <Notice kind="warning" title={t('propose.similar')}>
                  <ul>
                    {similar.map(one => (
                      <li key={one.number}>
                        <a href={`${path}/participer?affirmation=${one.number}`}>{one.text}</a>
                      </li>
                    ))}
                  </ul>
                  <p>{t('propose.similarText')}</p>
                </Notice>
                <input type="hidden" name="confirmed" value="oui" />
              </>
            )}
            <p class="soft">
              {t(!isSignedIn || consultation.moderated === 'before' ? 'propose.readFirst' : 'propose.readAfter')} {t('propose.nameless')}
            </p>
            <Button>{t(similar.length > 0 ? 'propose.anyway' : 'propose.send')}</Button>
          </form>
        </>
      )}
    </Page>
  )
}
