import { emptyForm } from '#kernel/forms'
import { formatDate } from '#kernel/i18n'
import { Button, Disclosure, ErrorSummary, Field, Notice, Page, Section, Select, Table, Tag, Verdict } from '#kernel/ui'
import { Excuse } from '../forms.ts'
import { causes } from '../rules/terms.ts'
import { Steps } from './SubscriptionSteps.tsx'
import type { SubscriptionProps } from './subscriptionProps.ts'
import { crumbs, sayLength, sayWeekday, wrong } from './parts.tsx'

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
