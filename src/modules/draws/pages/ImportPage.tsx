import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, Field, Page, TextArea } from '#kernel/ui'
import type { Import } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Panel } from '../panel.ts'

export const ImportPage = ({ t, panel, form }: { t: T; panel: Panel; form: Form<Import> }) => (
  <Page
    title={t('import.title')}
    lead={t('import.lead')}
    breadcrumb={[
      { label: t('draws.title'), href: '/tirages' },
      { label: panel.title, href: `/tirages/panels/${panel.id}` },
    ]}
  >
    <ErrorSummary form={form} />
    <form method="post" action={`/tirages/panels/${panel.id}/import`} noValidate>
      <TextArea
        form={form}
        name="people"
        label={t('import.people')}
        hint={t('import.peopleHint', { columns: [...new Set(panel.quotas.map(one => one.category))].join(', ') })}
        rows={12}
      />
      <Field form={form} name="nameColumn" label={t('import.name')} optional />
      <Field form={form} name="addressColumns" label={t('import.address')} optional />
      <Button>{t('import.send')}</Button>
    </form>
  </Page>
)
