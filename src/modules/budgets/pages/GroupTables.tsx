import { formatNumber, formatPercent } from '#kernel/i18n'
import { Section, Table } from '#kernel/ui'
import type { CountContent } from '../count/content.ts'
import { euros } from '../rules/euros.ts'
import type { ResultsProps } from './resultsProps.ts'

/** What each group of voters funded; groups too small to be shown are not. */
export const GroupTables = (props: ResultsProps) => {
  const { t, count, labels } = props
  const { districts, ages, leastGroup } = count.content
  const isSaid = [...districts, ...ages].some(({ code }) => code !== null)
  return (
    <Section title={t('groups.title')} id="groupes" lead={t(isSaid ? 'groups.lead' : 'groups.nothing', { least: leastGroup })}>
      {isSaid && (
        <>
          <One {...props} caption={t('groups.districts')} groups={districts} names={labels.districts} />
          <One {...props} caption={t('groups.ages')} groups={ages} names={labels.ages} />
        </>
      )}
    </Section>
  )
}

const One = ({
  t,
  locale,
  count: { content },
  caption,
  groups,
  names,
}: ResultsProps & { caption: string; groups: CountContent['districts']; names: ReadonlyMap<string, string> }) => {
  if (groups.every(({ code }) => code === null)) return null
  const titles = new Map(content.projects.map(({ id, title }) => [id, title]))
  return (
    <Table
      caption={caption}
      head={[t('groups.group'), t('groups.voters'), t('groups.withShares'), t('groups.withGreedy'), t('groups.paid'), t('groups.first')]}
      numeric={[1, 2, 3, 4]}
      rows={groups.map(({ code, figures }) => {
        const name = code === null ? t('groups.unsaid') : (names.get(code) ?? code)
        if (figures === null) return [name, t('groups.hidden'), '', '', '', '']
        const share = (n: number) => formatPercent(figures.voters > 0 ? n / figures.voters : 0, locale)
        return [
          name,
          formatNumber(figures.voters, locale),
          share(figures.withOneShares),
          share(figures.withOneGreedy),
          euros(Math.round(figures.paid), locale),
          figures.first === null ? '' : (titles.get(figures.first) ?? figures.first),
        ]
      })}
    />
  )
}
