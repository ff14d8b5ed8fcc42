import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, Field, Page, TextArea } from '#kernel/ui'
import type { NewRound } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { crumbs, type Named, statementPath } from './parts.tsx'

/** The town hall invites everyone to state needs about a service, for a while. */
export const NewRoundPage = ({ t, service, form }: { t: T; service: Named; form: Form<NewRound> }) => (
  <Page title={t('newRound.title')} kicker={service.name} lead={t('newRound.lead')} breadcrumb={crumbs(t, service)}>
    <ErrorSummary form={form} />
    <form method="post" action={`${statementPath(service.id)}/etats`} noValidate>
      <Field form={form} name="title" label={t('newRound.name')} hint={t('newRound.nameHint')} />
      <TextArea form={form} name="introduction" label={t('newRound.introduction')} rows={4} optional />
      <Field form={form} name="opensOn" type="date" label={t('newRound.opensOn')} />
      <Field form={form} name="closesOn" type="date" label={t('newRound.closesOn')} />
      <Button>{t('newRound.send')}</Button>
    </form>
  </Page>
)
