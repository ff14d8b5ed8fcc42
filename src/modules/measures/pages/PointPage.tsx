import type { Form } from '#kernel/forms'
import { kinds } from '#engines/outline'
import { Button, Choice, ErrorSummary, Field, Page, TextArea } from '#kernel/ui'
import type { PointForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { ProgrammeLine } from '../queries/programmes.ts'

/** The words of one point, to correct. */
export const PointPage = ({ t, programme, point, form }: { t: T; programme: ProgrammeLine; point: string; form: Form<PointForm> }) => (
  <Page
    title={t('point.title')}
    breadcrumb={[
      { label: t('import.title'), href: '/programme/import' },
      { label: programme.title, href: `/programme/import/${programme.id}` },
    ]}
  >
    <ErrorSummary form={form} />
    <form method="post" action={`/programme/import/${programme.id}/points/${point}`} noValidate>
      <Choice
        form={form}
        name="kind"
        label={t('point.kind')}
        options={kinds.map(kind => ({ value: kind, label: t(`review.kind.${kind}`) }))}
      />
      <Field form={form} name="number" label={t('point.number')} width="short" optional />
      <Field form={form} name="title" label={t('point.name')} />
      <TextArea form={form} name="body" label={t('point.body')} hint={t('point.bodyHint')} rows={8} optional />
      <Button>{t('point.submit')}</Button>
    </form>
  </Page>
)
