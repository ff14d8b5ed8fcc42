import type { Form } from '#kernel/forms'
import { Button, Checkbox, Choice, ErrorSummary, Field, Notice, Page, Section, Select, TextArea } from '#kernel/ui'
import type { BallotForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Ballot } from '../queries/ballots.ts'
import { crumbs } from './crumbs.ts'

interface Props {
  readonly t: T
  readonly ballot: Ballot | null
  readonly form: Form<BallotForm>
  readonly rules: readonly { readonly id: string; readonly name: string }[]
}

/** Preparing a vote, or correcting its draft. */
export const BallotFormPage = ({ t, ballot, form, rules }: Props) => (
  <Page
    title={t(ballot ? 'form.correct' : 'form.new')}
    lead={t('form.lead')}
    breadcrumb={ballot ? crumbs(t, ballot) : [{ label: t('ballots.title'), href: '/votes' }]}
  >
    {rules.length === 0 && (
      <Notice kind="warning" title={t('form.noRule')}>
        <p>
          <a href="/liste-de-participation/nouvelle">{t('form.writeRule')}</a>
        </p>
      </Notice>
    )}
    <ErrorSummary form={form} />
    <form method="post" action={ballot ? `/votes/${ballot.id}/correction` : '/votes'} noValidate>
      <Field form={form} name="title" label={t('form.title')} hint={t('form.titleHint')} />
      <TextArea
        form={form}
        name="introduction"
        label={t('form.introduction')}
        hint={t('form.introductionHint')}
        rows={6}
        maxlength={6000}
      />
      <TextArea form={form} name="purpose" label={t('form.purpose')} hint={t('form.purposeHint')} rows={3} maxlength={1000} />
      <Field form={form} name="organiser" label={t('ballot.organiser')} />
      <Field form={form} name="measure" label={t('form.measure')} hint={t('form.measureHint')} width="short" inputmode="numeric" optional />
      <Section title={t('form.who')}>
        <Select form={form} name="rule" label={t('form.rule')} options={rules.map(rule => ({ value: rule.id, label: rule.name }))} />
      </Section>
      <Section title={t('form.when')} lead={t('form.whenLead')}>
        <Field form={form} name="opensOn" type="date" label={t('form.opensOn')} />
        <Field form={form} name="opensHour" type="time" label={t('form.opensHour')} />
        <Field form={form} name="closesOn" type="date" label={t('form.closesOn')} />
        <Field form={form} name="closesHour" type="time" label={t('form.closesHour')} hint={t('form.closesHint')} />
      </Section>
      <Section title={t('form.how')}>
        <Choice
          form={form}
          name="secrecy"
          label={t('form.secrecy')}
          options={(['public', 'secret'] as const).map(value => ({
            value,
            label: t(`form.secrecy.${value}`),
            hint: t(`form.secrecyHint.${value}`),
          }))}
        />
        <Checkbox form={form} name="hasPaper" label={t('form.hasPaper')} hint={t('form.hasPaperHint')} />
      </Section>
      <Button>{t('form.save')}</Button>
    </form>
  </Page>
)
