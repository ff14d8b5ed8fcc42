import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Actions, Button, ErrorSummary, Field, Notice, Page, Section } from '#kernel/ui'
import { words } from '../../locales/index.ts'
import { crumbs } from '../../pages/crumbs.ts'
import type { Ballot } from '../../queries/ballots.ts'
import type { CloseCodeForm } from '../forms.ts'
import type { ST } from '../locales.ts'
import type { Guards } from '../queries/guards.ts'
import { PartButton } from './PartButton.tsx'

interface Props {
  readonly t: ST
  readonly locale: Locale
  readonly url: string
  readonly ballot: Ballot
  readonly guards: Guards
  readonly close: Form<CloseCodeForm>
  readonly hasClosed: boolean
}

/** The page of whoever makes and hands out the codes. */
export const CodesPage = ({ t, locale, url, ballot, guards, close, hasClosed }: Props) => {
  const path = `/votes/${ballot.id}`
  return (
    <Page title={t('codes.title')} kicker={ballot.title} breadcrumb={crumbs(words(locale), ballot)} lead={t('codes.lead')}>
      {hasClosed && (
        <Notice kind="success" title={t('codes.closed')}>
          {t('codes.closedText')}
        </Notice>
      )}
      {guards.credentials === null ? (
        <Making {...{ t, url, ballot, guards }} />
      ) : (
        <Notice kind="success" title={t('codes.done')}>
          {t('codes.doneText')}
        </Notice>
      )}
      {ballot.state === 'open' && (
        <Section title={t('codes.close')} lead={t('codes.closeLead')}>
          <ErrorSummary form={close} />
          <form method="post" action={`${path}/secret/codes/fermeture`} noValidate>
            <input type="hidden" name="cle" value={guards.authorityToken} />
            <Field form={close} name="credential" label={t('codes.closeCredential')} inputmode="numeric" />
            <Field form={close} name="reason" label={t('codes.closeReason')} />
            <Button kind="danger">{t('codes.closeNow')}</Button>
          </form>
        </Section>
      )}
    </Page>
  )
}

const Making = ({ t, url, ballot, guards }: Pick<Props, 't' | 'url' | 'ballot' | 'guards'>) => (
  <>
    <p class="soft">{t('booth.script')}</p>
    <code-maker
      hidden
      data-codes={String(guards.codes)}
      data-uuid={guards.electionName}
      data-key={guards.authorityToken}
      data-to={`/votes/${ballot.id}/secret/codes`}
      data-name={`vote-${ballot.id}`}
      data-vote={ballot.title}
      data-title={t('codes.sheetTitle')}
      data-text={t('codes.sheetText')}
      data-number={t('codes.sheetNumber')}
      data-booth={`${url}/votes/${ballot.id}/isoloir`}
      data-failed={t('trustee.failed')}
    >
      <p data-part="said" role="alert" tabIndex={-1} hidden />
      <PartButton part="make">{t('codes.make', { n: guards.codes })}</PartButton>
      <p>
        <span data-part="progress" aria-live="polite" /> <span class="hidden">{t('codes.progress')}</span>
      </p>
      <div data-part="made" hidden>
        <Notice kind="warning">{t('codes.keep')}</Notice>
        <Actions>
          <PartButton part="csv" kind="secondary">
            {t('codes.csv')}
          </PartButton>
          <PartButton part="sheets" kind="secondary">
            {t('codes.sheets')}
          </PartButton>
          <PartButton part="send">{t('codes.send')}</PartButton>
        </Actions>
      </div>
    </code-maker>
    <script type="module" src="/votes/secret/codes.js" />
  </>
)
