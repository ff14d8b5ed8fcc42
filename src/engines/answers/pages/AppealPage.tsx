import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, FormPaper, Page, TextArea } from '#kernel/ui'
import type { Clock } from '../clocks.ts'
import type { WrittenAppeal } from '../forms.ts'
import type { T } from '../locales/index.ts'

/** Where an author or a supporter asks that somebody else look again. `code` leads back here from paper. */
export const AppealPage = ({ t, clock, form, code }: { t: T; clock: Clock; form: Form<WrittenAppeal>; code: string }) => (
  <Page
    title={t('appeal.title', { title: clock.title })}
    lead={t('appeal.lead')}
    code={code}
    breadcrumb={[
      { label: t('list.title'), href: '/reponses' },
      { label: clock.title, href: `/reponses/${clock.id}` },
    ]}
  >
    <ErrorSummary form={form} />
    <FormPaper code={code}>
      <form method="post" action={`/reponses/${clock.id}/appel`} noValidate>
        <TextArea form={form} name="reason" label={t('appeal.reason')} hint={t('appeal.reasonHint')} rows={8} maxlength={3000} />
        <Button>{t('appeal.send')}</Button>
      </form>
    </FormPaper>
  </Page>
)
