import type { Form } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import { Button, ErrorSummary, Field, FormPaper, Notice, Page, Section, Table, TextArea, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { PostButton } from './postButton.tsx'

export interface ResidencePageProps {
  readonly t: T
  readonly locale: Locale
  readonly residences: readonly {
    readonly id: string
    readonly proof: 'declared' | 'posted-code' | 'document-seen' | 'vouched'
    readonly since: string
    readonly until: string | null
  }[]
  readonly letter: {
    readonly address: string
    readonly askedAt: string
    readonly printedAt: string | null
    readonly expiresOn: string | null
  } | null
  readonly ask: Form<{ address: string }>
  readonly code: Form<{ code: string }>
  /** Printed on the sheet, to come back to this form. */
  readonly paper: string
  readonly vouching: { readonly needed: number; readonly given: number; readonly url: string } | null
}

export const ResidencePage = ({ t, locale, residences, letter, ask, code, paper, vouching }: ResidencePageProps) => (
  <Page title={t('residence.title')} code={paper} lead={t('residence.lead')} breadcrumb={[{ label: t('account.title'), href: '/compte' }]}>
    <ErrorSummary form={ask} />
    <ErrorSummary form={code} />
    <Section title={t('residence.proofs')}>
      {residences.length === 0 ? (
        <p>{t('residence.none')}</p>
      ) : (
        <Table
          caption={t('residence.proofs')}
          hideCaption
          head={[t('residence.proof'), t('residence.since'), t('residence.until')]}
          rows={residences.map(row => [
            t(`residence.proof.${row.proof}`),
            <Time at={row.since} />,
            row.until ? <Time at={row.until} /> : '',
          ])}
        />
      )}
    </Section>
    <Section title={t('residence.byLetter')}>
      {letter && !letter.printedAt && (
        <Notice title={t('residence.waiting', { date: formatDate(letter.askedAt, locale), address: letter.address })} />
      )}
      {letter?.printedAt && letter.expiresOn && (
        <>
          <Notice title={t('residence.printed', { date: formatDate(letter.expiresOn, locale), address: letter.address })} />
          <form method="post" action="/compte/residence/code" noValidate>
            <Field
              form={code}
              name="code"
              label={t('residence.code')}
              hint={t('signIn.letterCodeHint')}
              width="medium"
              autocomplete="off"
            />
            <Button>{t('residence.enter')}</Button>
          </form>
        </>
      )}
      <FormPaper code={paper}>
        <form method="post" action="/compte/residence" noValidate>
          <TextArea form={ask} name="address" label={t('residence.address')} hint={t('residence.addressHint')} rows={3} />
          <Button kind={letter ? 'secondary' : 'primary'}>{t('residence.ask')}</Button>
        </form>
      </FormPaper>
    </Section>
    <Section title={t('residence.byDesk')}>
      <p>{t('residence.byDeskText')}</p>
    </Section>
    {vouching && (
      <Section title={t('residence.byVouch')}>
        <p>{t('residence.byVouchText', { needed: vouching.needed, given: vouching.given })}</p>
        <p>
          <a href={vouching.url}>{vouching.url}</a>
        </p>
      </Section>
    )}
  </Page>
)

export const VouchPage = ({ t, name, action, refusal }: { t: T; name: string; action: string; refusal: string | null }) => (
  <Page title={t('vouch.title')}>
    {refusal ? (
      <Notice kind="warning" title={refusal} />
    ) : (
      <>
        <p>{t('vouch.text', { name })}</p>
        <PostButton action={action}>{t('vouch.submit')}</PostButton>
      </>
    )}
  </Page>
)
