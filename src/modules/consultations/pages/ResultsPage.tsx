import { formatNumber, formatPercent, type Locale } from '#kernel/i18n'
import { DownloadLinks, Empty, FigureRow, Notice, OpinionMap, Page, Section, Table, Tabs, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Consultation } from '../queries/consultations.ts'
import type { Publication } from '../queries/maps.ts'
import type { MapContent, ReadingContent } from '../results/content.ts'
import type { Reading } from '../rules/terms.ts'
import { crumbs } from './crumbs.ts'
import { letterOf } from './letterOf.ts'
import { SharedList } from './SharedList.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly consultation: Consultation
  readonly reading: Reading
  readonly content: MapContent | null
  readonly publication: Publication | null
  readonly leastParticipants: number
  readonly leastGroup: number
}

/** What people say: first what all groups share, then each group, then the map. */
export const ResultsPage = (props: Props) => {
  const { t, consultation, reading, content, publication } = props
  const path = `/consultations/${consultation.id}`
  return (
    <Page title={t('results.title')} kicker={consultation.title} lead={t('results.lead')} breadcrumb={crumbs(t, consultation)}>
      <Tabs
        label={t('reading.label')}
        tabs={(['everyone', 'verified'] as const).map(one => ({
          href: one === 'everyone' ? `${path}/resultats` : `${path}/resultats?lecture=verifies`,
          label: t(`reading.${one}`),
          current: one === reading,
          count: content?.[one].participants ?? 0,
        }))}
      />
      {content === null ? (
        <Empty title={t('results.none')} action={{ label: t('consultation.takePart'), href: `${path}/participer` }}>
          {t('results.noneText')}
        </Empty>
      ) : (
        <Figures {...props} content={content} shown={content[reading]} path={path} />
      )}
      {publication && <Published t={t} publication={publication} />}
    </Page>
  )
}

const Figures = (props: Props & { content: MapContent; shown: ReadingContent; path: string }) => {
  const { t, locale, consultation, content, shown, publication, path, reading } = props
  const suffix = reading === 'verified' ? '?lecture=verifies' : ''
  return (
    <>
      {publication ? (
        <p>
          {t('results.published', { n: publication.number })} <Time at={publication.at} />.
        </p>
      ) : (
        <Notice title={t('results.provisional')}>
          {t('results.provisionalText')} <Time at={content.computedAt} />.
        </Notice>
      )}
      <FigureRow
        figures={[
          { value: formatNumber(shown.participants, locale), label: t('figures.participants') },
          { value: formatNumber(shown.votes, locale), label: t('figures.votes') },
          ...(shown.statements.length > 0
            ? [{ value: formatNumber(shown.statements.length, locale), label: t('figures.statements') }]
            : []),
        ]}
      />
      {shown.isEnough ? (
        <>
          <Section title={t('shared.title')} lead={t('shared.lead')} id="partage">
            <SharedList t={t} locale={locale} consultation={consultation} reading={shown} />
          </Section>
          <Section title={t('groups.title')} lead={t('groups.lead', { n: shown.groups.length })} id="groupes">
            {shown.groups.map(group => (
              <Group key={group.group} t={t} locale={locale} shown={shown} group={group} least={props.leastGroup} />
            ))}
          </Section>
          <Section title={t('map.title')} lead={t('map.lead')} id="carte">
            <Map t={t} shown={shown} />
          </Section>
        </>
      ) : (
        <Notice title={t('results.few')}>{t('results.fewText', { least: props.leastParticipants })}</Notice>
      )}
      <ul>
        <li>
          <a href={`${path}/affirmations${suffix}`}>{t('statements.title')}</a>
        </li>
        <li>
          <a href={`${path}/provenance`}>{t('provenance.title')}</a>
        </li>
      </ul>
      {shown.inputDigest !== '' && <p class="soft">{t('results.computed', { version: shown.version, digest: shown.inputDigest })}</p>}
    </>
  )
}

