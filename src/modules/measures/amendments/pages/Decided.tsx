import { renderMarkdown } from '#engines/texts'
import { By, Prose, Section, Table, Verdict } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { AmendmentDetail } from '../queries/readAmendment.ts'
import type { MeasureName } from './crumbs.ts'

interface Props {
  readonly t: T
  readonly measure: MeasureName
  readonly amendment: AmendmentDetail
  readonly decision: NonNullable<AmendmentDetail['decision']>
}

/** What became of an amendment, by whom, why, and what the group had to settle. */
export const Decided = ({ t, measure, amendment, decision }: Props) => (
  <Section title={t('amendment.decision')}>
    <Verdict
      is={decision.outcome === 'accepted' || decision.outcome === 'merged' ? 'allowed' : 'refused'}
      title={t(`state.${decision.outcome}`)}
    >
      {decision.reason === '' ? <p>{t('amendment.noReason')}</p> : <Prose html={renderMarkdown(decision.reason).__html} />}
      <By name={decision.author} college={decision.college} at={decision.at} />
      {decision.version !== null && (
        <p>
          <a href={`/mesures/${measure.id}/versions/${decision.version}`}>{t('amendment.inVersion', { n: decision.version })}</a>
        </p>
      )}
    </Verdict>
    {amendment.arbitrations.length > 0 && (
      <>
        <h3>{t('amendment.arbitrated')}</h3>
        <Table
          caption={t('amendment.arbitrationCaption')}
          head={[t('amendment.ours'), t('amendment.theirs'), t('amendment.settled')]}
          rows={amendment.arbitrations.map(one => [one.ours, one.theirs, one.settled].map(text => text ?? t('amendment.gone')))}
        />
      </>
    )}
  </Section>
)
