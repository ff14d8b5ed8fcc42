import type { ItemProps } from './itemProps.ts'
import { type Incident, RulesBox, sayWhen, WeekAvailability } from '#engines/booking'
import { emptyForm } from '#kernel/forms'
import { formatMoney, formatNumber } from '#kernel/i18n'
import {
  Button,
  DefinitionList,
  ErrorSummary,
  Notice,
  OpenFigure,
  Page,
  Section,
  Table,
  TextArea,
  Field,
  Checkbox,
  Time,
  Disclosure,
} from '#kernel/ui'
import { Block, Caption, Reason, Repaired } from '../forms.ts'
import { agreementPath, home, itemPath } from '../where.ts'
import { AskForm } from './AskForm.tsx'
import { Costs } from './Costs.tsx'
import { crumbs, nameOf, sayUnits } from './parts.tsx'
import { PhotoList } from './PhotoList.tsx'

/** One thing that is lent: where it is, what is in it, when it is free, what it costs. */
export const ItemPage = (props: ItemProps) => {
  const { t, locale, item, names, panel } = props
  return (
    <Page title={item.name} kicker={t('item.kicker')} lead={item.description} breadcrumb={crumbs(t)}>
      {item.archivedAt !== null && <Notice kind="warning" title={t('item.retired')} />}
      {props.blocked.map(one => (
        <Notice key={one.startsAt} kind="warning" title={t('item.blocked', { reason: one.reason })}>
          {sayWhen(one, locale)}
        </Notice>
      ))}
      <DefinitionList
        items={[
          { term: t('item.owner'), value: nameOf(names, item.body) },
          { term: t('item.place'), value: item.place },
          { term: t('item.borrowers'), value: item.borrowers },
          { term: t('item.conditions'), value: item.conditions },
          { term: t('item.seats'), value: item.seats !== null && item.seats > 0 && t('item.seatsValue', { n: item.seats }) },
          { term: t('item.licence'), value: item.licence && t('item.licenceValue', { licence: item.licence }) },
          { term: t('item.driver'), value: item.needsDriver && t('item.needsDriver') },
          { term: t('item.unit'), value: t(`per.${item.unit}`) },
          { term: t('item.unitCost', { per: t(`per.${item.unit}`) }), value: props.unitCost && <UnitCost {...props} /> },
          { term: t('item.agreement'), value: <a href={agreementPath(item.agreement)}>{props.agreementTitle}</a> },
        ].filter(one => one.value !== false)}
      />
      {item.parts.length > 0 && (
        <Section title={t('item.parts')} id="pieces">
          <Table
            caption={t('item.parts')}
            hideCaption
            head={[t('item.part'), t('item.count')]}
            numeric={[1]}
            rows={item.parts.map(part => [part.name, formatNumber(part.count, locale)])}
          />
        </Section>
      )}
      <Photos {...props} />
      <Section title={t('item.when')} id="disponibilites">
        <WeekAvailability t={panel.t} locale={locale} week={panel.week} path={itemPath(item.id)} today={props.today} />
      </Section>
      {item.archivedAt === null && (
        <Section title={t('ask.title')} id="demander">
          <AskForm {...props} />
          <RulesBox t={panel.t} locale={locale} rules={panel.policy.rules} source={panel.policy.source} />
          <p>
            <a href={`${home}/regles`}>{t('nav.rules')}</a>
          </p>
        </Section>
      )}
      <Section title={t('cost.title')} id="depenses">
        <Costs {...props} />
      </Section>
      <Section title={t('item.incidents')} id="pannes">
        {props.incidents.length === 0 && <p>{t('item.noIncidents')}</p>}
        {props.incidents.slice(0, 20).map(one => (
          <IncidentLine key={one.id} {...props} incident={one} />
        ))}
      </Section>
      {props.keeps && item.archivedAt === null && <Keeper {...props} />}
    </Page>
  )
}

const UnitCost = ({ t, locale, item, unitCost }: ItemProps) =>
  unitCost && (
    <OpenFigure
      value={formatMoney(unitCost.each, locale)}
      rule={t('item.unitCostRule')}
      data={t('item.unitCostData', {
        cost: formatMoney(unitCost.cents, locale),
        year: String(unitCost.year),
        units: sayUnits(unitCost.units, item.unit, { t, locale }),
      })}
    />
  )

const Photos = ({ t, item, photos, keeps, photoForm = emptyForm(Caption) }: ItemProps) =>
  (photos.length > 0 || keeps) && (
    <Section title={t('item.photos')} id="photos">
      <PhotoList t={t} photos={photos} keeps={keeps} photoForm={photoForm} add={t('item.photoAdd')} path={itemPath(item.id)} />
    </Section>
  )

const IncidentLine = ({ t, locale, incident, keeps, repair }: ItemProps & { readonly incident: Incident }) => {
  const prefix = `panne-${incident.id}`
  const form = repair?.incident === incident.id ? repair.form : emptyForm(Repaired, { cost: '0' })
  return (
    <>
      <p>
        <Time at={incident.reportedAt} /> : {incident.description}.{' '}
        {incident.closedAt === null
          ? t('item.incidentOpen')
          : t('item.incidentClosed', { outcome: incident.outcome, cost: formatMoney(incident.costCents, locale) })}
      </p>
      {keeps && incident.closedAt === null && (
        <form method="post" action={`${home}/pannes/${incident.id}/reparation`} noValidate>
          <ErrorSummary form={form} prefix={prefix} />
          <TextArea form={form} name="outcome" label={t('item.repairOutcome')} rows={2} prefix={prefix} />
          <Field form={form} name="cost" label={t('item.repairCost')} width="short" inputmode="decimal" unit="€" prefix={prefix} />
          <Button kind="secondary">{t('item.repairClose')}</Button>
        </form>
      )}
    </>
  )
}

const Keeper = ({ t, item, blocking = emptyForm(Block), retiring = emptyForm(Reason) }: ItemProps) => (
  <Section title={t('item.keeper')} id="tenir">
    <p>
      <Button kind="secondary" href={`${itemPath(item.id)}/modifier`}>
        {t('item.change')}
      </Button>
    </p>
    <Disclosure summary={t('item.block')} open={Object.keys(blocking.errors).length > 0}>
      <form method="post" action={`${itemPath(item.id)}/arret`} noValidate>
        <ErrorSummary form={blocking} prefix="arret" />
        <Field form={blocking} name="reason" label={t('item.blockReason')} prefix="arret" />
        <Field
          form={blocking}
          name="until"
          type="date"
          label={t('item.blockUntil')}
          hint={t('item.blockUntilHint')}
          optional
          prefix="arret"
        />
        <Checkbox form={blocking} name="displaces" label={t('item.blockDisplaces')} prefix="arret" />
        <Button kind="secondary">{t('item.blockSend')}</Button>
      </form>
    </Disclosure>
    <Disclosure summary={t('item.retire')} open={Object.keys(retiring.errors).length > 0}>
      <form method="post" action={`${itemPath(item.id)}/retrait`} noValidate>
        <ErrorSummary form={retiring} prefix="retrait" />
        <Field form={retiring} name="reason" label={t('item.retireReason')} prefix="retrait" />
        <Button kind="danger">{t('item.retire')}</Button>
      </form>
    </Disclosure>
  </Section>
)
