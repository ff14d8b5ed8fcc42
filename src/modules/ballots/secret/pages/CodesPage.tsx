import { emptyForm, type Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Actions, Button, ErrorSummary, Field, Notice, Page, Section } from '#kernel/ui'
import { words } from '../../locales/index.ts'
import { crumbs } from '../../pages/crumbs.ts'
import type { Ballot } from '../../queries/ballots.ts'
import { type CloseCodeForm, RevokerFields } from '../forms.ts'
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
  readonly hasRevoked: boolean
  /** Of this page's own address. */
  readonly linkKey: string
  /** The published text of the election; null before the announcement. */
  readonly election: string | null
}

/** The page of whoever makes and hands out the codes. */
export const CodesPage = (props: Props) => {
  const { t, locale, url, ballot, guards, close, hasClosed, hasRevoked, linkKey, election } = props
  const path = `/votes/${ballot.id}`
  return (
    <Page title={t('codes.title')} kicker={ballot.title} breadcrumb={crumbs(words(locale), ballot)} lead={t('codes.lead')}>
      {hasClosed && (
        <Notice kind="success" title={t('codes.closed')}>
          {t('codes.closedText')}
        </Notice>
      )}
      {hasRevoked && (
        <Notice kind="success" title={t('revoke.done')}>
          {t('codes.closedText')}
        </Notice>
      )}
      {guards.credentials === null ? (
        <Making {...{ t, url, ballot, guards, linkKey }} />
      ) : (
        <Notice kind="success" title={t('codes.done')}>
          {t('codes.doneText')}
        </Notice>
      )}
      {ballot.state === 'open' && (
        <Section title={t('codes.close')} lead={t('codes.closeLead')}>
          <ErrorSummary form={close} />
          <form method="post" action={`${path}/secret/codes/fermeture`} noValidate>
            <input type="hidden" name="cle" value={linkKey} />
            <Field form={close} name="credential" label={t('codes.closeCredential')} inputmode="numeric" />
            <Field form={close} name="reason" label={t('codes.closeReason')} />
            <Button kind="danger">{t('codes.closeNow')}</Button>
          </form>
        </Section>
      )}
      {ballot.state === 'open' && election !== null && <Revoking {...{ t, ballot, linkKey, election }} />}
    </Page>
  )
}

const Making = ({ t, url, ballot, guards, linkKey }: Pick<Props, 't' | 'url' | 'ballot' | 'guards' | 'linkKey'>) => (
  <>
    <p class="soft">{t('booth.script')}</p>
    <code-maker
      hidden
      data-codes={String(guards.codes)}
      data-uuid={guards.electionName}
      data-key={linkKey}
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

/** Taking back a ballot already cast: the private code is typed, and used, in this browser alone. */
const Revoking = ({ t, ballot, linkKey, election }: Pick<Props, 't' | 'ballot' | 'linkKey'> & { readonly election: string }) => {
  const path = `/votes/${ballot.id}/secret/codes`
  return (
    <Section title={t('revoke.title')} lead={t('revoke.lead')}>
      <p class="soft">{t('booth.script')}</p>
      <ballot-revoker
        hidden
        data-election={election}
        data-key={linkKey}
        data-to={`${path}/retrait`}
        data-done={`${path}?cle=${linkKey}&retire=1`}
        data-codewrong={t('booth.codeWrong')}
        data-reasonwrong={t('revoke.reasonWrong')}
        data-working={t('booth.working')}
        data-failed={t('trustee.failed')}
      >
        <p data-part="said" role="alert" tabIndex={-1} hidden />
        <Field
          form={emptyForm(RevokerFields)}
          name="code"
          label={t('revoke.code')}
          hint={t('revoke.codeHint')}
          autocomplete="off"
          width="medium"
        />
        <Field form={emptyForm(RevokerFields)} name="why" label={t('codes.closeReason')} />
        <Actions>
          <PartButton part="revoke">{t('revoke.now')}</PartButton>
        </Actions>
      </ballot-revoker>
      <script type="module" src="/votes/secret/retrait.js" />
    </Section>
  )
}
