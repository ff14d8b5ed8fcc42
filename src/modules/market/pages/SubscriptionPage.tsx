import { emptyForm, type Form } from '#kernel/forms'
import { formatDate } from '#kernel/i18n'
import {
  Button,
  Choice,
  Disclosure,
  ErrorSummary,
  Field,
  Notice,
  Page,
  Section,
  Select,
  Table,
  Tag,
  TextArea,
  Thread,
  Verdict,
} from '#kernel/ui'
import {
  type AppealAnswer,
  Excuse,
  type Heard,
  type Lifting,
  type NewAppeal,
  type NewNotice,
  type NewStep,
  type NewSuccession,
} from '../forms.ts'
import type { Step, Succession } from '../queries/steps.ts'
import type { Subscription, Trader } from '../queries/traders.ts'
import type { AbsenceCount, Attendance } from '../rules/absences.ts'
import { causes, type StepKind } from '../rules/terms.ts'
import { crumbs, type Said, sayLength, sayWeekday, wrong } from './parts.tsx'

export interface SubscriptionProps extends Said {
  readonly subscription: Subscription
  readonly trader: Trader
  readonly attendance: readonly (Attendance & { readonly day: string })[]
  readonly coming: readonly { readonly day: string; readonly on: string; readonly reason: string | null }[]
  readonly count: AbsenceCount
  readonly most: AbsenceCount
  readonly isTooMany: boolean
  readonly steps: readonly Step[]
  readonly next: { readonly ok: boolean; readonly because?: 'not-due' | 'not-heard' | 'done'; readonly kind: StepKind }
  readonly successions: readonly Succession[]
  readonly seniorityYears: number
  readonly months: { readonly present: number; readonly answer: number }
  readonly hearingDays: number
  readonly runs: boolean
  readonly isMine: boolean
  readonly today: string
  readonly forms: {
    readonly notice: Form<NewNotice>
    readonly step: Form<NewStep>
    readonly heard: Form<Heard>
    readonly lifting: Form<Lifting>
    readonly appeal: Form<NewAppeal>
    readonly answer: Form<AppealAnswer>
    readonly succession: Form<NewSuccession>
  }
}
/** A fixed place: who came, what was said about absences, and who takes over. */
export const SubscriptionPage = (props: SubscriptionProps) => {
  const { t, locale, subscription, trader, runs, isMine } = props
  return (
    <Page
      title={t('subscription.title', { weekday: sayWeekday(subscription.weekday, t), alley: subscription.alleyName })}
      kicker={trader.name}
      lead={t('subscription.lead', {
        metres: sayLength(subscription.to - subscription.from, props),
        date: formatDate(subscription.since, locale),
      })}
      breadcrumb={crumbs(t, { label: trader.name, href: `/marche/commercants/${trader.id}` })}
    >
      {subscription.endedOn !== null && (
        <Notice kind="warning">
          {t('places.ended', {
            date: formatDate(subscription.endedOn, locale),
            because: t(`ended.${subscription.endedBecause as 'left'}`),
          })}
        </Notice>
      )}
      <Absences {...props} />
      <Notices {...props} />
      <Steps {...props} />
      <Successions {...props} />
      {(runs || isMine) && subscription.endedOn === null && (
        <Disclosure summary={t('subscription.leave')}>
          <p>{t('subscription.leaveText')}</p>
          <form method="post" action={`/marche/abonnements/${subscription.id}/fin`}>
            <Button kind="danger">{t('subscription.leaveSend')}</Button>
          </form>
        </Disclosure>
      )}
    </Page>
  )
}

const Absences = ({ t, locale, attendance, count, most, isTooMany, runs, subscription }: SubscriptionProps) => (
  <Section title={t('absence.title')} id="absences" lead={t('absence.rule', { row: most.inARow, year: most.inTheYear })}>
    <Verdict is={isTooMany ? 'missing' : 'allowed'} title={t('absence.count', { row: count.inARow, year: count.inTheYear })}>
      {isTooMany ? t('absence.tooMany') : ''}
    </Verdict>
    {attendance.length > 0 && (
      <Table
        caption={t('absence.days')}
        head={[t('sq.day'), t('absence.state'), ...(runs ? [t('absence.excuse')] : [])]}
        rows={attendance
          .toReversed()
          .slice(0, 26)
          .map(one => [
            formatDate(one.on, locale),
            one.isPresent ? (
              t('sq.present')
            ) : (
              <Tag tone={one.isExcused ? 'plain' : 'brick'}>{t(one.isExcused ? 'absence.excused' : 'sq.absent')}</Tag>
            ),
            ...(runs
              ? [
                  !one.isPresent && !one.isExcused ? (
                    <Disclosure summary={t('absence.accept')}>
                      <form method="post" action={`/marche/abonnements/${subscription.id}/absences`}>
                        <input type="hidden" name="day" value={one.day} />
                        <Field form={emptyForm(Excuse)} name="reason" prefix={`absence-${one.day}`} label={t('absence.reason')} />
                        <Button small kind="secondary" label={t('absence.acceptOne', { date: formatDate(one.on, locale) })}>
                          {t('absence.accept')}
                        </Button>
                      </form>
                    </Disclosure>
                  ) : (
                    ''
                  ),
                ]
              : []),
          ])}
      />
    )}
  </Section>
)

