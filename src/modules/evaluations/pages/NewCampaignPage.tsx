import { Fragment } from 'preact'
import type { Form } from '#kernel/forms'
import { Button, Choice, ErrorSummary, Field, Page, Section, Select } from '#kernel/ui'
import type { NewCampaign } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { recurrences } from '../rules/campaign.ts'
import { localKinds } from '../rules/localQuestion.ts'

interface Props {
  readonly t: T
  readonly form: Form<NewCampaign>
  readonly services: readonly { readonly id: string; readonly name: string }[]
}

export const NewCampaignPage = ({ t, form, services }: Props) => (
  <Page title={t('new.title')} lead={t('new.lead')} breadcrumb={[{ label: t('title'), href: '/evaluations' }]}>
    <ErrorSummary form={form} />
    <form method="post" action="/evaluations" noValidate>
      <Select form={form} name="service" label={t('new.service')} options={services.map(({ id, name }) => ({ value: id, label: name }))} />
      <Field form={form} name="opensOn" label={t('new.opensOn')} type="date" />
      <Field form={form} name="closesOn" label={t('new.closesOn')} type="date" />
      <Choice
        form={form}
        name="recurrence"
        label={t('new.recurrence')}
        options={recurrences.map(recurrence => ({ value: recurrence, label: t(`campaign.${recurrence}`) }))}
      />
      <Section title={t('new.local')} lead={t('new.localLead')}>
        {([1, 2, 3] as const).map(n => (
          <Fragment key={n}>
            <Field form={form} name={`fr${n}`} label={t('new.localText', { n })} optional />
            <Field form={form} name={`en${n}`} label={t('new.localEnglish')} optional />
            <Select
              form={form}
              name={`kind${n}`}
              label={t('new.localKind')}
              optional
              options={localKinds.map(kind => ({ value: kind, label: t(`new.${kind}`) }))}
            />
          </Fragment>
        ))}
      </Section>
      <Button>{t('new.send')}</Button>
    </form>
  </Page>
)
