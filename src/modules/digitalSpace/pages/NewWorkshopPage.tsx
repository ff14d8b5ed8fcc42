import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Button, Choice, ErrorSummary, Field, Page, TextArea } from '#kernel/ui'
import { aboutLevel } from '../equipment.ts'
import type { NewWorkshop } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { optionsOf } from '../national.ts'
import { home } from '../where.ts'

export const NewWorkshopPage = ({ t, locale, form }: { t: T; locale: Locale; form: Form<NewWorkshop> }) => (
  <Page title={t('workshop.new')} lead={t('workshop.newLead')} breadcrumb={[{ label: t('space.title'), href: home }]}>
    <ErrorSummary form={form} />
    <form method="post" action={`${home}/ateliers`} noValidate>
      <Field form={form} name="name" label={t('workshop.name')} hint={t('workshop.nameHint')} />
      <Choice
        form={form}
        name="level"
        label={t('workshop.level')}
        options={optionsOf('level', locale).map(({ value, label }) => ({ value, label, hint: t(aboutLevel(value)) }))}
      />
      <TextArea form={form} name="description" label={t('workshop.description')} rows={3} maxlength={1000} optional />
      <Field form={form} name="needs" label={t('workshop.needs')} hint={t('workshop.needsHint')} optional />
      <Field form={form} name="day" type="date" label={t('workshop.day')} />
      <Field form={form} name="from" label={t('workshop.from')} hint={t('hours.hint')} width="short" />
      <Field form={form} name="to" label={t('workshop.to')} width="short" />
      <Field form={form} name="capacity" type="number" inputmode="numeric" label={t('workshop.capacity')} unit={t('workshop.places')} />
      <Button>{t('workshop.submit')}</Button>
    </form>
  </Page>
)