/** Telling beforehand costs nothing and frees the place for the day. */
const Notices = ({ t, locale, coming, forms, subscription }: SubscriptionProps) => {
  const told = coming.filter(one => one.reason !== null)
  if (coming.length === 0) return null
  return (
    <Section title={t('notice.title')} id="prevenir" lead={t('notice.lead')}>
      {told.map(one => (
        <p key={one.day}>{t('notice.told', { date: formatDate(one.on, locale), reason: one.reason ?? '' })}</p>
      ))}
      <Disclosure summary={t('notice.add')} open={wrong(forms.notice)}>
        <form method="post" action={`/marche/abonnements/${subscription.id}/prevenir`} noValidate>
          <ErrorSummary form={forms.notice} />
          <Select
            form={forms.notice}
            name="day"
            label={t('notice.day')}
            options={coming.map(one => ({ value: one.day, label: formatDate(one.on, locale) }))}
          />
          <Field form={forms.notice} name="reason" prefix="prevenir" label={t('notice.reason')} hint={t('notice.reasonHint')} optional />
          <Button>{t('notice.send')}</Button>
        </form>
      </Disclosure>
    </Section>
  )
}

const Steps = (props: SubscriptionProps) => {
  const { t, locale, steps, next, forms, runs, isMine, subscription, hearingDays } = props
  return (
    <Section title={t('step.title')} id="suivi" lead={t('step.lead', { n: hearingDays })}>
      {steps.length === 0 ? (
        <p>{t('step.none')}</p>
      ) : (
        <Thread
          entries={steps.map(step => ({
            kind: 'act',
            at: step.issuedOn,
            title: t(`step.${step.kind}`),
            href: `/marche/courriers/etapes/${step.id}`,
            text: <StepText props={props} step={step} />,
          }))}
        />
      )}
      {runs && !isMine && subscription.endedOn === null && (
        <>
          {!next.ok && next.because && next.because !== 'done' && (
            <Verdict is="missing" title={t(`step.${next.kind}`)}>
              {t(`step.because.${next.because}`)}
            </Verdict>
          )}
          {next.ok && (
            <Disclosure summary={t(`step.take.${next.kind}`)} open={wrong(forms.step)} id="etape">
              <form method="post" action={`/marche/abonnements/${subscription.id}/etapes`} noValidate>
                <ErrorSummary form={forms.step} />
                <TextArea
                  form={forms.step}
                  name="reason"
                  prefix="etape"
                  label={t('step.reason')}
                  hint={t('step.reasonHint')}
                  rows={4}
                  maxlength={2000}
                />
                {next.kind === 'hearing' && (
                  <Field
                    form={forms.step}
                    name="dueOn"
                    type="date"
                    label={t('step.hearingOn')}
                    hint={t('step.hearingHint', { n: hearingDays })}
                    optional
                  />
                )}
                <Button kind="danger">{t(`step.take.${next.kind}`)}</Button>
              </form>
            </Disclosure>
          )}
        </>
      )}
      {steps.some(step => step.liftedOn === null) && (
        <p class="soft">{t('step.until', { date: formatDate(steps.at(-1)?.dueOn ?? '', locale) })}</p>
      )}
    </Section>
  )
}
const StepText = ({ props, step }: { props: SubscriptionProps; step: Step }) => {
  const { t, locale, forms, runs, isMine } = props
  const path = `/marche/etapes/${step.id}`
  const isOpen = step.liftedOn === null
  return (
    <div>
      <p>{step.reason}</p>
      <p>{t(step.kind === 'hearing' ? 'step.hearingDay' : 'step.due', { date: formatDate(step.dueOn, locale) })}</p>
      {step.heardOn !== null && <p>{t('step.heard', { date: formatDate(step.heardOn, locale), said: step.heardSaid })}</p>}
      {!isOpen && <p>{t('step.lifted', { date: formatDate(step.liftedOn ?? '', locale), because: step.liftedBecause })}</p>}
      {step.appeal && (
        <>
          <p>{t('appeal.said', { text: step.appeal.text })}</p>
          <p>
            {step.appeal.answer === null
              ? t('appeal.awaits')
              : t(step.appeal.accepted ? 'appeal.accepted' : 'appeal.refused', { answer: step.appeal.answer })}
          </p>
        </>
      )}
      {isMine && isOpen && !step.appeal && (
        <Disclosure summary={t('appeal.add')} open={wrong(forms.appeal)}>
          <form method="post" action={`${path}/recours`} noValidate>
            <ErrorSummary form={forms.appeal} />
            <TextArea form={forms.appeal} name="text" prefix={`recours-${step.id}`} label={t('appeal.text')} rows={4} maxlength={2000} />
            <Button>{t('appeal.send')}</Button>
          </form>
        </Disclosure>
      )}
      {runs && !isMine && isOpen && (
        <>
          {step.appeal && step.appeal.answer === null && (
            <Disclosure summary={t('appeal.answer')} open={wrong(forms.answer)}>
              <form method="post" action={`${path}/reponse`} noValidate>
                <ErrorSummary form={forms.answer} />
                <Choice
                  form={forms.answer}
                  name="accepted"
                  prefix={`reponse-${step.id}`}
                  label={t('appeal.verdict')}
                  options={(['yes', 'no'] as const).map(value => ({ value, label: t(`appeal.${value}`) }))}
                />
                <TextArea
                  form={forms.answer}
                  name="answer"
                  prefix={`reponse-${step.id}`}
                  label={t('appeal.reasons')}
                  rows={3}
                  maxlength={2000}
                />
                <Button>{t('appeal.answerSend')}</Button>
              </form>
            </Disclosure>
          )}
          {step.kind === 'hearing' && step.heardOn === null && (
            <Disclosure summary={t('step.hear')} open={wrong(forms.heard)}>
              <form method="post" action={`${path}/audition`} noValidate>
                <ErrorSummary form={forms.heard} />
                <TextArea
                  form={forms.heard}
                  name="said"
                  prefix={`audition-${step.id}`}
                  label={t('step.said')}
                  hint={t('step.saidHint')}
                  rows={4}
                  maxlength={3000}
                />
                <Button>{t('step.hearSend')}</Button>
              </form>
            </Disclosure>
          )}
          <Disclosure summary={t('step.lift')} open={wrong(forms.lifting)}>
            <form method="post" action={`${path}/levee`} noValidate>
              <ErrorSummary form={forms.lifting} />
              <Field form={forms.lifting} name="reason" prefix={`levee-${step.id}`} label={t('step.liftReason')} />
              <Button kind="secondary">{t('step.liftSend')}</Button>
            </form>
          </Disclosure>
        </>
      )}
    </div>
  )
}

