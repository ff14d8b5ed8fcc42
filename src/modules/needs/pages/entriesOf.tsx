import { By, type ThreadEntry } from '#kernel/ui'
import type { Offspring, StepRow } from '../queries/readLine.ts'
import { linePath } from '../rules/sitePath.ts'
import type { LineProps } from './lineProps.ts'

type Dated = ThreadEntry & { readonly order: string }

/** The life of a line, from the day it was said; what is still awaited comes last and says so. */
export const entriesOf = ({ t, line }: LineProps): readonly ThreadEntry[] => {
  const said: Dated = {
    order: line.at,
    kind: 'contribution',
    at: line.at,
    title: t('line.stated'),
    text: line.what,
    by: <By name={line.author} college={line.college} />,
  }
  const steps = line.steps.filter(({ step }) => step !== 'became').map(row => stepEntry(t, row))
  const grouped = line.grouped.map((one): Dated => ({
    order: one.at,
    kind: 'contribution',
    at: one.at,
    title: t('line.grouped'),
    href: linePath(one.id),
    text: `${one.what} (${one.reason})`,
    by: one.by ? <By name={one.by} college="agents" /> : undefined,
  }))
  const dated = [said, ...steps, ...line.offspring.flatMap(one => offspringEntries(t, one)), ...grouped]
  return [...dated.toSorted((a, b) => Date.parse(a.order) - Date.parse(b.order)), ...awaited(t, line)]
}

const knots = {
  recognised: 'decision',
  'not-recognised': 'decision',
  adapted: 'decision',
  became: 'version',
  done: 'act',
  checked: 'effect',
  closed: 'decision',
} as const

const stepEntry = (t: LineProps['t'], row: StepRow): Dated => ({
  order: row.at,
  kind: knots[row.step],
  at: row.on,
  title: row.effect
    ? t('step.effectIs', { step: t(`state.${row.step}`), effect: t(`effect.${row.effect}`).toLowerCase() })
    : t(`state.${row.step}`),
  text: row.effect ? (
    <>
      <p>{t('line.before', { text: row.before })}</p>
      <p>{t('line.after', { text: row.after })}</p>
      <p>{row.reason}</p>
    </>
  ) : (
    row.reason
  ),
  by: <By name={row.author} college={row.college} />,
})

const offspringEntries = (t: LineProps['t'], one: Offspring): Dated[] => {
  const href = one.kind === 'amendment' ? `/mesures/${one.measure}/amendements/${one.number}` : `/mesures/propositions/${one.number}`
  return [
    {
      order: one.at,
      kind: 'version',
      at: one.at,
      title: t(one.kind === 'amendment' ? 'line.bornAmendment' : 'line.bornProposal'),
      href,
    },
    ...(one.outcome && one.outcomeAt
      ? [
          {
            order: one.outcomeAt,
            kind: 'decision' as const,
            at: one.outcomeAt,
            title: t(`line.outcome.${one.outcome}`),
            href: one.outcome === 'published' ? `/mesures/${one.measure}` : href,
            text: one.outcomeReason ?? undefined,
          },
        ]
      : []),
  ]
}

const awaited = (t: LineProps['t'], line: LineProps['line']): ThreadEntry[] => {
  if (line.kind === 'works' || line.into !== null) return []
  if (line.state === 'stated') return [{ kind: 'decision', at: '', title: t('line.awaited.decision') }]
  return line.state === 'done' ? [{ kind: 'effect', at: '', title: t('line.awaited.effect') }] : []
}
