import type { z } from 'zod'
import type { Form } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import { Button, type Crumb, Disclosure, ErrorSummary, Page, TextArea, Verdict } from '#kernel/ui'
import type { Notice } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Session } from '../queries/session.ts'
import type { DelayCount } from '../rules/delayKept.ts'
import { meetingUrl, sayDelay } from './shared.tsx'

/** Sends the notice, after showing how its delay is counted. */
export const NoticePage = ({
  t,
  locale,
  session,
  trail,
  count,
  form,
}: {
  t: T
  locale: Locale
  session: Session
  trail: readonly Crumb[]
  count: DelayCount
  form: Form<z.output<typeof Notice>>
}) => {
  const { urgent } = session.assembly.charter.convening
  const mayBeUrgent = !count.kept && urgent !== null
  return (
    <Page title={t('notice.send')} lead={session.meeting.title} breadcrumb={trail}>
      <ErrorSummary form={form} />
      <Verdict is={count.kept ? 'allowed' : 'refused'} title={t(count.kept ? 'notice.kept' : 'notice.notKept')}>
        <p>{t('notice.rule', { delay: sayDelay(t, count.delay) })}</p>
        <p>{t('notice.earliest', { day: formatDate(count.earliest, locale) })}</p>
      </Verdict>
      {count.counted.length > 0 && (
        <Disclosure summary={t('notice.days', { n: count.counted.length })}>
          <ol>
            {count.counted.slice(0, 40).map(day => (
              <li key={day}>{formatDate(day, locale)}</li>
            ))}
          </ol>
        </Disclosure>
      )}
      <p>{t('notice.whom', { n: session.seats.length })}</p>
      {(count.kept || mayBeUrgent) && (
        <form method="post" action={meetingUrl(session, '/convocation')}>
          {mayBeUrgent && <TextArea form={form} name="reason" label={t('notice.urgency')} hint={t('notice.urgencyHint')} rows={3} />}
          <Button>{t('notice.submit')}</Button>
        </form>
      )}
    </Page>
  )
}
