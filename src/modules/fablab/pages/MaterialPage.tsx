import { emptyForm, type Form } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import { Button, Checkbox, Choice, DefinitionList, ErrorSummary, Field, Page, Section, Select, Table } from '#kernel/ui'
import { MachineVerdict, MaterialFacts, NewPrice, StockLine } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Machine } from '../queries/machines.ts'
import type { MaterialPrice, StockedMaterial } from '../queries/materials.ts'
import { isLow } from '../rules/isLow.ts'
import { priceOf } from './priceOf.ts'
import { stockOf } from './SettingsPage.tsx'

export interface MaterialProps {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly material: StockedMaterial
  readonly prices: readonly MaterialPrice[]
  readonly verdicts: readonly { readonly machine: Machine; readonly verdict: 'allowed' | 'refused'; readonly reason: string }[]
  readonly machines: readonly Machine[]
  readonly runs: boolean
  readonly price?: Form<NewPrice>
  readonly stock?: Form<StockLine>
  readonly facts?: Form<MaterialFacts>
  readonly verdict?: Form<MachineVerdict>
}

/** A material: its price since when and by which decision, the machines that take it or refuse it, what is left of it. */
export const MaterialPage = (props: MaterialProps) => {
  const { t, locale, today, material, prices, verdicts, runs } = props
  const current = prices.find(({ since }) => since <= today) ?? prices.at(-1)
  return (
    <Page title={material.name} kicker={t('material.kicker')} breadcrumb={[{ label: t('title'), href: '/fablab' }]}>
      <DefinitionList
        items={[
          { term: t('machine.price'), value: priceOf(t, locale, material) },
          {
            term: t('stock.left'),
            value: runs && `${stockOf(t, locale, material)}${isLow(material) ? `, ${t('stock.isLow')}` : ''}`,
          },
          {
            term: t('material.state'),
            value: material.retiredOn && t('material.retiredOn', { day: formatDate(material.retiredOn, locale) }),
          },
        ]}
      />
      <Section title={t('material.prices')} lead={t('material.pricesLead')} id="prix">
        <Table
          caption={t('material.prices')}
          hideCaption
          head={[t('material.since'), t('machine.price'), t('material.source')]}
          rows={prices.map(one => [
            one === current ? <strong>{formatDate(one.since, locale)}</strong> : formatDate(one.since, locale),
            priceOf(t, locale, { ...one, unit: material.unit }),
            one.source || '–',
          ])}
        />
        {runs && <PriceForm {...props} />}
      </Section>
      <Section title={t('machines.title')} id="machines">
        {verdicts.length === 0 && <p>{t('material.noMachine')}</p>}
        <ul>
          {verdicts.map(({ machine, verdict, reason }) => (
            <li key={machine.id}>
              <a href={machine.path}>{machine.name}</a> : {verdict === 'allowed' ? t('machine.allowed') : t('machine.refused', { reason })}
            </li>
          ))}
        </ul>
        {runs && props.machines.length > 0 && <VerdictForm {...props} />}
      </Section>
      {runs && <StockForm {...props} />}
      {runs && <FactsForm {...props} />}
    </Page>
  )
}

const PriceForm = ({ t, today, material, price = emptyForm(NewPrice, { since: today }) }: MaterialProps) => (
  <form method="post" action={`/fablab/matieres/${material.id}/prix`} noValidate>
    <h3>{t('material.newPrice')}</h3>
    <ErrorSummary form={price} prefix="prix" />
    <Field form={price} name="since" prefix="prix" type="date" label={t('material.since')} min={today} />
    <Field
      form={price}
      name="price"
      prefix="prix"
      label={t('material.price')}
      hint={t('material.priceHint')}
      width="short"
      inputmode="decimal"
      unit="€"
    />
    <Field form={price} name="source" prefix="prix" label={t('material.source')} hint={t('material.sourceHint')} />
    <Button kind="secondary">{t('material.setPrice')}</Button>
  </form>
)

const VerdictForm = ({ t, material, machines, verdict = emptyForm(MachineVerdict, { verdict: 'allowed' }) }: MaterialProps) => (
  <form method="post" action={`/fablab/matieres/${material.id}/machines`} noValidate>
    <h3>{t('material.judge')}</h3>
    <ErrorSummary form={verdict} prefix="machine" />
    <Select
      form={verdict}
      name="machine"
      prefix="machine"
      label={t('machine.kicker')}
      options={machines.map(one => ({ value: one.id, label: one.name }))}
    />
    <Choice
      form={verdict}
      name="verdict"
      prefix="machine"
      label={t('machine.verdict')}
      options={(['allowed', 'refused'] as const).map(value => ({ value, label: t(`material.${value}`) }))}
    />
    <Field form={verdict} name="reason" prefix="machine" label={t('material.reason')} optional />
    <Button kind="secondary">{t('material.saveVerdict')}</Button>
  </form>
)

const StockForm = ({ t, material, stock = emptyForm(StockLine, { kind: 'in' }) }: MaterialProps) => (
  <Section title={t('stock.title')} id="stock">
    <form method="post" action={`/fablab/matieres/${material.id}/stock`} noValidate>
      <ErrorSummary form={stock} prefix="stock" />
      <Choice
        form={stock}
        name="kind"
        prefix="stock"
        label={t('stock.kind')}
        options={(['in', 'out', 'count'] as const).map(value => ({ value, label: t(`stock.${value}`) }))}
      />
      <Field
        form={stock}
        name="quantity"
        prefix="stock"
        label={t('use.quantity')}
        width="short"
        inputmode="decimal"
        unit={t(`unit.${material.unit}`)}
      />
      <Button kind="secondary">{t('use.note')}</Button>
    </form>
  </Section>
)

const FactsForm = ({ t, material, ...props }: MaterialProps) => {
  const facts =
    props.facts ??
    emptyForm(MaterialFacts, {
      name: material.name,
      low: material.lowMark === null ? '' : String(material.lowMark),
      ...(material.retiredOn === null ? {} : { retired: 'oui' }),
    })
  return (
    <Section title={t('material.change')} id="modifier">
      <form method="post" action={`/fablab/matieres/${material.id}`} noValidate>
        <ErrorSummary form={facts} prefix="faits" />
        <Field form={facts} name="name" prefix="faits" label={t('material.name')} />
        <Field
          form={facts}
          name="low"
          prefix="faits"
          label={t('stock.low')}
          hint={t('stock.lowHint')}
          width="short"
          inputmode="decimal"
          unit={t(`unit.${material.unit}`)}
          optional
        />
        <Checkbox form={facts} name="retired" prefix="faits" label={t('material.retire')} />
        <Button kind="secondary">{t('set.save')}</Button>
      </form>
    </Section>
  )
}
