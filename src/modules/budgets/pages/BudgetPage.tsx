import { FollowButton } from '#engines/following'
import { formatDate } from '#kernel/i18n'
import { Actions, Button, DefinitionList, DownloadLinks, Expected, FigureRow, Notice, OpenFigure, Page, Section, Steps } from '#kernel/ui'
import { type Sector } from '../queries/budgets.ts'
import type { Idea } from '../queries/ideas.ts'
import type { CommuneMap } from '../queries/places.ts'
import { euros, money } from '../rules/euros.ts'
import { stepOf, steps } from '../rules/phases.ts'
import { IdeaList } from './IdeaList.tsx'
import { IdeasMap, type OfBudget, phaseNote } from './parts.tsx'
import { rulesInWords } from './rulesInWords.ts'
import { budgetPath, budgetSubject } from '../rules/sitePath.ts'

export interface BudgetPageProps extends OfBudget {
  readonly sectors: readonly Sector[]
  readonly map: CommuneMap
  readonly shown: readonly Idea[]
  readonly counts: { readonly ideas: number; readonly projects: number; readonly ballots: number }
  readonly winners: ReadonlySet<string> | undefined
  readonly spent: number | null
  readonly ruleNames: { readonly propose: string; readonly vote: string }
  /** What awaits this very person in the vote. */
  readonly own: 'none' | 'draft' | 'cast' | null
  readonly isTownHall: boolean
  readonly isFollowing: boolean | null
}

/** One budget: where it stands, what one can do now, its ideas on the map and in the list. */
export const BudgetPage = (props: BudgetPageProps) => {
  const { t, locale, budget, counts, shown, map, winners } = props
  const path = budgetPath(budget.id)
  return (
    <Page
      title={budget.title}
      kicker={t('budget.kicker')}
      lead={budget.summary}
      breadcrumb={[{ label: t('budgets.title'), href: '/budgets' }]}
      width="wide"
      expected={<Awaited {...props} />}
      aside={<Aside {...props} />}
    >
      <Steps steps={steps.map(step => t(`step.${step}`))} current={budget.archive ? 4 : stepOf(budget.phase)} />
      <Notice kind={budget.phase === 'draft' ? 'warning' : 'info'} title={t(`phase.${budget.phase}`)}>
        {budget.archive ? t('budget.archive', { file: budget.archive }) : phaseNote(props)}
      </Notice>
      <FigureRow
        figures={[
          { label: t('budget.envelope'), value: <Envelope {...props} /> },
          { label: t('budget.ideas'), value: String(counts.ideas) },
          { label: t('budget.projects'), value: String(counts.projects) },
          ...(budget.phase === 'vote' || budget.isCounted ? [{ label: t('budget.ballots'), value: String(counts.ballots) }] : []),
          ...(props.spent !== null ? [{ label: t('budget.spent'), value: euros(props.spent, locale) }] : []),
        ]}
      />
      <Gestures {...props} />
      <Section title={t(budget.phase === 'vote' || budget.isCounted ? 'budget.shownProjects' : 'budget.shownIdeas')} id="idees">
        <IdeasMap t={t} map={map} ideas={shown} winners={winners} />
        <IdeaList {...props} ideas={shown.slice(0, 12)} />
        <p>
          <a href={`${path}/idees`}>{t('budget.allIdeas', { n: counts.ideas })}</a>
        </p>
      </Section>
    </Page>
  )
}

const Envelope = ({ t, locale, budget }: BudgetPageProps) => (
  <OpenFigure
    value={money(budget.rules.envelopeCents, locale)}
    rule={t('budget.envelopeRule', { version: budget.rules.version })}
    since={budget.publishedAt ?? undefined}
    source={{ label: t('rules.title'), href: `${budgetPath(budget.id)}/regles` }}
  />
)

const Awaited = ({ t, budget, own }: BudgetPageProps) => {
  if (budget.phase !== 'vote' || own === null || own === 'cast') return null
  return (
    <Expected action={{ label: t(own === 'draft' ? 'own.finish' : 'own.vote'), href: `${budgetPath(budget.id)}/vote` }}>
      {t(`own.${own}`)}
    </Expected>
  )
}

const Gestures = ({ t, budget, isTownHall, own }: BudgetPageProps) => {
  const path = budgetPath(budget.id)
  return (
    <Actions>
      {budget.phase === 'ideas' && <Button href={`${path}/idees/nouvelle`}>{t('idea.new')}</Button>}
      {budget.phase === 'vote' && (own === null || own === 'cast') && (
        <Button href={`${path}/vote`}>{t(own === 'cast' ? 'own.see' : 'own.vote')}</Button>
      )}
      {budget.isCounted && <Button href={`${path}/resultats`}>{t('results.title')}</Button>}
      <Button kind="secondary" href={`${path}/regles`}>
        {t('rules.title')}
      </Button>
      {isTownHall && (
        <Button kind="secondary" href={`${path}/conduite`}>
          {t('conduct.title')}
        </Button>
      )}
    </Actions>
  )
}

const Aside = (props: BudgetPageProps) => {
  const { t, locale, budget, ruleNames, isFollowing } = props
  const { rules } = budget
  const days = (from: string, until: string) => t('rules.fromTo', { from: formatDate(from, locale), until: formatDate(until, locale) })
  return (
    <>
      <h2>{t('budget.calendar')}</h2>
      <DefinitionList
        items={
          budget.archive
            ? [{ term: t('rules.vote'), value: days(rules.voteFrom, rules.voteUntil) }]
            : [
                { term: t('rules.ideas'), value: days(rules.ideasFrom, rules.ideasUntil) },
                { term: t('rules.study'), value: t('rules.until', { until: formatDate(rules.studyUntil, locale) }) },
                { term: t('rules.vote'), value: days(rules.voteFrom, rules.voteUntil) },
                { term: t('rules.whoProposes'), value: ruleNames.propose },
                { term: t('rules.whoVotes'), value: ruleNames.vote },
              ]
        }
      />
      <p class="soft">{rulesInWords(t, locale, rules).ballot}</p>
      {isFollowing !== null && (
        <FollowButton locale={locale} subject={budgetSubject(budget.id)} back={budgetPath(budget.id)} isFollowing={isFollowing} />
      )}
      {budget.isCounted && (
        <DownloadLinks links={[{ href: `${budgetPath(budget.id)}/bulletins.pb`, label: t('results.pb'), note: 'Pabulib' }]} />
      )}
    </>
  )
}
