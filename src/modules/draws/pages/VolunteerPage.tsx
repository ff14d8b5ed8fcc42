import type { Form } from '#kernel/forms'
import { Button, Checkbox, Choice, ErrorSummary, Field, Page } from '#kernel/ui'
import type { Volunteering } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Panel } from '../panel.ts'

/** Only what the quotas need is asked. */
export const VolunteerPage = ({ t, panel, form }: { t: T; panel: Panel; form: Form<Volunteering> }) => (
  <Page
    title={t('volunteer.title')}
    lead={t('volunteer.lead')}
    breadcrumb={[
      { label: t('draws.title'), href: '/tirages' },
      { label: panel.title, href: `/tirages/panels/${panel.id}` },
    ]}
  >
    <ErrorSummary form={form} />
    <form method="post" action={`/tirages/panels/${panel.id}/inscription`} noValidate>
      {[...Map.groupBy(panel.quotas, ({ category }) => category)].map(([category, features], at) => (
        <Choice
          key={category}
          form={form}
          name={`feature${at}`}
          label={category}
          options={features.map(({ feature }) => ({ value: feature, label: feature }))}
        />
      ))}
      {panel.onePerAddress && (
        <Field form={form} name="address" label={t('volunteer.yourAddress')} hint={t('volunteer.addressHint')} width="full" />
      )}
      <Checkbox form={form} name="showsName" label={t('volunteer.showsName')} />
      <Button>{t('volunteer.send')}</Button>
    </form>
  </Page>
)
