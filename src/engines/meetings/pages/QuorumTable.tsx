import { Disclosure, Table, Verdict } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Quorum } from '../rules/quorumOf.ts'

/** Are there enough of us? One sentence, then each college for who wants it, or when somebody is missing. */
export const QuorumTable = ({ t, quorum }: { t: T; quorum: Quorum }) => {
  const all = quorum.lines[0]
  return (
    <>
      <Verdict is={quorum.reached ? 'allowed' : 'missing'} title={t(`quorum.${quorum.because}`)}>
        {t('quorum.said', { present: all?.present, represented: all?.represented, sitting: all?.sitting, needed: all?.needed ?? 0 })}
      </Verdict>
      <Disclosure summary={t('quorum.detail')} open={!quorum.reached}>
        <Table
          caption={t('quorum.title')}
          head={[
            t('quorum.who'),
            t('quorum.sitting'),
            t('quorum.present'),
            t('quorum.represented'),
            t('quorum.needed'),
            t('quorum.lacking'),
          ]}
          numeric={[1, 2, 3, 4, 5]}
          rows={quorum.lines.map(line => [
            t(`college.${line.of}`),
            line.sitting,
            line.present,
            line.represented,
            line.needed ?? '–',
            line.missing === 0 ? '–' : line.missing,
          ])}
        />
      </Disclosure>
    </>
  )
}
