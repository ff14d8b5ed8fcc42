import { formatNumber, formatPercent } from '#kernel/i18n'
import { Bars, DownloadLinks, FigureRow, Notice, OpenFigure, Page, Section } from '#kernel/ui'
import { winnersOf } from '../count/content.ts'
import { euros } from '../rules/euros.ts'
import { crumbs, IdeasMap } from './parts.tsx'
import type { ResultsProps } from './resultsProps.ts'
import { GroupTables } from './GroupTables.tsx'
import { ProjectResults } from './ProjectResults.tsx'
import { TwoCounts } from './TwoCounts.tsx'
import { budgetPath } from '../rules/sitePath.ts'

/** Both counts, who is represented by what, and why each project won or not. */
export const ResultsPage = (props: ResultsProps) => {
  const { t, locale, budget, count, map, ideas } = props
  const { content } = count
  const path = budgetPath(budget.id)
  const won = new Set(winnersOf(content))
  const winners = new Set(content.projects.filter(({ id }) => won.has(id)).map(({ idea }) => idea))
  const spent = content.projects.filter(({ id }) => won.has(id)).reduce((sum, { cost }) => sum + cost, 0)
  const isAwaitingLot = content.ties.length > 0 && content.seed === null
  return (
    <Page
      title={t('results.title')}
      kicker={budget.title}
      lead={t('results.lead')}
      breadcrumb={crumbs(t, budget)}
      width="wide"
      aside={<Aside {...props} />}
    >
      {isAwaitingLot && !budget.archive && (
        <Notice kind="warning" title={t('results.provisional')}>
          {t('results.provisionalText')}
        </Notice>
      )}
      <FigureRow
        figures={[
          { label: t('results.ballots'), value: <Ballots {...props} /> },
          { label: t('results.funded'), value: t('results.of', { n: won.size, of: content.projects.length }) },
          { label: t('results.spent'), value: <Spent {...props} spent={spent} /> },
          { label: t('results.represented'), value: <Represented {...props} /> },
        ]}
      />
      <p>
        {t(
          content.method === 'equal-shares'
            ? content.shares.isGreedyPreferred
              ? 'results.bySharesGreedy'
              : 'results.byShares'
            : 'results.byGreedy',
        )}
      </p>
      <TwoCounts {...props} />
      <Section title={t('results.satisfaction')} id="satisfaction" lead={t('results.satisfactionLead')}>
        <div class="count-grid">
          <Bars title={t('results.withShares')} bars={barsOf(props, content.shares.represented.distribution)} unit={t('results.people')} />
          <Bars title={t('results.withGreedy')} bars={barsOf(props, content.greedy.represented.distribution)} unit={t('results.people')} />
        </div>
        <p class="soft">
          {t('results.preferences', {
            shares: formatNumber(content.preferences.shares, locale),
            greedy: formatNumber(content.preferences.greedy, locale),
            comparedShares: formatNumber(content.preferences.comparedShares, locale),
            comparedGreedy: formatNumber(content.preferences.comparedGreedy, locale),
          })}
        </p>
      </Section>
      <GroupTables {...props} />
      {ideas.some(({ latitude }) => latitude !== null) && (
        <Section title={t('results.where')} id="carte">
          <IdeasMap t={t} map={map} ideas={ideas} winners={winners} />
        </Section>
      )}
      <ProjectResults {...props} />
      <p>
        <a href={`${path}/methode`}>{t('method.title')}</a>
      </p>
    </Page>
  )
}

const barsOf = ({ t }: ResultsProps, distribution: readonly number[]) =>
  distribution.map((value, n) => ({
    label: t(n === distribution.length - 1 ? 'results.projectsMore' : 'results.projectsN', { n }),
    value,
  }))

const Ballots = ({ t, locale, budget, count: { content, at } }: ResultsProps) => (
  <OpenFigure
    value={formatNumber(content.ballots, locale)}
    rule={t('results.ballotsRule')}
    data={Object.entries(content.channels)
      .map(([channel, n]) => `${channelWords(t, channel)} : ${formatNumber(n, locale)}`)
      .join(', ')}
    since={at}
    source={{ label: t('results.pb'), href: `${budgetPath(budget.id)}/bulletins.pb` }}
  />
)
const channels = ['screen', 'desk', 'phone', 'guardian', 'paper', 'file'] as const
const channelWords = (t: ResultsProps['t'], channel: string) => {
  const known = channels.find(one => one === channel)
  return known ? t(`channel.${known}`) : channel
}

const Spent = ({ t, locale, budget, count: { content }, spent }: ResultsProps & { spent: number }) => (
  <OpenFigure
    value={euros(spent, locale)}
    rule={t('results.spentRule')}
    data={t('results.spentData', { envelope: euros(content.envelope, locale), left: euros(content.envelope - spent, locale) })}
    source={{ label: t('rules.title'), href: `${budgetPath(budget.id)}/regles` }}
  />
)

const Represented = ({ t, locale, budget, count: { content } }: ResultsProps) => {
  const share = (n: number) => formatPercent(content.ballots > 0 ? n / content.ballots : 0, locale)
  return (
    <OpenFigure
      value={share(
        content.method === 'equal-shares' && !content.shares.isGreedyPreferred
          ? content.shares.represented.withOne
          : content.greedy.represented.withOne,
      )}
      rule={t('results.representedRule')}
      data={t('results.representedData', {
        shares: share(content.shares.represented.withOne),
        greedy: share(content.greedy.represented.withOne),
        n: formatNumber(content.ballots, locale),
      })}
      source={{ label: t('method.title'), href: `${budgetPath(budget.id)}/methode` }}
    />
  )
}

/** What gives the same winners anywhere, from the file of the ballots. */
const replayCommand = ({ id, rules }: ResultsProps['budget'], seed: string | null) =>
  [
    `bin/yvette compute equal-shares budget-${id}.pb --greedy-ties rule`,
    ...(rules.voteKind === 'points' ? ['--comparison none'] : []),
    ...(seed === null ? [] : [`--seed '${seed.replaceAll("'", `'\\''`)}'`]),
  ].join(' ')

const Aside = ({ t, budget, count, lot }: ResultsProps) => (
  <>
    <DownloadLinks
      links={[{ href: `${budgetPath(budget.id)}/bulletins.pb`, label: t('results.pb'), note: 'Pabulib' }]}
      title={t('results.download')}
    />
    <h2>{t('results.replay')}</h2>
    <p>{t('results.replayText')}</p>
    <div class="prose">
      <pre>
        <code>{replayCommand(budget, count.content.seed)}</code>
      </pre>
    </div>
    <p class="prose soft">
      {t('results.digest')} <code>{count.content.inputDigest}</code>
    </p>
    {count.content.ties.length > 0 && (
      <>
        <h2>{t('lot.title')}</h2>
        {count.content.ties.map(({ among, first }) => (
          <p key={among.join()}>{t(count.content.seed === null ? 'lot.awaited' : 'lot.done', { among: among.join(', '), first })}</p>
        ))}
        {lot && (
          <p>
            {t('lot.drawn', { seed: lot.seed })} {lot.note}
          </p>
        )}
        <p>
          <a href="/tirages">{t('lot.page')}</a>
        </p>
      </>
    )}
  </>
)
