import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, Page, TextArea } from '#kernel/ui'
import type { ReasonForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { ServiceDetail } from '../queries.ts'

export const ArchivePage = ({ t, service, form }: { t: T; service: ServiceDetail; form: Form<ReasonForm> }) => {
  const isBack = service.archivedAt !== null
  return (
    <Page
      title={t(isBack ? 'archive.restoreTitle' : 'archive.title', { name: service.name })}
      lead={t(isBack ? 'archive.restoreLead' : 'archive.lead')}
      breadcrumb={[
        { label: t('services.title'), href: '/services' },
        { label: service.name, href: `/services/${service.id}` },
      ]}
    >
      <ErrorSummary form={form} />
      <form method="post" action={`/services/${service.id}/archivage`} noValidate>
        <TextArea form={form} name="reason" label={t('archive.reason')} maxlength={500} />
        <Button kind={isBack ? 'primary' : 'danger'}>{t(isBack ? 'service.restore' : 'service.archive')}</Button>
      </form>
    </Page>
  )
}
