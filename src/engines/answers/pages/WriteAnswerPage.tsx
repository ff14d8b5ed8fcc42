import type { Form } from '#kernel/forms'
import { Button, Choice, ErrorSummary, Field, Page, TextArea } from '#kernel/ui'
import type { Clock } from '../clocks.ts'
import type { WrittenAnswer } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { verdicts } from '../rules.ts'

/** Where an agent or an elected member writes the answer. */
export const WriteAnswerPage = ({ t, clock, form }: { t: T; clock: Clock; form: Form<WrittenAnswer> }) => (
  <Page
    title={t('write.title', { title: clock.title })}
    lead={t('write.lead')}
    breadcrumb={[
      { label: t('list.title'), href: '/reponses' },
      { label: clock.title, href: `/reponses/${clock.id}` },
    ]}
  >
    <ErrorSummary form={form} />
    <form method="post" action={`/reponses/${clock.id}/reponse`} noValidate>
      <Choice
        form={form}
        name="verdict"
        label={t('write.verdict')}
        options={verdicts
          .filter(verdict => clock.kind !== 'study' || verdict !== 'to-be-studied')
          .map(verdict => ({ value: verdict, label: t(`verdict.${verdict}`), hint: t(`verdictHint.${verdict}`) }))}
      />
      <TextArea form={form} name="text" label={t('write.text')} hint={t('write.textHint')} rows={12} maxlength={8000} />
      {clock.kind !== 'study' && (
        <Field form={form} name="reviewOn" type="date" label={t('write.reviewOn')} hint={t('write.reviewHint')} optional />
      )}
      <Field form={form} name="signedFunction" label={t('write.function')} hint={t('write.functionHint')} />
      <Button>{t('write.send')}</Button>
    </form>
  </Page>
)
