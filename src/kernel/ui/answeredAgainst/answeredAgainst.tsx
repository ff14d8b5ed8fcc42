import { formatPercent } from '#kernel/i18n'
import { useFrame, useWords } from '../frame.ts'
import { Table } from '../table/table.tsx'

export interface AnsweredGroup {
  readonly label: string
  /** Part of those who answered, 0 to 1; null when too few to be shown. */
  readonly answered: number | null
  /** Part of those who live here, 0 to 1. */
  readonly here: number
}

/** Who answered against who lives here: what a result may not say. */
export const AnsweredAgainst = ({
  groups,
  count,
  source,
  fewest = 11,
  title,
}: {
  groups: readonly AnsweredGroup[]
  /** How many answered. */
  count: number
  /** Where the figures of the town come from. */
  source: string
  /** Under this many answers a group is not shown. */
  fewest?: number | undefined
  title?: string | undefined
}) => {
  const { locale } = useFrame()
  const t = useWords()
  const said = (part: number | null) => (part === null ? t('answered.hidden', { n: fewest }) : formatPercent(part, locale))
  const named = title ?? t('answered.title')
  return (
    <figure class="answered">
      <figcaption class="bars__title">
        {named} <span class="soft">({t('answered.people', { n: count })})</span>
      </figcaption>
      <div
        role="img"
        aria-label={groups
          .map(group => `${group.label} : ${t('answered.answered')} ${said(group.answered)}, ${t('answered.here')} ${said(group.here)}`)
          .join(' ; ')}
      >
        {groups.map(group => (
          <div key={group.label} class="answered__group">
            <p class="bars__label">
              <span>{group.label}</span>
            </p>
            <svg viewBox="0 0 1000 22" width="100%" height="26" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect class="bars__whole" width="1000" height="22" />
              <rect class="answered__part" width={Math.round((group.answered ?? 0) * 1000)} height="10" />
              <rect class="answered__here" y="12" width={Math.round(group.here * 1000)} height="10" />
            </svg>
            <p class="answered__said">
              <strong>{said(group.answered)}</strong> {t('answered.answered').toLowerCase()} · {said(group.here)}{' '}
              {t('answered.here').toLowerCase()}
            </p>
          </div>
        ))}
      </div>
      <details class="bars__table">
        <summary>{t('bars.table')}</summary>
        <Table
          caption={named}
          hideCaption
          head={[t('answered.group'), t('answered.answered'), t('answered.here')]}
          numeric={[1, 2]}
          rows={groups.map(group => [group.label, said(group.answered), said(group.here)])}
        />
      </details>
      <p class="soft">
        {t('figure.source')}
        {locale === 'fr' ? ' : ' : ': '}
        {source}
      </p>
    </figure>
  )
}
