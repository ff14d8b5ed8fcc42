import type { Form } from '#kernel/forms'
import { formatDate } from '#kernel/i18n'
import { Button, Choice, DefinitionList, ErrorSummary, Notice, Page, Section, TextArea } from '#kernel/ui'
import type { SuccessionDecision } from '../forms.ts'
import type { Step, Succession } from '../queries/steps.ts'
import type { Subscription, Trader } from '../queries/traders.ts'
import { crumbs, type Said } from './parts.tsx'

/** A step as a letter, to print and hand over. */
export const StepLetterPage = ({
  t,
  locale,
  town,
  step,
  trader,
  subscription,
}: Said & { town: string; step: Step; trader: Trader; subscription: Subscription }) => (
  <Page
    title={t(`step.${step.kind}`)}
    kicker={town}
    breadcrumb={crumbs(t, { label: trader.name, href: `/marche/abonnements/${subscription.id}` })}
  >
    <p>{formatDate(step.issuedOn, locale)}</p>
    <p>{t('letter.hello', { name: trader.name })}</p>
    <p>{t(`letter.${step.kind}`, { alley: subscription.alleyName })}</p>
    <p>{step.reason}</p>
    <p>{t(step.kind === 'hearing' ? 'step.hearingDay' : 'step.due', { date: formatDate(step.dueOn, locale) })}</p>
    <p>{t(step.kind === 'hearing' ? 'letter.hearingRights' : 'letter.rights')}</p>
    <p>{t('letter.sign', { town })}</p>
  </Page>
)

interface SuccessionProps extends Said {
  readonly town: string
  readonly succession: Succession
  readonly subscription: Subscription
  readonly trader: Trader
  readonly today: string
  readonly decides: boolean
  readonly form: Form<SuccessionDecision>
}
/** The clock of a succession, and the decision: a letter that gives its reasons. */
export const SuccessionPage = ({ t, locale, town, succession, subscription, trader, today, decides, form }: SuccessionProps) => {
  const isLate = succession.decision === null && succession.answerBy < today
  return (
    <Page
      title={t('succession.of', { name: trader.name })}
      kicker={town}
      breadcrumb={crumbs(t, { label: trader.name, href: `/marche/abonnements/${subscription.id}` })}
    >
      {isLate && <Notice kind="warning">{t('succession.late', { date: formatDate(succession.answerBy, locale) })}</Notice>}
      <DefinitionList
        items={[
          { term: t('succession.cause'), value: t(`cause.${succession.cause}`) },
          { term: t('succession.on'), value: formatDate(succession.causedOn, locale) },
          { term: t('succession.name'), value: succession.successorName },
          { term: t('succession.activity'), value: succession.successorActivity },
          { term: t('succession.presented'), value: formatDate(succession.presentedOn, locale) },
          { term: t('succession.answerBy'), value: formatDate(succession.answerBy, locale) },
        ]}
      />
      {succession.decision !== null && (
        <Section title={t(`succession.${succession.decision}`, { date: formatDate(succession.decidedOn ?? '', locale) })} id="decision">
          <p>{t('letter.hello', { name: trader.name })}</p>
          <p>{t(`letter.succession.${succession.decision}`, { name: succession.successorName, alley: subscription.alleyName })}</p>
          {succession.reasons !== '' && <p>{succession.reasons}</p>}
          <p>{t(succession.decision === 'refused' ? 'letter.remedies' : 'letter.subrogated')}</p>
          <p>{t('letter.sign', { town })}</p>
        </Section>
      )}
      {decides && succession.decision === null && (
        <Section title={t('succession.decide')} id="decider">
          <form method="post" action={`/marche/successions/${succession.id}/decision`} noValidate>
            <ErrorSummary form={form} />
            <Choice
              form={form}
              name="decision"
              label={t('decision.what')}
              options={(['accepted', 'refused'] as const).map(value => ({ value, label: t(`decision.${value}`) }))}
            />
            <TextArea
              form={form}
              name="reasons"
              label={t('succession.reasons')}
              hint={t('succession.reasonsHint')}
              rows={5}
              maxlength={3000}
              optional
            />
            <Button>{t('decision.send')}</Button>
          </form>
        </Section>
      )}
      <p class="soft">{t('succession.law')}</p>
    </Page>
  )
}
