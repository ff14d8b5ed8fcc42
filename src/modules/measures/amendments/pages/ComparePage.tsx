import type { Comparison } from '#engines/texts'
import type { Form } from '#kernel/forms'
import { Button, Page, Section, Select } from '#kernel/ui'
import type { CompareForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { crumbs, type MeasureName } from './crumbs.ts'
import { Differences } from './Differences.tsx'

/** Any two versions of a measure, word by word. */
export const ComparePage = ({
  t,
  measure,
  from,
  to,
  latest,
  rows,
  form,
}: {
  t: T
  measure: MeasureName
  from: number
  to: number
  latest: number
  rows: readonly Comparison[]
  form: Form<CompareForm>
}) => {
  const options = Array.from({ length: latest }, (_, at) => ({ value: String(at + 1), label: t('compare.option', { n: at + 1 }) }))
  return (
    <Page
      title={t('compare.title')}
      lead={t('compare.lead', { from, to, measure: measure.title })}
      breadcrumb={crumbs(t, measure, 'versions')}
    >
      <form method="get" action={`/mesures/${measure.id}/comparer`}>
        <Select form={form} name="de" label={t('compare.from')} options={options} />
        <Select form={form} name="a" label={t('compare.to')} options={options} />
        <Button kind="secondary">{t('compare.submit')}</Button>
      </form>
      <Section title={t('compare.result')}>
        {rows.every(row => row.kind === 'same' && row.moved === null) ? <p>{t('compare.same')}</p> : <Differences t={t} rows={rows} />}
      </Section>
    </Page>
  )
}
