import { formatDate, formatDateTime } from '#kernel/i18n'
import { Actions, Button, DefinitionList, Page, Section, Table } from '#kernel/ui'
import { type RulesVersion, type Sector } from '../queries/budgets.ts'
import { money } from '../rules/euros.ts'
import { crumbs, type OfBudget } from './parts.tsx'
import { rulesInWords } from './rulesInWords.ts'
import { budgetPath } from '../rules/sitePath.ts'

interface Props extends OfBudget {
  readonly versions: readonly RulesVersion[]
  readonly sectors: readonly Sector[]
  readonly ruleNames: { readonly propose: string; readonly vote: string }
  readonly isTownHall: boolean
}

/** The rules, in full: those that hold, what is frozen when, and every version there was. */
export const RulesPage = ({ t, locale, budget, versions, sectors, ruleNames, isTownHall }: Props) => {
  const { rules } = budget
  const days = (from: string, until: string) => t('rules.fromTo', { from: formatDate(from, locale), until: formatDate(until, locale) })
  const said = rulesInWords(t, locale, rules)
  const link = (rule: string | null, name: string) => (rule === null ? name : <a href={`/liste-de-participation/${rule}`}>{name}</a>)
  return (
    <Page title={t('rules.title')} kicker={budget.title} lead={t('rules.lead', { version: rules.version })} breadcrumb={crumbs(t, budget)}>
      <DefinitionList
        items={[
          { term: t('budget.envelope'), value: money(rules.envelopeCents, locale) },
          { term: t('rules.ceiling'), value: rules.ceilingCents === null ? '' : money(rules.ceilingCents, locale) },
          {
            term: t('rules.sectors'),
            value: sectors.length > 0 ? `${sectors.map(({ name }) => name).join(', ')}. ${t('rules.sectorsText')}` : '',
          },
          { term: t('rules.ideas'), value: days(rules.ideasFrom, rules.ideasUntil) },
          { term: t('rules.whoProposes'), value: link(rules.proposeRule, ruleNames.propose) },
          { term: t('rules.study'), value: t('rules.until', { until: formatDate(rules.studyUntil, locale) }) },
          { term: t('rules.vote'), value: days(rules.voteFrom, rules.voteUntil) },
          { term: t('rules.whoVotes'), value: link(rules.voteRule, ruleNames.vote) },
        ]}
      />
      <Section title={t('rules.ballot')} id="bulletin">
        <p>{said.ballot}</p>
        <p>{t('ballot.order')}</p>
        <p>{t('ballot.public')}</p>
        <p>{t('rules.oneEach')}</p>
      </Section>
      <Section title={t('rules.count')} id="decompte">
        <p>{said.method}</p>
        {rules.voteKind === 'points' && <p>{t('rules.pointsCount')}</p>}
        <p>{t('rules.bothShown')}</p>
        <p>{t('rules.ties')}</p>
        <p>
          <a href={`${budgetPath(budget.id)}/methode`}>{t('method.title')}</a>
        </p>
      </Section>
      <Section title={t('rules.frozen')} id="gel">
        <p>{t('rules.frozenText')}</p>
        <Table
          caption={t('rules.versions')}
          head={[t('rules.version'), t('rules.written'), t('rules.note')]}
          rows={versions.map(({ rules: { version }, at, by, note }) => [
            String(version),
            `${formatDateTime(at, locale)}, ${by ?? t('someone')}`,
            note || t('rules.first'),
          ])}
        />
      </Section>
      {isTownHall && !budget.archive && (
        <Actions>
          <Button kind="secondary" href={`${budgetPath(budget.id)}/regles/modifier`}>
            {t('rules.change')}
          </Button>
        </Actions>
      )}
    </Page>
  )
}
