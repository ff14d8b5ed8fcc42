import type { Form } from '#kernel/forms'
import { formatDate, formatNumber, type Locale } from '#kernel/i18n'
import { Button, ErrorSummary, Field, Page, Section, Table } from '#kernel/ui'
import type { NewElectorate } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Electorate } from '../petition.ts'

/** The number of electors, as a dated figure: no name ever comes here. */
export const ElectoratePage = ({
  t,
  locale,
  form,
  figures,
}: {
  t: T
  locale: Locale
  form: Form<NewElectorate>
  figures: readonly Electorate[]
}) => (
  <Page title={t('electorate.title')} lead={t('electorate.why')} breadcrumb={[{ label: t('title'), href: '/demarches-citoyennes' }]}>
    <ErrorSummary form={form} />
    <form method="post" action="/demarches-citoyennes/electeurs" noValidate>
      <Field form={form} name="electors" label={t('electorate.electors')} type="number" width="short" />
      <Field form={form} name="on" label={t('electorate.on')} type="date" />
      <Field form={form} name="source" label={t('electorate.source')} hint={t('electorate.sourceHint')} />
      <Button>{t('electorate.record')}</Button>
    </form>
    {figures.length > 0 && (
      <Section title={t('electorate.past')}>
        <Table
          caption={t('electorate.past')}
          hideCaption
          head={[t('electorate.on'), t('electorate.electors'), t('electorate.source')]}
          numeric={[1]}
          rows={figures.map(({ on, electors, source }) => [formatDate(on, locale), formatNumber(electors, locale), source])}
        />
      </Section>
    )}
  </Page>
)
