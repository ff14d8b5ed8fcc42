import { formatNumber } from '#kernel/i18n'
import { Page, Section, Table } from '#kernel/ui'
import type { Count } from '../queries/counts.ts'
import { euros } from '../rules/euros.ts'
import { crumbs, type OfBudget } from './parts.tsx'
import { budgetPath } from '../rules/sitePath.ts'

interface Props extends OfBudget {
  readonly count: Count | null
}

/** The method in plain words, then worked through on the figures of this very budget. */
export const MethodPage = (props: Props) => {
  const { t, budget, count } = props
  return (
    <Page title={t('method.title')} kicker={budget.title} lead={t('method.lead')} breadcrumb={crumbs(t, budget)}>
      <Section title={t('method.equal-shares')} id="parts-egales">
        <ol>
          {(['one', 'two', 'three', 'four'] as const).map(step => (
            <li key={step}>{t(`method.step.${step}`)}</li>
          ))}
        </ol>
        <p>{t('method.completion')}</p>
        <p>{t('method.comparison')}</p>
      </Section>
      <Section title={t('method.greedy')} id="plus-soutenus">
        <p>{t('method.greedyLong')}</p>
      </Section>
      <Section title={t('method.ties')} id="egalites">
        <p>{t('rules.ties')}</p>
      </Section>
      {count && count.content.shares.bought.length > 0 ? <Worked {...props} count={count} /> : <p class="soft">{t('method.noExample')}</p>}
      <p>
        <a href={`${budgetPath(budget.id)}/regles`}>{t('rules.title')}</a>
      </p>
    </Page>
  )
}

const Worked = ({ t, locale, budget, count }: Props & { count: Count }) => {
  const { content } = count
  const of = new Map(content.projects.map(one => [one.id, one]))
  const precise = (amount: number) => euros(Math.round(amount * 100) / 100, locale)
  const [first] = content.shares.bought
  const start = content.envelope / Math.max(1, content.ballots)
  return (
    <Section title={t('method.worked')} id="exemple">
      <p>
        {t('method.workedStart', {
          envelope: euros(content.envelope, locale),
          ballots: formatNumber(content.ballots, locale),
          share: precise(start),
        })}
      </p>
      {content.shares.raised > 0 && (
        <p>{t('method.workedRaised', { share: precise(content.shares.endowment), n: formatNumber(content.shares.raised, locale) })}</p>
      )}
      {first && (
        <p>
          {t('method.workedFirst', {
            title: of.get(first.id)?.title ?? first.id,
            voters: formatNumber(first.voters, locale),
            cost: euros(of.get(first.id)?.cost ?? 0, locale),
            each: precise(first.each),
          })}
        </p>
      )}
      <p>{t('method.effectiveText')}</p>
      <Table
        caption={t('method.rounds')}
        head={[t('method.round'), t('two.project'), t('two.cost'), t('method.payers'), t('method.each'), t('method.effective')]}
        numeric={[2, 3, 4, 5]}
        rows={content.shares.bought
          .slice(0, 60)
          .map(({ id, voters, each }, at) => [
            String(at + 1),
            of.get(id)?.title ?? id,
            euros(of.get(id)?.cost ?? 0, locale),
            formatNumber(voters, locale),
            precise(each),
            formatNumber(Math.round(((of.get(id)?.cost ?? 0) / Math.max(each, 1e-9)) * 10) / 10, locale),
          ])}
      />
      <p>
        <a href={`${budgetPath(budget.id)}/resultats`}>{t('results.title')}</a>
      </p>
    </Section>
  )
}
