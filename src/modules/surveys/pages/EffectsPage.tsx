import type { Form } from '#kernel/forms'
import { Button, Choice, DefinitionList, ErrorSummary, Field, Page, TextArea, Time } from '#kernel/ui'
import type { EffectForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Effect } from '../queries/effects.ts'
import type { Survey } from '../queries/surveys.ts'
import { crumbsOf } from './crumbsOf.ts'

/** What was decided, done and measured because of what people answered. */
export const EffectsPage = ({ t, survey, form, effects }: { t: T; survey: Survey; form: Form<EffectForm>; effects: readonly Effect[] }) => (
  <Page title={t('effects.title')} lead={t('effects.lead')} breadcrumb={crumbsOf(t, survey, 'manage')}>
    <DefinitionList
      items={effects.map(effect => ({
        term: t(`effect.${effect.kind}`),
        value: (
          <>
            {effect.text}{' '}
            <span class="soft">
              (<Time at={effect.on} />)
            </span>
          </>
        ),
      }))}
    />
    <ErrorSummary form={form} />
    <form method="post" action={`/enquetes/${survey.id}/suites`} noValidate>
      <Choice
        form={form}
        name="kind"
        label={t('effects.kind')}
        options={(['decided', 'done', 'measured'] as const).map(kind => ({ value: kind, label: t(`effect.${kind}`) }))}
      />
      <TextArea form={form} name="text" label={t('effects.text')} rows={4} maxlength={2000} />
      <Field form={form} name="on" label={t('effects.on')} type="date" />
      <Button>{t('effects.say')}</Button>
    </form>
  </Page>
)
