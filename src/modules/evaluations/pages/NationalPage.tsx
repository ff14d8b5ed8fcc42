import type { Form } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import { Button, Checkbox, ErrorSummary, Field, Page, Section, Select, Table } from '#kernel/ui'
import type { NewNationalFigure } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { sayIndicator } from '../saying.ts'
import type { NationalFigure } from '../schema.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly figures: readonly NationalFigure[]
  readonly form: Form<NewNationalFigure>
}

/** The figures of the country, dated and sourced, and how the town hall loads another. */
export const NationalPage = ({ t, locale, figures, form }: Props) => (
  <Page title={t('national.title')} lead={t('national.lead')} breadcrumb={[{ label: t('title'), href: '/evaluations' }]}>
    {figures.length === 0 ? (
      <p>{t('national.empty')}</p>
    ) : (
      <Table
        caption={t('national.title')}
        hideCaption
        head={[t('national.indicator'), t('national.value'), t('national.on'), t('national.source')]}
        numeric={[1]}
        rows={figures.map(({ indicator, value, on, scope, source, isInvented }) => [
          t(`indicator.${indicator}`),
          sayIndicator(t, indicator, value, locale),
          formatDate(on, locale),
          `${scope}, ${source} ${isInvented ? t('service.invented') : ''}`,
        ])}
      />
    )}
    <Section title={t('national.add')}>
      <ErrorSummary form={form} />
      <form method="post" action="/evaluations/national" noValidate>
        <Select
          form={form}
          name="indicator"
          label={t('national.indicator')}
          options={(['satisfaction', 'clarity', 'help'] as const).map(id => ({ value: id, label: t(`indicator.${id}`) }))}
        />
        <Field form={form} name="value" label={t('national.value')} hint={t('national.valueHint')} type="number" />
        <Field form={form} name="scope" label={t('national.scope')} hint={t('national.scopeHint')} />
        <Field form={form} name="source" label={t('national.source')} />
        <Field form={form} name="url" label={t('national.url')} type="url" optional />
        <Field form={form} name="on" label={t('national.on')} type="date" />
        <Checkbox form={form} name="isInvented" label={t('national.invented')} />
        <Button>{t('national.send')}</Button>
      </form>
    </Section>
  </Page>
)
