import type { Form } from '#kernel/forms'
import { Button, Checkbox, ErrorSummary, Page, Section, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'

export interface HeldFact {
  readonly what: string
  readonly basis: string
  readonly kept: string
}

export const MyDataPage = ({ t, held }: { t: T; held: readonly HeldFact[] }) => (
  <Page title={t('data.title')} lead={t('data.lead')} width="wide" breadcrumb={[{ label: t('account.title'), href: '/compte' }]}>
    <Table
      caption={t('data.title')}
      hideCaption
      head={[t('data.what'), t('data.why'), t('data.kept')]}
      rows={held.map(fact => [fact.what, fact.basis, fact.kept])}
    />
    <p>
      <Button kind="secondary" href="/compte/donnees.json">
        {t('data.export')}
      </Button>
    </p>
    <p>
      <a href="/compte/effacement">{t('data.erase')}</a>
    </p>
  </Page>
)

export const ErasePage = ({ t, form }: { t: T; form: Form<{ sure: true }> }) => (
  <Page
    title={t('erase.title')}
    lead={t('erase.lead')}
    breadcrumb={[
      { label: t('account.title'), href: '/compte' },
      { label: t('data.title'), href: '/compte/donnees' },
    ]}
  >
    <ErrorSummary form={form} />
    <form method="post" action="/compte/effacement" noValidate>
      <Checkbox form={form} name="sure" label={t('erase.sure')} />
      <Button kind="danger">{t('erase.submit')}</Button>
    </form>
  </Page>
)

export const ErasedPage = ({ t }: { t: T }) => (
  <Page title={t('erase.done')}>
    <Section title={t('goodbye.title')}>
      <p>{t('erase.doneText')}</p>
    </Section>
  </Page>
)
