import type { Form } from '#kernel/forms'
import { Button, Choice, type Crumb, ErrorSummary, Field, Page } from '#kernel/ui'
import type { z } from 'zod'
import type { PlannedMeeting } from '../forms.ts'
import type { T } from '../locales/index.ts'

/** Plans a meeting, or changes one that has not begun. */
export const PlanPage = ({
  t,
  title,
  lead,
  trail,
  action,
  form,
}: {
  t: T
  title: string
  lead?: string
  trail: readonly Crumb[]
  action: string
  form: Form<z.output<typeof PlannedMeeting>>
}) => (
  <Page title={title} lead={lead} breadcrumb={trail}>
    <ErrorSummary form={form} />
    <form method="post" action={action} noValidate>
      <Field form={form} name="title" label={t('plan.title')} hint={t('plan.titleHint')} />
      <Field form={form} name="day" type="date" label={t('plan.day')} />
      <Field form={form} name="starts" type="time" label={t('plan.starts')} />
      <Field form={form} name="ends" type="time" label={t('plan.ends')} />
      <Field form={form} name="place" label={t('plan.place')} optional />
      <Field form={form} name="address" label={t('plan.address')} optional />
      <Field form={form} name="link" type="url" label={t('plan.link')} hint={t('plan.linkHint')} optional />
      <Choice
        form={form}
        name="openTo"
        label={t('plan.openTo')}
        options={[
          { value: 'anyone', label: t('open.anyone') },
          { value: 'members', label: t('open.members') },
        ]}
      />
      <Field form={form} name="seats" type="number" label={t('plan.seats')} hint={t('plan.seatsHint')} optional />
      <Button>{t('plan.submit')}</Button>
    </form>
  </Page>
)
