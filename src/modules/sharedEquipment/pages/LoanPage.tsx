import type { LoanProps } from './loanProps.ts'
import { sayState, sayWhen } from '#engines/booking'
import { emptyForm } from '#kernel/forms'
import { formatDate, formatDateTime } from '#kernel/i18n'
import {
  Actions,
  Button,
  Checkbox,
  Choice,
  DefinitionList,
  ErrorSummary,
  Field,
  Listing,
  Notice,
  Page,
  Section,
  TextArea,
  Thread,
} from '#kernel/ui'
import { Decision, Driver, Reason } from '../forms.ts'
import { dayInParis } from '#kernel/rules'
import { lastOf } from '../rules/inspection.ts'
import { itemPath, loanPath } from '../where.ts'
import { Damages } from './Damages.tsx'
import { Inspections } from './Inspections.tsx'
import { crumbs, nameOf, StateTag } from './parts.tsx'

/** One loan, as both communes read it: what was asked, answered, found, charged. */
export const LoanPage = (props: LoanProps) => {
  const { t, locale, loan, item, names, keeps, borrows } = props
  return (
    <Page
      title={loan.thing}
      kicker={t('loan.kicker')}
      lead={t('loan.lead', { borrower: loan.borrower, commune: nameOf(names, loan.body) })}
      breadcrumb={crumbs(t, ...(props.runs ? [{ label: t('loans.title'), href: '/materiel-partage/prets' }] : []))}
    >
      <p>
        <StateTag state={loan.state} said={sayWhere(props)} />
      </p>
      <DefinitionList
        items={[
          { term: t('loans.item'), value: <a href={itemPath(item.id)}>{item.name}</a> },
          { term: t('item.owner'), value: nameOf(names, item.body) },
          { term: t('loan.whenLabel'), value: sayWhen(loan, locale) },
          { term: t('loan.purpose'), value: loan.purpose },
          { term: t('loan.usedAt'), value: loan.usedAt },
          { term: t('loan.delivery'), value: t(`delivery.${loan.delivery}`) },
          { term: t('loan.insured'), value: loan.isInsured && t('loan.insuredYes') },
          { term: t('loan.priority'), value: t(`asked.${loan.askedFor}`) },
          {
            term: t('loan.driver'),
            value: item.needsDriver && [props.driver, sayDriver(props)].filter(Boolean).join(' : '),
          },
        ].filter(one => one.value !== false)}
      />
      {props.rank && <p>{t('loan.rank', props.rank)}</p>}
      {props.others.length > 0 && <Others {...props} />}
      {keeps && loan.state === 'asked' && <Decide {...props} />}
      {borrows && loan.state === 'offered' && <Offer {...props} />}
      {borrows && item.needsDriver && props.runs && ['asked', 'confirmed', 'offered', 'waiting'].includes(loan.state) && (
        <SeeDriver {...props} />
      )}
      <Inspections {...props} />
      <Damages {...props} />
      <Section title={t('loan.steps')} id="histoire">
        <Thread
          label={t('loan.steps')}
          entries={props.steps.map(step => ({
            kind: 'act' as const,
            at: step.at,
            title: sayState(step.state, null, locale),
            text: step.reason || undefined,
          }))}
        />
      </Section>
      {['asked', 'confirmed', 'waiting', 'offered'].includes(loan.state) && props.inspections.length === 0 && (keeps || borrows) && (
        <Cancel {...props} />
      )}
    </Page>
  )
}

/** Once it left, where it is says more than that it was agreed. */
const sayWhere = ({ t, locale, loan, inspections }: LoanProps): string => {
  const [out, back] = [lastOf(inspections, 'out'), lastOf(inspections, 'in')]
  if (back) return t('state.in', { day: formatDate(dayInParis(back.at), locale) })
  return out ? t('state.out', { day: formatDate(dayInParis(out.at), locale) }) : sayState(loan.state, loan.stateUntil, locale)
}

const sayDriver = ({ t, locale, loan, names }: LoanProps) =>
  loan.driverSeenOn === null
    ? t('loan.driverNotSeen')
    : t('loan.driverSeen', { commune: nameOf(names, loan.body), day: formatDate(loan.driverSeenOn, locale) })

const Others = ({ t, locale, others, names, loan, keeps }: LoanProps) => (
  <Section title={t('loan.others')} id="autres">
    {keeps && others.some(one => one.priority < loan.priority) && <Notice kind="warning" title={t('loan.othersText')} />}
    <Listing
      items={others.map(one => ({
        title: t('loan.lead', { borrower: one.borrower, commune: nameOf(names, one.body) }),
        href: loanPath(one.id),
        text: sayWhen(one, locale),
        note: `${t(`asked.${one.askedFor}`)}, ${t('loan.asked', { day: formatDateTime(one.askedAt, locale) }).toLowerCase()}`,
      }))}
    />
  </Section>
)

const Decide = ({ t, loan, decision = emptyForm(Decision) }: LoanProps) => (
  <Section title={t('loan.decide')} id="repondre">
    <form method="post" action={`${loanPath(loan.id)}/accord`} noValidate>
      <ErrorSummary form={decision} prefix="accord" />
      <Choice
        form={decision}
        name="decision"
        label={t('loan.decide')}
        prefix="accord"
        options={[
          { value: 'agree', label: t('loan.agree') },
          { value: 'refuse', label: t('loan.refuse') },
        ]}
      />
      <TextArea form={decision} name="reason" label={t('loan.reason')} hint={t('loan.reasonHint')} optional rows={2} prefix="accord" />
      <Button>{t('loan.send')}</Button>
    </form>
  </Section>
)

const Offer = ({ t, locale, loan }: LoanProps) => (
  <Notice kind="info" title={t('loan.offer', { until: formatDateTime(loan.stateUntil ?? loan.startsAt, locale) })}>
    <form method="post" action={`${loanPath(loan.id)}/offre`}>
      <Actions>
        <Button name="answer" value="accept">
          {t('loan.accept')}
        </Button>
        <Button kind="secondary" name="answer" value="decline">
          {t('loan.decline')}
        </Button>
      </Actions>
    </form>
  </Notice>
)

const SeeDriver = ({ t, loan, driver, driverForm = emptyForm(Driver, { name: driver ?? '' }) }: LoanProps) => (
  <Section title={t('loan.seeDriver')} id="conducteur">
    <form method="post" action={`${loanPath(loan.id)}/conducteur`} noValidate>
      <ErrorSummary form={driverForm} prefix="conducteur" />
      <Field form={driverForm} name="name" label={t('loan.driverName')} hint={t('loan.driverNameHint')} prefix="conducteur" />
      <Checkbox form={driverForm} name="seen" label={t('loan.seen')} prefix="conducteur" />
      <Button kind="secondary">{t('loan.seenSend')}</Button>
    </form>
  </Section>
)

const Cancel = ({ t, loan, cancelling = emptyForm(Reason) }: LoanProps) => (
  <Section title={t('loan.cancel')} id="annuler">
    <form method="post" action={`${loanPath(loan.id)}/annulation`} noValidate>
      <ErrorSummary form={cancelling} prefix="annulation" />
      <Field form={cancelling} name="reason" label={t('loan.reason')} prefix="annulation" />
      <Button kind="danger">{t('loan.cancelSend')}</Button>
    </form>
  </Section>
)
