import { Table, Verdict } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Majority } from '../rules/charter.ts'
import type { Result, ResultLine } from '../rules/resultOf.ts'

/** What a vote decided, and the count that shows it; where each college must agree, which did not. */
export const ResultTable = ({ t, result, majority }: { t: T; result: Result; majority: Majority }) => {
  const [all, ...colleges] = result.lines
  const against = majority.scope === 'each-college' ? colleges.filter(line => !line.carried) : []
  const decided = result.outcome !== 'postponed' && result.outcome !== 'nobody-voted'
  return (
    <>
      <Verdict is={result.outcome === 'carried' ? 'allowed' : 'refused'} title={t(`outcome.${result.outcome}`)}>
        {t(`settled.${result.settledBy}`)} {sayMajority(t, majority)}
        {decided && all?.carried && against.length > 0 && (
          <p>
            <strong>{t('vote.refusedIn', { colleges: against.map(line => t(`college.${line.of}`).toLowerCase()).join(', ') })}</strong>
          </p>
        )}
      </Verdict>
      {decided && (
        <Table
          caption={t('vote.count')}
          head={[
            t('quorum.who'),
            t('choice.for'),
            t('choice.against'),
            t('choice.abstention'),
            t('choice.blank'),
            t('vote.needed'),
            t('vote.reached'),
          ]}
          numeric={[1, 2, 3, 4, 5]}
          rows={result.lines.map(line => [
            t(`college.${line.of}`),
            line.for,
            line.against,
            line.abstention,
            line.blank,
            line.needed,
            t(`vote.line.${lineWord(line)}`),
          ])}
        />
      )}
    </>
  )
}

const lineWord = (line: ResultLine) => (line.carried ? 'carried' : line.tied ? 'tied' : 'missed')

export const sayMajority = (t: T, { kind, base, scope }: Majority) =>
  t('majority.sentence', {
    kind: t(`majority.${kind}`),
    base: kind === 'simple' ? t('majority.cast') : t(`majority.${base}`),
    scope: t(`majority.${scope}`),
  })
