import { AnswerPanel, type AnswerPanelProps } from '#engines/answers'
import { renderMarkdown } from '#engines/texts'
import { dayInParis } from '#kernel/clock'
import { formatDate, type Locale } from '#kernel/i18n'
import type { RelatedGroup } from '#kernel/service'
import {
  Actions,
  Button,
  By,
  DefinitionList,
  DownloadLinks,
  Expected,
  FeedLink,
  Notice,
  OpenFigure,
  Page,
  Prose,
  Related,
  Section,
  Stage,
  Tabs,
  Thread,
  type ThreadEntry,
  Time,
} from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { MeasureDetail } from '../queries/readMeasure.ts'
import type { Expected as Awaited } from '../rules/expectedOf.ts'
import type { SupportRefusal } from '../rules/canSupport.ts'
import { isOpen } from '../rules/stages.ts'
import { stepOf } from './stepOf.ts'

export interface MeasureLinks {
  readonly href: string
  readonly label: string
  readonly count?: number | undefined
}
interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly measure: MeasureDetail
  readonly expected: Awaited
  /** Why it cannot be supported now; null when it can. */
  readonly closedBecause: SupportRefusal | null
  readonly isSignedIn: boolean
  readonly isTownHall: boolean
  readonly isFollowing: boolean
  /** Where one can go on: amendments, debate, group, answers, versions. */
  readonly links: readonly MeasureLinks[]
  /** What other rooms say about it: the services that it changes. */
  readonly related: readonly RelatedGroup[]
  /** What the town hall answered, or when it must. */
  readonly answers: AnswerPanelProps
  /** Knots that other parts add to the thread: decisions on amendments, answers, meetings. */
  readonly knots?: readonly ThreadEntry[]
}

export const MeasurePage = (props: Props) => {
  const { t, measure } = props
  const path = `/mesures/${measure.id}`
  return (
    <Page
      title={measure.title}
      kicker={`${measure.number ? t('measure.kicker', { number: measure.number.replace(/[\s.):–—-]+$/, '') }) : t('measure.kickerAlone')}${measure.section ? ` · ${measure.section.title}` : ''}`}
      breadcrumb={[{ label: t('measures.title'), href: '/mesures' }]}
      feed={`${path}/flux.atom`}
      expected={
        <>
          <InShort {...props} />
          <WhatIsExpected {...props} />
        </>
      }
      aside={<Aside {...props} />}
    >
      <Section title={t('measure.says')} id="texte">
        <Text {...props} />
      </Section>
      <Section title={t('measure.support')} id="soutenir">
        <Support {...props} />
      </Section>
      <AnswerPanel {...props.answers} />
      {props.related.length > 0 && (
        <Section title={t('measure.elsewhere')} id="autour">
          <Related groups={props.related} />
        </Section>
      )}
      <Section title={t('measure.happened')} id="fil">
        <Thread entries={entriesOf(props)} />
      </Section>
    </Page>
  )
}

/** On a small screen the margin comes after the whole text: where it stands, who holds the pen and where to go are said first. */
const InShort = ({ t, measure, links }: Props) => (
  <div class="narrow">
    <p>
      <strong>{t(`stage.${measure.stage}`)}</strong> · {t('measure.penOf', { name: measure.pilot ?? t('measure.noPilot').toLowerCase() })}
    </p>
    <Tabs tabs={links} label={t('measure.inShort')} />
  </div>
)

const WhatIsExpected = ({ t, measure, expected }: Props) => {
  if (expected === null) return null
  const path = `/mesures/${measure.id}`
  const places = {
    'sign-in': `/connexion?retour=${path}`,
    support: '#soutenir',
    amend: `${path}/amendements/nouveau`,
    use: `${path}/debat`,
    'set-closing-day': `${path}/reperes`,
    'move-on': `${path}/etapes`,
  }
  return <Expected action={{ label: t(`expected.${expected}.action`), href: places[expected] }}>{t(`expected.${expected}`)}</Expected>
}

const Text = ({ t, locale, measure }: Props) => {
  const current = measure.versions[0]
  if (!current) return <p>{t('measure.noVersion')}</p>
  return (
    <>
      {measure.paragraphs.map(paragraph => (
        <div key={paragraph.id} id={paragraph.id}>
          <Prose html={renderMarkdown(paragraph.text).__html} />
        </div>
      ))}
      <p class="soft">
        <a href={`/mesures/${measure.id}/versions`}>
          {t('measure.version', { n: current.number, date: formatDate(dayInParis(current.at), locale) })}
        </a>
      </p>
      {isOpen(measure.stage) && (
        <p>
          <Button kind="secondary" href={`/mesures/${measure.id}/amendements/nouveau`}>
            {t('measure.amend')}
          </Button>
        </p>
      )}
    </>
  )
}

