import { formatNumber } from '#kernel/i18n'
import { Section, Table, Tag } from '#kernel/ui'
import { euros } from '../rules/euros.ts'
import type { ResultsProps } from './resultsProps.ts'
import { ideaPath } from '../rules/sitePath.ts'

/** Both outcomes beside one another, project by project; those that differ come first. */
export const TwoCounts = ({ t, locale, count: { content } }: ResultsProps) => {
  const [shares, greedy] = [new Set(content.shares.selected), new Set(content.greedy.selected)]
  const differs = ({ id }: { id: string }) => shares.has(id) !== greedy.has(id)
  const rank = (one: { id: string }) => (differs(one) ? 0 : shares.has(one.id) ? 1 : 2)
  const sorted = content.projects.toSorted((a, b) => rank(a) - rank(b) || b.votes - a.votes || a.cost - b.cost)
  const differing = content.projects.filter(differs).length
  const points = content.projects.some(one => one.points > one.votes)
  return (
    <Section title={t('two.title')} id="deux-decomptes" lead={t('two.lead', { n: differing })}>
      <Table
        caption={t('two.caption')}
        hideCaption
        head={[t('two.project'), t('two.cost'), t(points ? 'two.points' : 'two.votes'), t('method.equal-shares'), t('method.greedy')]}
        numeric={[1, 2]}
        rows={sorted.slice(0, 60).map(one => [
          <>
            <a href={ideaPath(one.idea)}>{one.title}</a> {differs(one) && <Tag tone="ochre">{t('two.differs')}</Tag>}
          </>,
          euros(one.cost, locale),
          formatNumber(points ? one.points : one.votes, locale),
          <Mark is={shares.has(one.id)} t={t} />,
          <Mark is={greedy.has(one.id)} t={t} />,
        ])}
      />
      {sorted.length > 60 && <p class="soft">{t('two.more', { n: sorted.length - 60 })}</p>}
      <div class="count-grid">
        <section>
          <h3>{t('method.equal-shares')}</h3>
          <p>{t('two.sum', { n: shares.size, cost: euros(content.shares.cost, locale) })}</p>
          <p class="soft">{t('method.equal-sharesText')}</p>
        </section>
        <section>
          <h3>{t('method.greedy')}</h3>
          <p>{t('two.sum', { n: greedy.size, cost: euros(content.greedy.cost, locale) })}</p>
          <p class="soft">{t('method.greedyText')}</p>
        </section>
      </div>
    </Section>
  )
}

const Mark = ({ is, t }: { is: boolean; t: ResultsProps['t'] }) =>
  is ? (
    <span>
      <Tag tone="leaf">{t('two.in')}</Tag>
    </span>
  ) : (
    <span class="soft">{t('two.out')}</span>
  )
