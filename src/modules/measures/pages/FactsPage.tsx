import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, Field, Page, Select } from '#kernel/ui'
import type { FactsForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { MeasureDetail } from '../queries/readMeasure.ts'

interface Props {
  readonly t: T
  readonly measure: Pick<MeasureDetail, 'id' | 'title'>
  readonly pilots: readonly { readonly id: string; readonly name: string }[]
  readonly form: Form<FactsForm>
}

export const FactsPage = ({ t, measure, pilots, form }: Props) => (
  <Page
    title={t('facts.title', { title: measure.title })}
    lead={t('facts.lead')}
    breadcrumb={[
      { label: t('measures.title'), href: '/mesures' },
      { label: measure.title, href: `/mesures/${measure.id}` },
    ]}
  >
    <ErrorSummary form={form} />
    <form method="post" action={`/mesures/${measure.id}/reperes`} noValidate>
      <Select
        form={form}
        name="pilot"
        label={t('facts.pilot')}
        hint={t('facts.pilotHint')}
        optional
        options={[{ value: '', label: t('facts.noPilot') }, ...pilots.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Field form={form} name="service" label={t('facts.service')} optional />
      <Field form={form} name="closesOn" type="date" label={t('facts.closesOn')} hint={t('facts.closesOnHint')} optional />
      <Button>{t('facts.submit')}</Button>
    </form>
  </Page>
)
