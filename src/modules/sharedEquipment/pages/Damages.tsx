import { lastOf } from '../rules/inspection.ts'
import { emptyForm } from '#kernel/forms'
import { formatDate, formatMoney } from '#kernel/i18n'
import { Button, Disclosure, ErrorSummary, Field, Section, Select, TextArea } from '#kernel/ui'
import { DamageForm, Reason, RulingForm } from '../forms.ts'
import type { Contest, Damage } from '../queries/damages.ts'
import { home, loanPath } from '../where.ts'
import type { LoanProps } from './loanProps.ts'
import { nameOf } from './parts.tsx'

/** What is charged to the commune that had the thing, what it answers, what was decided. */
export const Damages = (props: LoanProps) => {
  const { t, loan, damages, keeps, inspections, damageForm = emptyForm(DamageForm) } = props
  const isBack = lastOf(inspections, 'in') !== null
  if (!isBack && damages.length === 0) return null
  return (
    <Section title={t('damage.title')} id="dommages">
      {damages.length === 0 && <p>{t('damage.none')}</p>}
      {damages.map(one => (
        <OneDamage key={one.id} {...props} damage={one} />
      ))}
      {keeps && isBack && loan.body !== loan.heldBy && (
        <Disclosure summary={t('damage.charge')} open={Object.keys(damageForm.errors).length > 0}>
          <p>{t('damage.chargeText')}</p>
          <form method="post" action={`${loanPath(loan.id)}/dommages`} enctype="multipart/form-data" noValidate>
            <ErrorSummary form={damageForm} prefix="dommage" />
            <Field form={damageForm} name="amount" label={t('damage.amount')} width="short" unit="€" inputmode="decimal" prefix="dommage" />
            <TextArea form={damageForm} name="reason" label={t('damage.reason')} rows={3} prefix="dommage" />
            <p>
              <label for="dommage-piece">{t('damage.file')}</label>
              <br />
              <input class="input" type="file" id="dommage-piece" name="file" accept=".pdf,.jpg,.jpeg,.png" />
            </p>
            <Button kind="secondary">{t('damage.send')}</Button>
          </form>
        </Disclosure>
      )}
    </Section>
  )
}

const OneDamage = (props: LoanProps & { readonly damage: Damage }) => {
  const { t, locale, damage, names, body, runs, contesting } = props
  const form = contesting?.damage === damage.id ? contesting.form : emptyForm(Reason)
  const prefix = `contester-${damage.id}`
  return (
    <div id={`dommage-${damage.id}`}>
      <p>
        <strong>
          {t('damage.line', { amount: formatMoney(damage.cents, locale), commune: nameOf(names, damage.member), reason: damage.reason })}
        </strong>{' '}
        {damage.file !== null && <a href={`${home}/dommages/${damage.id}/piece`}>{t('year.evidenceLink')}</a>}
      </p>
      {damage.contest && <ContestBox {...props} contest={damage.contest} keptBy={damage.body} />}
      {!damage.contest && runs && damage.member === body && (
        <Disclosure summary={t('damage.contest')} open={Object.keys(form.errors).length > 0}>
          <form method="post" action={`${home}/dommages/${damage.id}/contestation`} noValidate>
            <ErrorSummary form={form} prefix={prefix} />
            <TextArea form={form} name="reason" label={t('damage.contestReason')} rows={3} prefix={prefix} />
            <Button kind="secondary">{t('damage.contestSend')}</Button>
          </form>
        </Disclosure>
      )}
    </div>
  )
}

type BoxProps = Pick<LoanProps, 't' | 'locale' | 'names' | 'body' | 'runs' | 'settledBy' | 'ruling'> & {
  readonly contest: Contest
  /** The body that must answer. */
  readonly keptBy: number
}
/** A contest, and what was decided; the form for whoever writes the decision down. */
export const ContestBox = ({ t, locale, names, contest, keptBy, body, runs, settledBy, ruling }: BoxProps) => {
  const prefix = `trancher-${contest.id}`
  const form = ruling?.contest === contest.id ? ruling.form : emptyForm(RulingForm, { decidedBy: settledBy })
  const said = contest.ruling
  return (
    <>
      <p>
        {t('damage.contested', {
          commune: nameOf(names, contest.body),
          reason: [contest.line, contest.reason].filter(Boolean).join(' : '),
        })}
      </p>
      {said && (
        <p>
          {t('damage.settled', {
            outcome: `${t(`outcome.${said.outcome}`)}${said.cents === null ? '' : ` : ${formatMoney(said.cents, locale)}`}`,
            reason: said.reason,
            by: said.decidedBy,
            day: formatDate(said.at, locale),
          })}
        </p>
      )}
      {!said && runs && keptBy === body && (
        <Disclosure summary={t('damage.settle')} open={Object.keys(form.errors).length > 0}>
          <form method="post" action={`${home}/contestations/${contest.id}/decision`} noValidate>
            <ErrorSummary form={form} prefix={prefix} />
            <Select
              form={form}
              name="outcome"
              label={t('damage.outcome')}
              prefix={prefix}
              options={(['kept', 'changed', 'dropped'] as const).map(value => ({ value, label: t(`outcome.${value}`) }))}
            />
            <Field
              form={form}
              name="amount"
              label={t('damage.newAmount')}
              hint={t('damage.newAmountHint')}
              width="short"
              unit="€"
              optional
              prefix={prefix}
            />
            <TextArea form={form} name="reason" label={t('damage.settleReason')} rows={3} prefix={prefix} />
            <Field
              form={form}
              name="decidedBy"
              label={t('damage.decidedBy')}
              hint={t('damage.decidedByHint', { by: settledBy })}
              prefix={prefix}
            />
            <Button kind="secondary">{t('damage.settleSend')}</Button>
          </form>
        </Disclosure>
      )}
    </>
  )
}
