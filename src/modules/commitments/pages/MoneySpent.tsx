import { formatDate, formatMoney, formatPercent } from '#kernel/i18n'
import { Disclosure, FigureRow, Notice, Progress, Section, Table } from '#kernel/ui'
import { spendingOn } from '../commitment.ts'
import type { CommitmentProps } from './props.ts'

/** Money voted against money spent; each line with its day and its source. */
export const MoneySpent = ({ t, locale, commitment }: Pick<CommitmentProps, 't' | 'locale' | 'commitment'>) => {
  if (commitment.money.length === 0) return null
  const { voted, spent, left, share } = spendingOn(commitment)
  return (
    <Section title={t('money.title')} id="argent" lead={t('money.lead')}>
      <FigureRow
        figures={[
          { label: t('money.voted'), value: formatMoney(voted, locale) },
          { label: t('money.spent'), value: formatMoney(spent, locale) },
          { label: t('money.left'), value: formatMoney(left, locale) },
        ]}
      />
      {share !== null && (
        <Progress
          value={Math.max(0, Math.min(spent, voted))}
          of={voted}
          label={t('money.share', { share: formatPercent(share, locale) })}
        />
      )}
      {left < 0 && <Notice kind="warning">{t('money.beyond', { amount: formatMoney(-left, locale) })}</Notice>}
      <Disclosure summary={t('money.lines')}>
        <Table
          caption={t('money.lines')}
          hideCaption
          head={[t('money.label'), t('money.day'), t('money.kind'), t('money.amount'), t('page.source')]}
          numeric={[3]}
          rows={commitment.money.map(({ label, on, kind, cents, source, url }) => [
            label,
            formatDate(on, locale),
            t(`money.${kind}`),
            formatMoney(cents, locale),
            url ? <a href={url}>{source}</a> : source,
          ])}
        />
      </Disclosure>
    </Section>
  )
}
