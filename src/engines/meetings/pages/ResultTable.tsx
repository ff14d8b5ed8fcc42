import { Table, Verdict } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Majority } from '../rules/charter.ts'
import type { Result } from '../rules/resultOf.ts'

/** What a vote decided, and the count that shows it. */
export const ResultTable = ({ t, result, majority }: { t: T; result: Result; majority: Majority }) => (
  <>
    <Verdict is={result.outcome === 'carried' ? 'allowed' : 'refused'} title={t(`outcome.${result.outcome}`)}>
      {t(`settled.${result.settledBy}`)} {sayMajority(t, majority)}
    </Verdict>
    <Table
      caption={t('vote.count')}
      head={[t('quorum.who'), t('choice.for'), t('choice.against'), t('choice.abstention'), t('choice.blank'), t('vote.needed')]}
      numeric={[1, 2, 3, 4, 5]}
      rows={result.lines.map(line => [t(`college.${line.of}`), line.for, line.against, line.abstention, line.blank, line.needed])}
    />
  </>
)

export const sayMajority = (t: T, { kind, base, scope }: Majority) =>
  t('majority.sentence', {
    kind: t(`majority.${kind}`),
    base: kind === 'simple' ? t('majority.cast') : t(`majority.${base}`),
    scope: t(`majority.${scope}`),
  })
