import type { Form } from '#kernel/forms'
import { Button, Checkbox, ErrorSummary, Hidden, Page, TextArea } from '#kernel/ui'
import type { NewSheet } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { home } from '../where.ts'

export const NewSheetPage = ({ t, form, mayKeep }: { t: T; form: Form<NewSheet>; mayKeep: boolean }) => (
  <Page
    title={t('sheet.new')}
    lead={t('sheet.newLead')}
    breadcrumb={[
      { label: t('space.title'), href: home },
      { label: t('desk.title'), href: `${home}/accueil` },
    ]}
  >
    <ErrorSummary form={form} />
    <form method="post" action={`${home}/fiche`} noValidate>
      <Hidden form={form} name="booking" />
      <TextArea form={form} name="done" label={t('sheet.done')} hint={t('sheet.doneHint')} rows={6} maxlength={2000} />
      <TextArea form={form} name="next" label={t('sheet.next')} hint={t('sheet.nextHint')} rows={3} maxlength={1000} optional />
      <TextArea form={form} name="remember" label={t('sheet.remember')} hint={t('sheet.rememberHint')} rows={3} maxlength={1000} optional />
      {mayKeep && <Checkbox form={form} name="keep" label={t('sheet.keep')} hint={t('sheet.keepHint')} />}
      <Button>{t('sheet.make')}</Button>
    </form>
  </Page>
)
