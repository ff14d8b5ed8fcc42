import type { Form } from '#kernel/forms'
import { Button, Choice, ErrorSummary, Field, Page, TextArea } from '#kernel/ui'
import type { QuestionForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Ballot } from '../queries/ballots.ts'
import { kinds, secretKinds } from '../rules/kinds.ts'
import { crumbs } from './crumbs.ts'

interface Props {
  readonly t: T
  readonly ballot: Ballot
  /** Its number when it is corrected. */
  readonly number: number | null
  readonly form: Form<QuestionForm>
}

/** One question of a vote: how it is answered, and between what. */
export const QuestionFormPage = ({ t, ballot, number, form }: Props) => (
  <Page
    title={t(number === null ? 'question.new' : 'question.correct')}
    kicker={ballot.title}
    breadcrumb={[...crumbs(t, ballot), { label: t('run.title'), href: `/votes/${ballot.id}/conduite` }]}
  >
    <ErrorSummary form={form} />
    <form
      method="post"
      action={number === null ? `/votes/${ballot.id}/questions` : `/votes/${ballot.id}/questions/${number}/correction`}
      noValidate
    >
      <Field form={form} name="title" label={t('question.title')} hint={t('question.titleHint')} />
      <TextArea form={form} name="explanation" label={t('question.explanation')} rows={3} maxlength={2000} optional />
      <Choice
        form={form}
        name="kind"
        label={t('question.kind')}
        options={(ballot.isSecret ? secretKinds : kinds).map(value => ({
          value,
          label: t(`kindName.${value}`),
          hint: t(`kindHint.${value}`),
        }))}
      />
      <Field form={form} name="most" type="number" label={t('question.most')} hint={t('question.mostHint')} optional />
      <TextArea form={form} name="options" label={t('question.options')} hint={t('question.optionsHint')} rows={8} optional />
      <Button>{t('form.save')}</Button>
    </form>
  </Page>
)
