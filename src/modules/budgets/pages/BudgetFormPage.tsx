import type { Form } from '#kernel/forms'
import { Actions, Button, Choice, ErrorSummary, Field, Notice, Page, Section, Select, TextArea } from '#kernel/ui'
import type { BudgetForm } from '../forms.ts'
import { type Budget } from '../queries/budgets.ts'
import { methods, voteKinds } from '../rules/terms.ts'
import { crumbs, type Said } from './parts.tsx'
import { budgetPath } from '../rules/sitePath.ts'

interface Props extends Said {
  readonly form: Form<BudgetForm>
  /** None when it is new. */
  readonly budget: Budget | null
  readonly rollRules: readonly { readonly id: string; readonly name: string }[]
}

/** The rules of a budget, written by an agent; what has begun is refused by name. */
export const BudgetFormPage = ({ t, form, budget, rollRules }: Props) => {
  const who = [{ value: '', label: t('form.anyone') }, ...rollRules.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    <Page title={t(budget ? 'rules.change' : 'budgets.new')} lead={t('form.lead')} breadcrumb={budget ? crumbs(t, budget) : crumbs(t)}>
      <ErrorSummary form={form} />
      {budget?.publishedAt && <Notice title={t('rules.frozen')}>{t('rules.frozenText')}</Notice>}
      <form method="post" action={budget ? `${budgetPath(budget.id)}/regles` : '/budgets'} noValidate>
        <Section title={t('form.what')}>
          <Field form={form} name="title" label={t('form.title')} hint={t('form.titleHint')} />
          <TextArea form={form} name="summary" label={t('form.summary')} rows={3} optional />
          <Field form={form} name="envelope" label={t('budget.envelope')} hint={t('form.euros')} type="number" unit="€" />
          <Field form={form} name="ceiling" label={t('rules.ceiling')} hint={t('form.ceilingHint')} type="number" unit="€" optional />
          <TextArea form={form} name="sectors" label={t('rules.sectors')} hint={t('form.sectorsHint')} rows={4} optional />
        </Section>
        <Section title={t('form.when')}>
          <Field form={form} name="ideasFrom" label={t('form.ideasFrom')} type="date" />
          <Field form={form} name="ideasUntil" label={t('form.ideasUntil')} type="date" />
          <Field form={form} name="studyUntil" label={t('form.studyUntil')} type="date" />
          <Field form={form} name="voteFrom" label={t('form.voteFrom')} type="date" />
          <Field form={form} name="voteUntil" label={t('form.voteUntil')} hint={t('form.voteUntilHint')} type="date" />
        </Section>
        <Section
          title={t('form.who')}
          lead={
            <p>
              <a href="/liste-de-participation">{t('form.roll')}</a>
            </p>
          }
        >
          <Select form={form} name="proposeRule" label={t('rules.whoProposes')} options={who} optional />
          <Select form={form} name="voteRule" label={t('rules.whoVotes')} options={who} optional />
        </Section>
        <Section title={t('form.how')}>
          <Choice
            form={form}
            name="voteKind"
            label={t('form.voteKind')}
            options={voteKinds.map(value => ({ value, label: t(`voteKind.${value}`), hint: t(`voteKind.${value}Hint`) }))}
          />
          <Field form={form} name="mostChoices" label={t('form.mostChoices')} hint={t('form.mostChoicesHint')} type="number" optional />
          <Field form={form} name="points" label={t('form.points')} hint={t('form.pointsHint')} type="number" optional />
          <Choice
            form={form}
            name="method"
            label={t('form.method')}
            options={methods.map(value => ({ value, label: t(`method.${value}`), hint: t(`method.${value}Text`) }))}
          />
        </Section>
        {budget && <TextArea form={form} name="note" label={t('form.note')} hint={t('form.noteHint')} rows={2} />}
        <Actions>
          <Button>{t(budget ? 'form.save' : 'form.create')}</Button>
        </Actions>
      </form>
    </Page>
  )
}