const Group = ({
  t,
  locale,
  shown,
  group,
  least,
}: {
  t: T
  locale: Locale
  shown: ReadingContent
  group: ReadingContent['groups'][number]
  least: number
}) => {
  const said = shown.representative.filter(one => one.group === group.group)
  const name = t('group.named', { letter: letterOf(group.group), n: group.members })
  return (
    <>
      <h3>{name}</h3>
      {!group.isDescribed ? (
        <p>{t('group.small', { least })}</p>
      ) : said.length === 0 ? (
        <p>{t('group.nothing')}</p>
      ) : (
        <Table
          caption={name}
          hideCaption
          head={[t('group.says'), t('group.here'), t('group.elsewhere')]}
          numeric={[1, 2]}
          rows={said.map(({ number, direction }) => {
            const statement = shown.statements.find(one => one.number === number)
            const own = statement?.groups[group.group]
            const others = statement && own && { n: statement[direction] - own[direction], seen: statement.seen - own.seen }
            return [
              <span key="text">
                <strong>{t(`says.${direction}`)}</strong> {statement?.text || t('statements.unknown', { n: number })}
              </span>,
              own && own.seen > 0 ? formatPercent(Math.round((own[direction] / own.seen) * 100) / 100, locale) : '',
              others && others.seen > 0 ? formatPercent(Math.round((others.n / others.seen) * 100) / 100, locale) : '',
            ]
          })}
        />
      )}
    </>
  )
}

const Map = ({ t, shown }: { t: T; shown: ReadingContent }) => (
  <>
    <OpinionMap
      title={t('map.caption', { n: shown.mapped })}
      description={shown.groups
        .map(one => `${t('group.named', { letter: letterOf(one.group), n: one.members })}, ${t(whereIs(one, shown))}`)
        .join(' ; ')}
      marks={shown.marks}
      groups={shown.groups.map(({ group, x, y }) => ({ group, letter: letterOf(group), x, y, hull: shown.hulls[group] ?? [] }))}
    />
    {shown.participants > shown.mapped && <p>{t('map.excluded', { n: shown.participants - shown.mapped, needed: shown.needed })}</p>}
    <Table
      caption={t('map.table')}
      head={[t('group.group'), t('map.members'), t('map.where')]}
      numeric={[1]}
      rows={shown.groups.map(one => [t('group.name', { letter: letterOf(one.group) }), String(one.members), t(whereIs(one, shown))])}
    />
  </>
)

const whereIs = (one: { x: number; y: number }, shown: ReadingContent) => {
  const middle = (of: 'x' | 'y') => {
    const values = shown.marks.map(mark => mark[of])
    return (values.reduce((a, b) => Math.min(a, b), Infinity) + values.reduce((a, b) => Math.max(a, b), -Infinity)) / 2
  }
  return `place.${one.y >= middle('y') ? 'up' : 'down'}.${one.x >= middle('x') ? 'right' : 'left'}` as const
}

const Published = ({ t, publication }: { t: T; publication: Publication }) => (
  <Section title={t('replay.title')} lead={t('replay.lead')} id="refaire">
    {publication.hasBundle ? (
      <>
        <DownloadLinks
          title={t('results.files')}
          links={[{ href: `/consultations/publications/${publication.id}/dossier.zip`, label: t('replay.bundle'), note: 'ZIP' }]}
        />
        <p>
          <code>bin/yvette compute opinion-map votes.csv --comments comments.csv</code>
        </p>
        <p>
          {t('replay.digest')} <code>{publication.content.everyone.inputDigest}</code>
        </p>
        {publication.content.verified.isEnough && (
          <p>
            {t('replay.digestVerified')} <code>{publication.content.verified.inputDigest}</code>
          </p>
        )}
      </>
    ) : (
      <p>{t('replay.none')}</p>
    )}
  </Section>
)
