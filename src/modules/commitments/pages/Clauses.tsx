import { formatDate } from '#kernel/i18n'
import { Section } from '#kernel/ui'
import type { CommitmentProps } from './props.ts'
import { sayClause } from '../saying.ts'

/** When the decision comes back by itself, and when it did. */
export const Clauses = ({ t, locale, commitment }: Pick<CommitmentProps, 't' | 'locale' | 'commitment'>) =>
  commitment.clauses.length === 0 ? null : (
    <Section title={t('clause.title')} id="revoyure" lead={t('clause.lead')}>
      <ul>
        {commitment.clauses.map(clause => (
          <li key={clause.id}>
            {sayClause(t, clause, locale)}
            {clause.called && (
              <>
                {' '}
                <strong>{t('clause.called', { date: formatDate(clause.called.on, locale) })}</strong> {clause.called.note}
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
