import { colleges } from '#engines/meetings'
import { dayInParis } from '#kernel/clock'
import { formatDate } from '#kernel/i18n'
import { Button, DownloadLinks, Page, Section, Table } from '#kernel/ui'
import { committeeUrl } from '../committee.ts'
import { projectKinds, reportKinds } from '../rules/yearlyFile.ts'
import { FileLines } from './FileLines.tsx'
import type { FileView } from './views.ts'

/** The file of a year: what it must hold and what is missing, line by line; made to be printed. */
export const YearlyFilePage = (view: FileView) => {
  const { t, locale, file, manages } = view
  const url = `/comites/ccspl/${file.year}`
  return (
    <Page
      title={t('file.title', { year: file.year })}
      kicker={file.committee.name}
      lead={t('file.lead')}
      width="wide"
      breadcrumb={[
        { label: t('committees.title'), href: '/comites' },
        { label: t('commission.title'), href: '/comites/ccspl' },
      ]}
    >
      <Requirements {...view} />
      {manages && (
        <p>
          <Button href={`${url}/pieces`}>{t('file.edit')}</Button>
        </p>
      )}
      <DownloadLinks
        title={t('file.downloads')}
        links={[
          { href: `${url}/dossier.md`, label: t('file.markdown') },
          { href: `${url}/dossier.csv`, label: t('file.csv') },
        ]}
      />
      <p class="soft">{t('file.print')}</p>
      <Section title={t('file.services')} lead={t('file.servicesLead')}>
        {file.services.length === 0 ? (
          <p>{t('file.noServices')}</p>
        ) : (
          <Table
            caption={t('file.services')}
            hideCaption
            head={[t('file.service'), t('file.runBy')]}
            rows={file.services.map(one => [
              <a href={`/services/${one.id}`}>{one.name}</a>,
              [t(`file.run.${one.runBy}`), one.runByName].filter(Boolean).join(locale === 'fr' ? ' : ' : ': '),
            ])}
          />
        )}
      </Section>
      <FileLines {...view} title={t('file.reports')} lead={t('file.reportsLead')} kinds={reportKinds} />
      <FileLines {...view} title={t('file.projects')} kinds={projectKinds} />
      {file.items.some(item => item.kind === 'other') && <FileLines {...view} title={t('file.others')} kinds={['other']} />}
      <Attendance {...view} />
      <Section title={t('file.votes')}>
        {file.decisions.length === 0 ? (
          <p>{t('file.noVote')}</p>
        ) : (
          <Table
            caption={t('file.votes')}
            hideCaption
            head={[t('file.question'), t('file.outcome'), t('file.day')]}
            rows={file.decisions.map(one => [
              <a href={one.url}>{one.question}</a>,
              t(`outcome.${one.outcome}`),
              formatDate(dayInParis(one.closedAt), locale),
            ])}
          />
        )}
      </Section>
      <Section title={t('committee.composition')}>
        <Table
          caption={t('committee.composition')}
          hideCaption
          head={[t('committee.seat'), t('seats.college'), t('file.holder')]}
          rows={file.seats.map(seat => [
            seat.label,
            t(`college.${seat.college}`),
            seat.holder ? seat.holder.name || t('someone') : t('committee.vacant'),
          ])}
        />
      </Section>
      <Presented {...view} />
    </Page>
  )
}

const Requirements = ({ t, file }: FileView) => (
  <Table
    caption={t('file.state')}
    head={[t('file.requirement'), t('file.progress'), t('file.status')]}
    rows={file.requirements.map(one => [
      t(`requirement.${one.id}`),
      t('file.of', { done: one.done, of: one.of }),
      one.of === 0 && one.id !== 'composition' ? t('file.nothingAsked') : t(one.met ? 'file.met' : 'file.unmet'),
    ])}
  />
)

const Attendance = ({ t, locale, file }: FileView) => (
  <Section title={t('file.sittings')}>
    {file.sittings.length === 0 ? (
      <p>{t('file.noSitting')}</p>
    ) : (
      <Table
        caption={t('file.sittings')}
        hideCaption
        head={[t('file.sitting'), ...colleges.map(college => t(`college.${college}`)), t('file.all'), t('file.minutes')]}
        rows={file.sittings.map(one => [
          <a href={committeeUrl(file.committee.id, `/reunions/${one.id}`)}>
            {one.title}, {formatDate(dayInParis(one.startsAt), locale)}
          </a>,
          ...[...colleges, 'all' as const].map(of => {
            const line = one.quorum?.lines.find(each => each.of === of)
            return line ? t('file.attendance', { present: line.present, sitting: line.sitting }) : '–'
          }),
          t(one.state === 'adjourned' ? 'file.adjourned' : one.minutesApproved ? 'file.minutesPublished' : 'file.minutesWaiting'),
        ])}
      />
    )}
  </Section>
)

const Presented = ({ t, locale, file, dueOn }: FileView) => (
  <Section title={t('file.presentation')} id="presentation">
    <p>
      {file.presentation
        ? t('file.presented', { day: formatDate(file.presentation.presentedOn, locale), act: file.presentation.act })
        : t('file.notPresented', { year: file.year, day: formatDate(dueOn, locale) })}
    </p>
  </Section>
)