const Successions = (props: SubscriptionProps) => {
  const { t, locale, successions, forms, subscription, runs, isMine, today, seniorityYears, months } = props
  return (
    <Section
      title={t('succession.title')}
      id="succession"
      lead={t('succession.lead', { years: seniorityYears, present: months.present, answer: months.answer })}
    >
      {successions.map(one => (
        <p key={one.id}>
          <a href={`/marche/successions/${one.id}`}>
            {t('succession.one', { name: one.successorName, date: formatDate(one.presentedOn, locale) })}
          </a>
          {' : '}
          {one.decision === null
            ? t(one.answerBy < today ? 'succession.late' : 'succession.by', { date: formatDate(one.answerBy, locale) })
            : t(`succession.${one.decision}`, { date: formatDate(one.decidedOn ?? '', locale) })}
        </p>
      ))}
      {(runs || isMine) && subscription.endedOn === null && !successions.some(one => one.decision === null) && (
        <Disclosure summary={t('succession.add')} open={wrong(forms.succession)}>
          <form method="post" action={`/marche/abonnements/${subscription.id}/succession`} noValidate>
            <ErrorSummary form={forms.succession} />
            <Select
              form={forms.succession}
              name="cause"
              label={t('succession.cause')}
              options={causes.map(value => ({ value, label: t(`cause.${value}`) }))}
            />
            <Field form={forms.succession} name="causedOn" type="date" label={t('succession.on')} />
            <Field form={forms.succession} name="successorName" label={t('succession.name')} />
            <Field form={forms.succession} name="successorActivity" label={t('succession.activity')} hint={t('succession.activityHint')} />
            <Button>{t('succession.send')}</Button>
          </form>
        </Disclosure>
      )}
    </Section>
  )
}
