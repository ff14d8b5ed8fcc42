import { type Comparison, renderMarkdown, sideOf } from '#engines/texts'
import { Disclosure, Prose, Tag, TextDiff } from '#kernel/ui'
import type { T } from '../locales/index.ts'

/** What changed between two texts, paragraph by paragraph; paragraphs far from any change are folded. */
export const Differences = ({ t, rows }: { t: T; rows: readonly Comparison[] }) => (
  <div class="prose">
    {groupsOf(rows).map((group, at) =>
      group.isFar ? (
        <Disclosure key={at} summary={t('diff.unchanged', { n: group.rows.length })}>
          {group.rows.map(row => (
            <Unchanged key={row.paragraph} row={row} />
          ))}
        </Disclosure>
      ) : (
        group.rows.map(row =>
          hasChanged(row) ? (
            <Changed key={row.paragraph} t={t} row={row} isLast={row === lastChange(rows)} />
          ) : (
            <Unchanged key={row.paragraph} row={row} />
          ),
        )
      ),
    )}
  </div>
)

const Unchanged = ({ row }: { row: Comparison }) => <Prose html={renderMarkdown(sideOf(row.pieces, 'after'), { under: 3 }).__html} />

const Changed = ({ t, row, isLast }: { t: T; row: Comparison; isLast: boolean }) => (
  <div class="prose">
    <p>
      {row.kind !== 'same' && (
        <Tag tone={row.kind === 'added' ? 'leaf' : row.kind === 'removed' ? 'brick' : 'river'}>{t(`diff.${row.kind}`)}</Tag>
      )}{' '}
      {row.moved && <Tag>{t('diff.moved', { from: row.moved.from })}</Tag>}
    </p>
    {row.kind === 'same' ? <Unchanged row={row} /> : <TextDiff parts={row.pieces} legend={isLast} />}
  </div>
)

const hasChanged = (row: Comparison) => row.kind !== 'same' || row.moved !== null
const lastChange = (rows: readonly Comparison[]) => rows.findLast(row => row.kind !== 'same')

interface Group {
  readonly isFar: boolean
  readonly rows: Comparison[]
}
/** Neighbours of a change are its context; two paragraphs or more that have none near are folded together. */
const groupsOf = (rows: readonly Comparison[]): readonly Group[] => {
  const isNear = (at: number) => [at - 1, at, at + 1].some(place => rows[place] && hasChanged(rows[place]))
  const groups: Group[] = []
  for (const [at, row] of rows.entries()) {
    const isFar = !isNear(at)
    const last = groups.at(-1)
    if (last?.isFar === isFar) last.rows.push(row)
    else groups.push({ isFar, rows: [row] })
  }
  return groups.map(group => (group.rows.length < 2 ? { ...group, isFar: false } : group))
}
