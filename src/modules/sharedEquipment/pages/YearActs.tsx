import { emptyForm } from '#kernel/forms'
import { formatDateTime } from '#kernel/i18n'
import { Actions, Button, Disclosure, ErrorSummary, Field, Section, Select, Table, TextArea } from '#kernel/ui'
import { CorrectionForm, LineContest } from '../forms.ts'
import type { Statement } from '../queries/accounts.ts'
import { yearPath } from '../where.ts'
import { ContestBox } from './Damages.tsx'
import type { YearProps } from './yearProps.ts'

/** Who agreed; and agreeing, for a commune that has not. */
export const Approvals = ({
  t,
  locale,
  statement,
  convention,
  agreement,
  year,
  body,
  runs,
  closing,
}: YearProps & { readonly statement: Statement }) => {
  const members = convention?.terms.members ?? []
  const hasApproved = statement.approvals.some(one => one.body === body.id)
  return (
    <Section title={t('year.approvals')} id="accords">
      <Table
        caption={t('year.approvals')}
        hideCaption
        head={[t('year.commune'), t('year.approvals')]}
        rows={members.map(one => {
          const said = statement.approvals.find(approval => approval.body === one.body)
          return [one.name, said ? t('year.approvedOn', { at: formatDateTime(said.at, locale) }) : t('year.notApproved')]
        })}
      />
      {runs && !closing && !hasApproved && members.some(one => one.body === body.id) && (
        <form method="post" action={`${yearPath(agreement.id, year)}/accord`}>
          <p>{t('year.approveText', { n: statement.edition })}</p>
          <Button>{t('year.approveSend')}</Button>
        </form>
      )}
    </Section>
  )
}

export const Contests = (props: YearProps) => {
  const { t, agreement, year, contests, statement, runs, closing, today, convention, contestForm = emptyForm(LineContest) } = props
  return (
    <Section title={t('year.contests')} id="contestations">
      {contests.length === 0 && <p>{t('year.none')}</p>}
      {contests.map(one => (
        <ContestBox
          key={one.id}
          {...props}
          body={props.body.id}
          contest={one}
          keptBy={convention?.terms.lead ?? 0}
          settledBy={convention?.terms.settledBy ?? ''}
        />
      ))}
      {runs && statement && !closing && today > statement.contestUntil && <p>{t('year.contestLate')}</p>}
      {runs && statement && !closing && today <= statement.contestUntil && (
        <Disclosure summary={t('year.contest')} open={Object.keys(contestForm.errors).length > 0}>
          <form method="post" action={`${yearPath(agreement.id, year)}/contestation`} noValidate>
            <ErrorSummary form={contestForm} prefix="contestation" />
            <Field form={contestForm} name="line" label={t('year.contestLine')} hint={t('year.contestLineHint')} prefix="contestation" />
            <TextArea form={contestForm} name="reason" label={t('year.contestReason')} rows={3} prefix="contestation" />
            <Button kind="secondary">{t('year.contestSend')}</Button>
          </form>
        </Disclosure>
      )}
    </Section>
  )
}

/** What the commune that leads does: publishing, closing, putting a closed year right. */
export const Lead = (props: YearProps) => {
  const { t, agreement, year, statement, today, convention, correction = emptyForm(CorrectionForm, { about: String(year - 1) }) } = props
  const path = yearPath(agreement.id, year)
  const members = convention?.terms.members ?? []
  return (
    <Section title={t('year.publish')} id="publier" lead={t('year.publishText')}>
      <form method="post" action={`${path}/publication`}>
        <Actions>
          {today <= `${year}-12-31` ? (
            <Button kind="secondary" name="kind" value="forecast">
              {t('year.publishForecast')}
            </Button>
          ) : (
            <Button name="kind" value="account">
              {t('year.publishAccount')}
            </Button>
          )}
        </Actions>
      </form>
      {statement && (
        <form method="post" action={`${path}/cloture`}>
          <p>{t('year.closeText')}</p>
          <Button kind="danger">{t('year.closeSend', { year: String(year) })}</Button>
        </form>
      )}
      <Disclosure summary={t('year.correct')} open={Object.keys(correction.errors).length > 0}>
        <p>{t('year.correctText', { year: String(year) })}</p>
        <form method="post" action={`${path}/corrections`} noValidate>
          <ErrorSummary form={correction} prefix="correction" />
          <Field form={correction} name="about" type="number" label={t('year.correctAbout')} prefix="correction" />
          {(['member', 'owner'] as const).map(name => (
            <Select
              key={name}
              form={correction}
              name={name}
              label={t(name === 'member' ? 'year.correctMember' : 'year.correctOwner')}
              prefix="correction"
              options={members.map(one => ({ value: String(one.body), label: one.name }))}
            />
          ))}
          <Field form={correction} name="amount" label={t('year.correctAmount')} width="short" unit="€" prefix="correction" />
          <TextArea form={correction} name="reason" label={t('year.correctReason')} rows={3} prefix="correction" />
          <Button kind="secondary">{t('year.correctSend')}</Button>
        </form>
      </Disclosure>
    </Section>
  )
}
