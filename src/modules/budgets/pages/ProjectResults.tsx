import { formatNumber } from '#kernel/i18n'
import { Disclosure, Section } from '#kernel/ui'
import { winnersOf } from '../count/content.ts'
import { euros } from '../rules/euros.ts'
import type { ResultsProps } from './resultsProps.ts'
import { whyGreedy, whyOf } from './whyOf.ts'
import { ideaPath } from '../rules/sitePath.ts'

/** Why this project won and that one did not, and how close it was; both ways of counting. */
export const ProjectResults = (props: ResultsProps) => {
  const { t, locale, count } = props
  const won = new Set(winnersOf(count.content))
  const sorted = count.content.projects.toSorted(
    (a, b) => Number(won.has(b.id)) - Number(won.has(a.id)) || b.votes - a.votes || a.cost - b.cost,
  )
  return (
    <Section title={t('why.title')} id="pourquoi" lead={t('why.lead')}>
      {sorted.slice(0, 80).map(project => (
        <Disclosure
          key={project.id}
          id={`projet-${project.idea}`}
          summary={`${project.title} · ${t(won.has(project.id) ? 'won.yes' : 'won.no')}`}
        >
          <p class="soft">{t('why.facts', { cost: euros(project.cost, locale), votes: formatNumber(project.votes, locale) })}</p>
          <p>
            <strong>{t('method.equal-shares')}.</strong> {whyOf(props, count.content, project)}
          </p>
          <p>
            <strong>{t('method.greedy')}.</strong> {whyGreedy(props, count.content, project)}
          </p>
          <p>
            <a href={ideaPath(project.idea)}>{t('ballot.see')}</a>
          </p>
        </Disclosure>
      ))}
    </Section>
  )
}
