import { ModeratedContent, ReportLink } from '#engines/moderation'
import { renderMarkdown } from '#engines/texts'
import { type Form } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import type { Actor } from '#kernel/people'
import { Button, By, Disclosure, ErrorSummary, Prose, Section, TextArea } from '#kernel/ui'
import type { z } from 'zod'
import { minoritySubject } from '../acts/minority.ts'
import type { WrittenReport } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { lostVote } from '../lostVote.ts'
import type { Moderation } from '../moderationOfReports.ts'
import type { Session } from '../queries/session.ts'
import type { MinorityReport, Vote } from '../queries/votes.ts'
import { canReport, canSign, minorityUntil } from '../rules/minority.ts'
import { meetingUrl, nameIn } from './shared.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly session: Session
  readonly vote: Vote
  readonly reader: Actor
  readonly today: string
  readonly moderation: Moderation
  readonly form: Form<z.output<typeof WrittenReport>>
}

/** What those who lost a vote have to say, beside the decision; and where one of them writes it. */
export const MinorityReports = ({ t, locale, session, vote, reader, today, moderation, form }: Props) => {
  const { days } = session.assembly.charter.minority
  const facts = { vote: lostVote(session, vote), days, today, person: reader.personId }
  const writes = canReport(facts).ok
  const written = vote.reports.some(one => one.writtenBy === reader.personId)
  if (vote.reports.length === 0 && !writes) return null
  const url = meetingUrl(session, `/votes/${vote.id}/minorite`)
  return (
    <Section title={t('minority.title')} id="minorite" lead={t('minority.lead')}>
      {vote.reports.map(report => (
        <article key={report.id}>
          <OneReport t={t} locale={locale} session={session} report={report} reader={reader} moderation={moderation} />
          {canSign({ ...facts, author: report.writtenBy, signed: report.signedBy }).ok && (
            <form method="post" action={`${url}/${report.id}/signature`}>
              <Button small kind="secondary" label={t('minority.signOne', { name: nameIn(t, session, report.writtenBy) })}>
                {t('minority.sign')}
              </Button>
            </form>
          )}
        </article>
      ))}
      {writes && vote.closedAt && (
        <Disclosure summary={t(written ? 'minority.correct' : 'minority.write')} open={Object.keys(form.errors).length > 0}>
          <ErrorSummary form={form} prefix="minorite" />
          <p>{t('minority.until', { day: formatDate(minorityUntil(vote.closedAt, days), locale) })}</p>
          {vote.manner === 'secret' && <p>{t('minority.secret')}</p>}
          <form method="post" action={url} noValidate>
            <TextArea form={form} name="text" label={t('minority.text')} hint={t('minority.textHint')} rows={8} prefix="minorite" />
            <Button>{t('minority.submit')}</Button>
          </form>
        </Disclosure>
      )}
    </Section>
  )
}

/** One report with its author and those who joined their name, as moderation left it. */
export const OneReport = ({
  t,
  locale,
  session,
  report,
  reader,
  moderation,
}: Pick<Props, 't' | 'locale' | 'session' | 'reader' | 'moderation'> & { readonly report: MinorityReport }) => {
  const subject = minoritySubject(report.id)
  return (
    <ModeratedContent moderated={moderation.get(subject)} reader={reader} locale={locale} subject={subject}>
      <Prose html={renderMarkdown(report.text, { under: 3 }).__html} />
      <By
        name={nameIn(t, session, report.writtenBy)}
        college={session.seats.find(seat => seat.member === report.writtenBy)?.college}
        at={report.writtenAt}
      />
      {report.signedBy.length > 0 && (
        <p>{t('minority.signed', { names: report.signedBy.map(one => nameIn(t, session, one)).join(', ') })}</p>
      )}
      <p>
        <ReportLink subject={subject} locale={locale} />
      </p>
    </ModeratedContent>
  )
}
