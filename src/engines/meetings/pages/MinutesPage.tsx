import type { z } from 'zod'
import { renderMarkdown } from '#engines/texts'
import type { Form } from '#kernel/forms'
import { formatDateTime, type Locale } from '#kernel/i18n'
import type { Actor } from '#kernel/people'
import { Button, type Crumb, Disclosure, ErrorSummary, Notice, Page, Prose, Section, TextArea } from '#kernel/ui'
import type { WrittenMinutes } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Moderation } from '../moderationOfReports.ts'
import type { Session } from '../queries/session.ts'
import { OneReport } from './MinorityReports.tsx'
import { meetingUrl, nameIn } from './shared.tsx'

/** Minutes: published once approved; before that, a draft that those who run the meeting correct. */
export const MinutesPage = ({
  t,
  locale,
  session,
  trail,
  runs,
  form,
  reader,
  moderation,
}: {
  t: T
  locale: Locale
  session: Session
  trail: readonly Crumb[]
  runs: boolean
  form: Form<z.output<typeof WrittenMinutes>>
  reader: Actor
  moderation: Moderation
}) => {
  const { approval, minutes } = session
  const shown = approval ? minutes.find(one => one.version === approval.version) : minutes[0]
  return (
    <Page title={t('minutes.of', { title: session.meeting.title })} lead={session.assembly.name} breadcrumb={trail}>
      <ErrorSummary form={form} />
      {approval ? (
        <Notice kind="success" title={t('minutes.approvedOn', { at: formatDateTime(approval.at, locale) })}>
          <p>
            <a href={`${session.assembly.path}/${approval.atMeeting}`}>{t('minutes.approvedAt')}</a>
          </p>
          {approval.remarks && <p>{t('minutes.withRemarks', { remarks: approval.remarks })}</p>}
        </Notice>
      ) : (
        <Notice title={t(shown ? 'minutes.draftTitle' : 'minutes.proposedTitle')}>{t('minutes.draftText')}</Notice>
      )}
      {shown && <Prose html={renderMarkdown(shown.text, { under: 1 }).__html} lang="fr" />}
      {shown && session.votes.some(vote => vote.reports.length > 0) && (
        <Section title={t('minority.title')} lead={t('minority.annexed')}>
          {session.votes
            .filter(vote => vote.reports.length > 0)
            .map(vote => (
              <article key={vote.id}>
                <h3>
                  <a href={meetingUrl(session, `/votes/${vote.id}`)}>{vote.question}</a>
                </h3>
                {vote.reports.map(report => (
                  <OneReport
                    key={report.id}
                    t={t}
                    locale={locale}
                    session={session}
                    report={report}
                    reader={reader}
                    moderation={moderation}
                  />
                ))}
              </article>
            ))}
        </Section>
      )}
      {runs && !approval && (
        <form method="post" action={meetingUrl(session, '/proces-verbal')} noValidate>
          <TextArea form={form} name="text" label={t('minutes.text')} hint={t('minutes.textHint')} rows={24} />
          <Button>{t('minutes.keep')}</Button>
        </form>
      )}
      {minutes.length > 1 && (
        <Disclosure summary={t('minutes.versions', { n: minutes.length })}>
          <ul>
            {minutes.map(one => (
              <li key={one.version}>
                {t('minutes.version', {
                  n: one.version,
                  name: one.writtenBy ? nameIn(t, session, one.writtenBy) : t('someone'),
                  at: formatDateTime(one.writtenAt, locale),
                })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Page>
  )
}
