import { sayState, sayWhen } from '#engines/booking'
import { Page, Section, Table } from '#kernel/ui'
import type { Loan } from '../queries/loans.ts'
import { loanPath } from '../where.ts'
import { crumbs, nameOf, type Names, type Said } from './parts.tsx'

interface Props extends Said {
  readonly names: Names
  readonly toAnswer: readonly Loan[]
  readonly out: readonly Loan[]
  readonly ours: readonly Loan[]
  readonly past: readonly Loan[]
}

/** What the agents of a commune have to do: answer, hand over, take back; and what they borrow. */
export const LoansPage = (props: Props) => {
  const { t } = props
  return (
    <Page title={t('loans.title')} breadcrumb={crumbs(t)}>
      <Section title={t('loans.answer')} id="repondre" lead={t('loans.answerText')}>
        <Loans {...props} loans={props.toAnswer} caption={t('loans.answer')} />
      </Section>
      <Section title={t('loans.out')} id="remettre">
        <Loans {...props} loans={props.out} caption={t('loans.out')} />
      </Section>
      <Section title={t('loans.ours')} id="emprunts">
        <Loans {...props} loans={props.ours} caption={t('loans.ours')} />
      </Section>
      <Section title={t('loans.past')} id="rendus">
        <Loans {...props} loans={props.past} caption={t('loans.past')} />
      </Section>
    </Page>
  )
}

const Loans = ({ t, locale, loans, names, caption }: Props & { readonly loans: readonly Loan[]; readonly caption: string }) =>
  loans.length === 0 ? (
    <p>{t('loans.none')}</p>
  ) : (
    <Table
      caption={caption}
      hideCaption
      head={[t('loans.item'), t('loans.for'), t('loans.when'), t('loans.state')]}
      rows={loans.map(one => [
        <a href={loanPath(one.id)}>{one.thing}</a>,
        `${one.borrower} (${nameOf(names, one.body)}), ${t(`asked.${one.askedFor}`).toLowerCase()}`,
        sayWhen(one, locale),
        sayState(one.state, one.stateUntil, locale),
      ])}
    />
  )
