import { type Incident, PriceFigure, RulesBox, sayWhen, StandingBox, type ThingPanelProps, WeekAvailability } from '#engines/booking'
import { emptyForm, type Form } from '#kernel/forms'
import { formatMoney } from '#kernel/i18n'
import { Button, Checkbox, DefinitionList, ErrorSummary, Field, Notice, Page, Section, Select, Table, TextArea, Time } from '#kernel/ui'
import { Breakdown, type BookedMachine, Closing } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Machine } from '../queries/machines.ts'
import type { MachineMaterial } from '../queries/materials.ts'
import { riskOf } from './FablabPage.tsx'
import { priceOf } from './priceOf.ts'

export interface MachineProps {
  readonly t: T
  readonly panel: ThingPanelProps
  readonly machine: Machine
  readonly materials: readonly MachineMaterial[]
  readonly form: Form<BookedMachine>
  readonly blocked: readonly { readonly startsAt: string; readonly endsAt: string; readonly reason: string }[]
  readonly incidents: readonly Incident[]
  readonly runs: boolean
  readonly breakdown?: Form<Breakdown>
  readonly closing?: { readonly incident: string; readonly form: Form<Closing> }
}

/** A machine: its risk and permit, what it takes and refuses, its week, booking it, and what broke. */
export const MachinePage = (props: MachineProps) => {
  const { t, panel, machine, materials, form, blocked, incidents, runs } = props
  const { locale } = panel
  return (
    <Page
      title={machine.name}
      kicker={t('machine.kicker')}
      lead={machine.description}
      breadcrumb={[{ label: t('title'), href: '/fablab' }]}
    >
      {blocked.map(one => (
        <Notice key={one.startsAt} kind="warning" title={t('machine.blocked', { reason: one.reason })}>
          {sayWhen(one, locale)}
        </Notice>
      ))}
      <DefinitionList
        items={[
          { term: t('machine.risk'), value: t(`machine.risk${riskOf(machine.risk)}`) },
          {
            term: t('machine.permit'),
            value: machine.permit && (
              <a href="/fablab/formations">{t('machine.permitMonths', { label: machine.permitLabel, n: machine.permitMonths })}</a>
            ),
          },
          { term: t('machine.model'), value: machine.model },
          { term: t('machine.where'), value: machine.place },
          { term: t('machine.care'), value: machine.care },
        ]}
      />
      {materials.length > 0 && (
        <Section title={t('machine.materials')} id="matieres">
          <Table
            caption={t('machine.materials')}
            hideCaption
            head={[t('machine.material'), t('machine.verdict'), t('machine.price')]}
            rows={materials.map(one => [
              <a href={`/fablab/matieres/${one.id}`}>{one.name}</a>,
              one.verdict === 'allowed' ? t('machine.allowed') : <strong>{t('machine.refused', { reason: one.reason })}</strong>,
              one.verdict === 'allowed' ? priceOf(t, locale, one) : '–',
            ])}
          />
        </Section>
      )}
      <Section title={t('machine.week')} id="disponibilites">
        <WeekAvailability t={panel.t} locale={locale} week={panel.week} path={machine.path} today={panel.today} />
      </Section>
      <Section title={t('machine.book')} id="reserver">
        <StandingBox t={panel.t} locale={locale} standing={panel.standing} />
        {(panel.standing.ok || Object.values(form.errors).some(Boolean)) && <BookForm {...props} />}
        <DefinitionList
          items={[
            {
              term: t('machine.price'),
              value: <PriceFigure t={panel.t} locale={locale} quote={panel.quote} source={panel.policy.source} />,
            },
          ]}
        />
        <RulesBox t={panel.t} locale={locale} rules={panel.policy.rules} source={panel.policy.source} policy={panel.policy.policy} />
      </Section>
      <Section title={t('machine.history')} id="pannes">
        {incidents.length === 0 && <p>{t('machine.noHistory')}</p>}
        {incidents.slice(0, 20).map(one => (
          <IncidentLine key={one.id} {...props} incident={one} />
        ))}
      </Section>
      {runs && <BreakdownForm {...props} />}
      {runs && (
        <p>
          <a href={`${machine.path}/modifier`}>{t('set.changeMachine', { name: machine.name })}</a>
        </p>
      )}
    </Page>
  )
}

const BookForm = ({ t, panel, machine, materials, form }: MachineProps) => (
  <form method="post" action={machine.path} noValidate>
    <ErrorSummary form={form} />
    <Field form={form} name="day" type="date" label={panel.t('book.day')} />
    <Field form={form} name="from" label={panel.t('book.from')} hint={panel.t('book.hourHint')} width="short" />
    <Field form={form} name="to" label={panel.t('book.to')} width="short" />
    {materials.length > 0 && (
      <Select
        form={form}
        name="material"
        label={t('machine.useMaterial')}
        optional
        options={[{ value: '', label: t('machine.noMaterial') }, ...materials.map(one => ({ value: one.id, label: one.name }))]}
      />
    )}
    <Field form={form} name="purpose" label={panel.t('book.purpose')} optional />
    {panel.policy.rules.waiting !== null && <Checkbox form={form} name="waits" label={panel.t('book.waits')} />}
    <Button>{panel.t('book.submit')}</Button>
  </form>
)

const IncidentLine = ({ t, panel, runs, incident, closing }: MachineProps & { readonly incident: Incident }) => {
  const form = closing?.incident === incident.id ? closing.form : emptyForm(Closing, { cost: '0' })
  return (
    <>
      <p>
        <strong>{t(`machine.${incident.kind}`)}</strong>, <Time at={incident.reportedAt} /> : {incident.description}{' '}
        {incident.closedAt === null
          ? `(${t('machine.open')})`
          : t('machine.closed', { outcome: incident.outcome, cost: formatMoney(incident.costCents, panel.locale) })}
      </p>
      {runs && incident.closedAt === null && (
        <form method="post" action={`/fablab/incidents/${incident.id}/cloture`} noValidate>
          <ErrorSummary form={form} prefix={`cloture-${incident.id}`} />
          <TextArea form={form} name="outcome" label={t('machine.outcome')} rows={2} prefix={`cloture-${incident.id}`} />
          <Field
            form={form}
            name="cost"
            label={t('machine.cost')}
            width="short"
            inputmode="decimal"
            unit="€"
            prefix={`cloture-${incident.id}`}
          />
          <Button kind="secondary">{t('machine.close')}</Button>
        </form>
      )}
    </>
  )
}

const BreakdownForm = ({ t, machine, breakdown = emptyForm(Breakdown, { kind: 'incident' }) }: MachineProps) => (
  <Section title={t('machine.break')} id="arreter">
    <form method="post" action={`${machine.path}/arret`} noValidate>
      <ErrorSummary form={breakdown} prefix="arret" />
      <Select
        form={breakdown}
        name="kind"
        label={t('machine.breakKind')}
        prefix="arret"
        options={(['incident', 'maintenance'] as const).map(value => ({ value, label: t(`machine.${value}`) }))}
      />
      <Field form={breakdown} name="reason" label={t('machine.reason')} prefix="arret" />
      <Field form={breakdown} name="until" type="date" label={t('machine.until')} hint={t('machine.untilHint')} optional prefix="arret" />
      <Checkbox form={breakdown} name="displaces" label={t('machine.displaces')} prefix="arret" />
      <Button kind="secondary">{t('machine.block')}</Button>
    </form>
  </Section>
)