const Support = ({ t, locale, measure, closedBecause, isSignedIn }: Props) => (
  <>
    <OpenFigure
      value={String(measure.supports)}
      label={t('measure.supportCount').toLowerCase()}
      rule={t('measure.supportRule')}
      data={t('measure.supportData')}
    />
    {measure.hasSupported ? (
      <>
        <Notice kind="success" title={t('measure.supported')} />
        <form method="post" action={`/mesures/${measure.id}/soutien/retrait`}>
          <Button kind="secondary">{t('measure.withdrawSupport')}</Button>
        </form>
      </>
    ) : closedBecause !== null ? (
      <p>
        {closedBecause === 'closed' && measure.closesOn
          ? t('measure.closed', { date: formatDate(measure.closesOn, locale) })
          : t('measure.notOpen', { stage: t(`stage.${measure.stage}`) })}
      </p>
    ) : (
      <>
        <p>{t('measure.supportLead')}</p>
        {isSignedIn ? (
          <form method="post" action={`/mesures/${measure.id}/soutien`}>
            <Button>{t('measure.support')}</Button>
          </form>
        ) : (
          <Actions>
            <Button href={`/connexion?retour=/mesures/${measure.id}`}>{t('expected.sign-in.action')}</Button>
            <Button kind="secondary" href={`/mesures/${measure.id}/soutien`}>
              {t('measure.supportPaper')}
            </Button>
          </Actions>
        )}
      </>
    )}
  </>
)

const Aside = ({ t, measure, today, isSignedIn, isTownHall, isFollowing, links }: Props) => {
  const path = `/mesures/${measure.id}`
  const isOver = measure.closesOn !== null && today > measure.closesOn
  return (
    <>
      <h2>{t('measure.where')}</h2>
      <Stage label={t(`stage.${measure.stage}`)} {...stepOf(measure.stage)} since={dayInParis(measure.stageSince)} />
      <DefinitionList
        items={[
          { term: t('measure.pen'), value: measure.pilot ?? t('measure.noPilot') },
          { term: t('measure.service'), value: capitalised(measure.ownerService) },
          { term: isOver ? t('measure.closedOn') : t('measure.closesOn'), value: measure.closesOn && <Time at={measure.closesOn} /> },
          {
            term: t('measure.theme'),
            value: measure.section && <a href={`/mesures?theme=${measure.section.id}`}>{measure.section.title}</a>,
          },
        ]}
      />
      <nav aria-labelledby="suite">
        <h2 id="suite">{t('measure.goOn')}</h2>
        <ul>
          {links.map(link => (
            <li key={link.href}>
              <a href={link.href}>
                {link.label}
                {link.count ? ` (${link.count})` : ''}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {isSignedIn && (
        <form method="post" action={`${path}/suivi${isFollowing ? '/fin' : ''}`}>
          <p class="soft">{isFollowing ? t('measure.following') : t('measure.followLead')}</p>
          <Button kind="secondary">{isFollowing ? t('measure.unfollow') : t('measure.follow')}</Button>
        </form>
      )}
      {isTownHall && (
        <Actions>
          <Button kind="secondary" href={`${path}/etapes`}>
            {t('measure.changeStage')}
          </Button>
          <Button kind="secondary" href={`${path}/reperes`}>
            {t('measure.changeFacts')}
          </Button>
        </Actions>
      )}
      <p>
        <FeedLink href={`${path}/flux.atom`} label={t('measure.feed')} />
      </p>
      <DownloadLinks links={[{ href: `/api/v1/mesures/${measure.id}`, label: t('measure.json') }]} />
    </>
  )
}

const capitalised = (name: string) => name.charAt(0).toLocaleUpperCase('fr') + name.slice(1)

/** Stages, versions and what other parts add, the latest first. */
const entriesOf = ({ t, measure, knots = [] }: Props): ThreadEntry[] =>
  [
    ...knots,
    ...measure.versions.map((version): ThreadEntry => ({
      kind: 'version',
      at: version.at,
      title: t('thread.version', { n: version.number }),
      href: `/mesures/${measure.id}/versions/${version.number}`,
      text: version.note,
      by:
        version.credits.length > 0 ? (
          <p class="by">{t('thread.credits', { names: version.credits.join(', ') })}</p>
        ) : version.author ? (
          <By name={version.author} />
        ) : undefined,
    })),
    ...measure.stages.map((row): ThreadEntry => ({
      kind: row.stage === 'running' ? 'effect' : row.stage === 'proposed' || row.stage === 'co-construction' ? 'act' : 'decision',
      at: row.at,
      title: t('thread.stage', { stage: t(`stage.${row.stage}`) }),
      text: row.reason,
      by: row.author ? <By name={row.author} /> : undefined,
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
