import { dayInParis } from '#kernel/clock'
import type { Session } from '#engines/meetings'
import { formatDate, formatDateTime, type Locale } from '#kernel/i18n'
import { Button, Notice, Page, Section, Table } from '#kernel/ui'
import { deliberationUrl, listUrl, sittingUrl } from '../council.ts'
import type { T } from '../locales/index.ts'
import type { DeliberationLine } from '../queries/deliberations.ts'
import type { ListLine, Timeliness } from '../rules/examined.ts'
import { home } from './shared.tsx'

export interface ListView {
  readonly session: Session
  readonly list: { readonly publishedAt: string } | null
  readonly lines: readonly ListLine[]
  readonly published: readonly DeliberationLine[]
  /** Drafts too, for those who write them. */
  readonly drafts: readonly DeliberationLine[]
  readonly time: Timeliness
  readonly manages: boolean
}

/** The list of deliberations that a session examined: due within a week, and said to be late when it is. */
export const ListPage = ({ t, locale, view }: { t: T; locale: Locale; view: ListView }) => {
  const { session, list, time } = view
  const over = session.meeting.state === 'closed'
  const due = formatDate(time.dueOn, locale)
  return (
    <Page
      title={t('list.title')}
      lead={session.meeting.title}
      breadcrumb={[home(t), { label: session.meeting.title, href: sittingUrl(session.meeting.id) }]}
      width="wide"
    >
      {!over && <Notice>{t('list.notOver')}</Notice>}
      {over && list && (
        <Notice kind={time.late ? 'warning' : 'success'} title={t('list.publishedOn', { at: formatDateTime(list.publishedAt, locale) })}>
          {t(time.late ? 'list.publishedLate' : 'list.inTime', { due, n: time.days })}
        </Notice>
      )}
      {over && !list && (
        <Notice kind="warning" title={t(time.late ? 'list.late' : 'list.awaited')}>
          {t(time.late ? 'list.lateText' : 'list.awaitedText', { due, n: time.days })}
        </Notice>
      )}
      {over && (list || view.manages) && (
        <Table
          caption={t('list.caption', { day: formatDate(dayInParis(session.meeting.startsAt), locale) })}
          head={[t('list.item'), t('list.outcome'), t('deliberation.votes'), t('register.number')]}
          rows={view.lines.map(line => [
            `${line.position}. ${line.title}`,
            t(`outcome.${line.outcome}`),
            line.for === null ? '–' : t('count', { yes: line.for, no: line.against ?? 0, abstention: line.abstention ?? 0 }),
            numbered(view, line),
          ])}
        />
      )}
      {over && view.manages && !list && (
        <form method="post" action={listUrl(session.meeting.id)}>
          <Button>{t('list.publish')}</Button>
        </form>
      )}
      {over && view.manages && <ToWrite t={t} view={view} />}
    </Page>
  )
}

const numbered = ({ published }: ListView, line: ListLine) => {
  const known = published.find(one => one.label === line.label)
  return known ? <a href={deliberationUrl(known.id)}>{line.label}</a> : line.label || '–'
}

/** What the clerk still has to write, item by item and vote by vote. */
const ToWrite = ({ t, view }: { t: T; view: ListView }) => {
  const { session, drafts } = view
  const votes = session.votes
    .filter(vote => vote.result && vote.result.outcome !== 'postponed' && vote.result.outcome !== 'nobody-voted')
    .map(vote => ({
      key: `vote-${vote.id}`,
      title: vote.question,
      known: drafts.find(one => one.voteId === vote.id),
      href: `/conseil/deliberations/nouvelle?seance=${session.meeting.id}&vote=${vote.id}`,
    }))
  const noted = session.items
    .filter(item => item.position !== null && !session.votes.some(vote => vote.itemId === item.id))
    .map(item => ({
      key: `point-${item.id}`,
      title: item.title,
      known: drafts.find(one => one.voteId === null && one.itemId === item.id),
      href: `/conseil/deliberations/nouvelle?seance=${session.meeting.id}&point=${item.id}`,
    }))
  return (
    <Section title={t('list.write')} lead={t('list.writeLead')}>
      <ul>
        {[...votes, ...noted].map(({ key, title, known, href }) => (
          <li key={key}>
            {title} ·{' '}
            {known ? (
              <a href={deliberationUrl(known.id)}>
                {t('vote.deliberation', { label: known.label })} ({t(known.publishedAt ? 'deliberation.isPublished' : 'deliberation.draft')}
                )
              </a>
            ) : (
              <a href={href} aria-label={t('list.writeOne', { title })}>
                {t('vote.write')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
