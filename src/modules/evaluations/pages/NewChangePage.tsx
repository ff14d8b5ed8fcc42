import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, Field, Page, Select, TextArea } from '#kernel/ui'
import type { NewChange } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { indicatorIds } from '../rules/indicators.ts'
import type { Word } from '../schema.ts'

interface Props {
  readonly t: T
  readonly service: { readonly id: string; readonly name: string }
  readonly form: Form<NewChange>
  readonly words: readonly Word[]
}

export const NewChangePage = ({ t, service, form, words }: Props) => (
  <Page
    title={t('change.title')}
    lead={t('change.lead', { service: service.name })}
    breadcrumb={[
      { label: t('title'), href: '/evaluations' },
      { label: service.name, href: `/evaluations/service/${service.id}` },
    ]}
  >
    <ErrorSummary form={form} />
    <form method="post" action={`/evaluations/service/${service.id}/changements`} noValidate>
      <Field form={form} name="title" label={t('change.name')} />
      <TextArea form={form} name="text" label={t('change.text')} rows={5} maxlength={4000} />
      <TextArea form={form} name="said" label={t('change.said')} hint={t('change.saidHint')} rows={3} maxlength={1000} />
      <Select
        form={form}
        name="word"
        label={t('change.word')}
        options={[
          { value: '', label: t('change.noWord') },
          ...words.map(word => ({ value: word.id, label: (word.published ?? '').slice(0, 80).toWellFormed() })),
        ]}
      />
      <Select
        form={form}
        name="indicator"
        label={t('change.indicator')}
        options={[
          { value: '', label: t('change.noIndicator') },
          ...indicatorIds.map(id => ({ value: id, label: t(`indicator.${id}.long`) })),
        ]}
      />
      <Field form={form} name="on" label={t('change.on')} type="date" />
      <Button>{t('change.send')}</Button>
    </form>
  </Page>
)
