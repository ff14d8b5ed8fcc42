import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Button, Checkboxes, Choice, Disclosure, ErrorSummary, Field, Page } from '#kernel/ui'
import type { NewActivity } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { type nationalFields, optionsOf } from '../national.ts'
import { home } from '../where.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly form: Form<NewActivity>
  readonly source: typeof nationalFields
}

/** What is known beforehand is filled in: usually one subject to tick, and it is sent. */
export const NewActivityPage = ({ t, locale, form, source }: Props) => (
  <Page
    title={t('activity.new')}
    lead={t('activity.newLead')}
    breadcrumb={[
      { label: t('space.title'), href: home },
      { label: t('desk.title'), href: `${home}/accueil` },
    ]}
  >
    <ErrorSummary form={form} />
    <form method="post" action={`${home}/activite`} noValidate>
      <Choice
        form={form}
        name="kind"
        label={t('activity.kind')}
        options={(['individual', 'group'] as const).map(value => ({ value, label: t(`activity.kind.${value}`) }))}
      />
      <Checkboxes form={form} name="topics" label={t('activity.topics')} options={optionsOf('topic', locale)} />
      <Disclosure
        summary={t('activity.procedures')}
        open={[form.values.topics ?? []].flat().includes('aide_aux_demarches_administratives')}
      >
        <Checkboxes
          form={form}
          name="topics"
          prefix="demarche"
          label={t('activity.proceduresLabel')}
          options={optionsOf('procedure', locale)}
          optional
        />
      </Disclosure>
      <Field form={form} name="minutes" type="number" inputmode="numeric" label={t('activity.minutes')} unit="min" />
      <Field form={form} name="heldOn" type="date" label={t('activity.heldOn')} />
      <Button>{t('activity.submit')}</Button>
      <Disclosure summary={t('activity.more')} open={['autonomy', 'redirected', 'place', 'people'].some(name => name in form.errors)}>
        <Choice form={form} name="autonomy" label={t('activity.autonomy')} options={optionsOf('autonomy', locale)} optional />
        <Choice form={form} name="redirected" label={t('activity.redirected')} options={optionsOf('redirected', locale)} optional />
        <Choice form={form} name="place" label={t('activity.place')} options={optionsOf('place', locale)} />
        <Checkboxes form={form} name="equipment" label={t('activity.equipment')} options={optionsOf('equipment', locale)} optional />
        <Choice
          form={form}
          name="ageBand"
          label={t('activity.ageBand')}
          hint={t('activity.ageHint')}
          options={optionsOf('ageBand', locale)}
          optional
        />
        <Choice form={form} name="gender" label={t('activity.gender')} options={optionsOf('gender', locale)} optional />
        <Choice form={form} name="socialStatus" label={t('activity.socialStatus')} options={optionsOf('socialStatus', locale)} optional />
      </Disclosure>
      <Disclosure summary={t('activity.group')} open={form.values.kind === 'group'}>
        <Field form={form} name="title" label={t('activity.title')} optional />
        <Field form={form} name="people" type="number" inputmode="numeric" label={t('activity.people')} />
        <Choice form={form} name="level" label={t('workshop.level')} options={optionsOf('level', locale)} optional />
      </Disclosure>
    </form>
    <p class="soft">
      {source.note[locale]} <a href={`${home}/activite`}>{t('figures.title')}</a>
    </p>
  </Page>
)
