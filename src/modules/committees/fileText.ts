import { colleges } from '#engines/meetings'
import { dayInParis } from '#kernel/clock'
import { formatDate, type Locale } from '#kernel/i18n'
import { words } from './locales/index.ts'
import type { FileItem, YearlyFile } from './queries/yearlyFile.ts'
import { lineState } from './rules/yearlyFile.ts'

/** The file of a year as Markdown, to be joined to a deliberation. */
export const fileMarkdown = (file: YearlyFile, locale: Locale): string => {
  const t = words(locale)
  const day = (instant: string) => formatDate(instant.length === 10 ? instant : dayInParis(instant), locale)
  return [
    `# ${t('file.title', { year: file.year })}`,
    plain(file.committee.name),
    `## ${t('file.state')}`,
    table(
      [t('file.requirement'), t('file.progress'), t('file.status')],
      file.requirements.map(one => [
        t(`requirement.${one.id}`),
        t('file.of', { done: one.done, of: one.of }),
        one.of === 0 && one.id !== 'composition' ? t('file.nothingAsked') : t(one.met ? 'file.met' : 'file.unmet'),
      ]),
    ),
    `## ${t('file.services')}`,
    table(
      [t('file.service'), t('file.runBy')],
      file.services.map(one => [one.name, [t(`file.run.${one.runBy}`), one.runByName].filter(Boolean).join(' : ')]),
    ),
    `## ${t('file.reports')}`,
    table(
      [t('file.what'), t('file.kind'), t('file.received'), t('file.opinion'), t('file.note'), t('file.status')],
      file.items.map(item => [
        itemTitle(item, locale),
        t(`kind.${item.kind}`),
        item.receivedOn ? day(item.receivedOn) : '–',
        t(`opinion.${item.opinion}`),
        item.note,
        t(`line.${lineState(item)}`),
      ]),
    ),
    `## ${t('file.sittings')}`,
    table(
      [t('file.sitting'), t('file.day'), ...colleges.map(college => t(`college.${college}`)), t('file.minutes')],
      file.sittings.map(one => [
        one.title,
        day(one.startsAt),
        ...colleges.map(college => {
          const line = one.quorum?.lines.find(each => each.of === college)
          return line ? t('file.attendance', { present: line.present, sitting: line.sitting }) : '–'
        }),
        t(one.state === 'adjourned' ? 'file.adjourned' : one.minutesApproved ? 'file.minutesPublished' : 'file.minutesWaiting'),
      ]),
    ),
    `## ${t('file.votes')}`,
    table(
      [t('file.question'), t('file.outcome'), t('file.day')],
      file.decisions.map(one => [one.question, t(`outcome.${one.outcome}`), day(one.closedAt)]),
    ),
    `## ${t('committee.composition')}`,
    table(
      [t('committee.seat'), t('seats.college'), t('file.holder')],
      file.seats.map(seat => [
        seat.label,
        t(`college.${seat.college}`),
        seat.holder ? seat.holder.name || t('someone') : t('committee.vacant'),
      ]),
    ),
    `## ${t('file.presentation')}`,
    file.presentation ? t('file.presented', { day: day(file.presentation.presentedOn), act: plain(file.presentation.act) }) : '–',
  ].join('\n\n')
}

/** Lines of the file as rows of a table, for a spreadsheet. */
export const fileRows = (file: YearlyFile) =>
  file.items.map(item => ({
    year: file.year,
    kind: item.kind,
    title: itemTitle(item, 'fr'),
    service: file.catalogue.find(one => one.id === item.serviceId)?.name ?? '',
    received_on: item.receivedOn ?? '',
    meeting: file.sittings.find(one => one.id === item.meetingId)?.title ?? '',
    opinion: item.opinion,
    state: lineState(item),
    document: item.documentUrl,
    note: item.note,
  }))

const itemTitle = (item: FileItem, locale: Locale) =>
  item.id === '' ? words(locale)('file.delegateReport', { service: item.title }) : item.title
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, sign => `\\${sign}`)
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows.map(row => row.map(plain))].map(row => `| ${row.join(' | ')} |`).join('\n')
