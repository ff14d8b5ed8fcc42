import { Page, Section, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Line } from '../queries/readLines.ts'
import { states } from '../rules/life.ts'
import { linePath } from '../rules/sitePath.ts'
import { type Cell, colleges, synthesis } from '../rules/synthesis.ts'
import { crumbs, type Named } from './parts.tsx'

interface Props {
  readonly t: T
  readonly service: Named
  readonly round: Named | null
  readonly lines: readonly Line[]
  readonly isShortened: boolean
  readonly code: string
}

/** What works and what fails, by college: to read, to print, to bring to a committee. */
export const SynthesisPage = ({ t, service, round, lines, isShortened, code }: Props) => {
  const failing = lines.filter(({ kind }) => kind === 'fails')
  return (
    <Page
      width="wide"
      title={round ? t('synthesis.roundTitle', { round: round.name }) : t('synthesis.title', { service: service.name })}
      lead={t('synthesis.lead')}
      code={code}
      breadcrumb={[...crumbs(t, service), ...(round ? [{ label: round.name, href: `/besoins/etats/${round.id}` }] : [])]}
    >
      {isShortened && <p>{t('synthesis.shortened', { n: lines.length })}</p>}
      <Table
        caption={t('synthesis.caption')}
        head={[t('synthesis.what'), ...colleges.map(college => t(`college.${college}`))]}
        rows={synthesis(lines).map(({ kind, cells }) => [
          t(`kind.${kind}`),
          ...cells.map(cell => <Said key={cell.college} t={t} cell={cell} />),
        ])}
      />
      {failing.length > 0 && (
        <Section title={t('synthesis.became')} id="devenir">
          <Table
            caption={t('synthesis.became')}
            hideCaption
            head={[t('synthesis.state'), t('synthesis.count')]}
            numeric={[1]}
            rows={states
              .map(state => ({ state, n: failing.filter(line => line.state === state).length }))
              .filter(({ n }) => n > 0)
              .map(({ state, n }) => [t(`state.${state}`), n])}
          />
        </Section>
      )}
      <p class="soft">{t('synthesis.print')}</p>
    </Page>
  )
}

const Said = ({ t, cell }: { t: T; cell: Cell<Line> }) => (
  <div>
    {cell.stated.length === 0 && <p>{t('synthesis.nothing')}</p>}
    {cell.stated.length > 0 && (
      <ul>
        {cell.stated.map(line => (
          <li key={line.id}>
            <a href={linePath(line.id)}>{line.what}</a>{' '}
            {line.kind === 'fails' && <span class="soft">({t(`state.${line.state}`).toLowerCase()})</span>}
          </li>
        ))}
      </ul>
    )}
    {cell.agreed > 0 && <p class="soft">{t('synthesis.agreed', { n: cell.agreed })}</p>}
  </div>
)
