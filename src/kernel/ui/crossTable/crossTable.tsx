import { formatNumber, formatPercent } from '#kernel/i18n'
import { useFrame, useWords } from '../frame.ts'
import { Table } from '../table/table.tsx'

export interface CrossColumn {
  readonly label: string
  /** How many of the group answered; null when it is hidden. */
  readonly base: number | null
}
export interface CrossRow {
  readonly label: string
  /** One per column: how many, and what part of the group; null when hidden. */
  readonly cells: readonly { readonly count: number | null; readonly share: number | null }[]
}

/** A question crossed by who answers: parts of each group, counts beside them, hidden figures said and explained. */
export const CrossTable = ({
  title,
  question,
  columns,
  rows,
  threshold,
  note,
}: {
  title: string
  /** Head of the first column: the question or "Réponse". */
  question?: string | undefined
  columns: readonly CrossColumn[]
  rows: readonly CrossRow[]
  /** Under this many people a figure is hidden. */
  threshold: number
  note?: string | undefined
}) => {
  const { locale } = useFrame()
  const t = useWords()
  const figure = (count: number | null, share: number | null) =>
    count === null ? (
      <em class="cross__masked">{t('cross.masked')}</em>
    ) : share === null ? (
      formatNumber(count, locale)
    ) : (
      <span>
        {formatPercent(Math.round(share * 100) / 100, locale)} <span class="soft">({formatNumber(count, locale)})</span>
      </span>
    )
  const masked = columns.some(({ base }) => base === null) || rows.some(({ cells }) => cells.some(({ count }) => count === null))
  return (
    <figure class={columns.length > 6 ? 'cross cross--wide' : columns.length > 3 ? 'cross cross--middle' : 'cross'}>
      <Table
        caption={title}
        head={[question ?? t('bars.answer'), ...columns.map(({ label }) => label)]}
        numeric={columns.map((_, at) => at + 1)}
        rows={[
          ...rows.map(({ label, cells }) => [label, ...columns.map((_, at) => figure(cells[at]?.count ?? null, cells[at]?.share ?? null))]),
          [t('cross.base'), ...columns.map(({ base }) => figure(base, null))],
        ]}
      />
      {masked && <p class="soft cross__why">{t('cross.why', { n: threshold })}</p>}
      {note && <p class="soft cross__why">{note}</p>}
    </figure>
  )
}
