import { emptyForm, type Form } from '#kernel/forms'
import { formatNumber, type Locale } from '#kernel/i18n'
import { Button, Disclosure, Empty, ErrorSummary, Field, Listing, Notice, Page, Section, Select, Table } from '#kernel/ui'
import { NewMaterial } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Machine } from '../queries/machines.ts'
import type { StockedMaterial } from '../queries/materials.ts'
import { isLow } from '../rules/isLow.ts'
import { units } from '../schema.ts'
import { riskOf } from './FablabPage.tsx'
import { priceOf } from './priceOf.ts'

export interface SettingsProps {
  readonly t: T
  readonly locale: Locale
  readonly machines: readonly Machine[]
  readonly materials: readonly StockedMaterial[]
  readonly calendars: readonly { readonly id: string; readonly name: string }[]
  readonly form?: Form<NewMaterial>
}

/** What the team sets: hours, machines, materials with their price and what is left of them. */
export const SettingsPage = ({
  t,
  locale,
  machines,
  materials,
  calendars,
  form = emptyForm(NewMaterial, { unit: 'g' }),
}: SettingsProps) => {
  const low = materials.filter(isLow)
  return (
    <Page title={t('set.title')} lead={t('set.lead')} breadcrumb={[{ label: t('title'), href: '/fablab' }]}>
      {low.length > 0 && (
        <Notice kind="warning" title={t('set.low', { n: low.length })}>
          {low.map(one => `${one.name} (${stockOf(t, locale, one)})`).join(', ')}
        </Notice>
      )}
      <Section title={t('hours.title')} id="horaires">
        {calendars.length === 0 ? (
          <form method="post" action="/fablab/reglages/horaires">
            <p>{t('set.noCalendar')}</p>
            <Button>{t('set.calendar')}</Button>
          </form>
        ) : (
          <Listing
            items={calendars.map(one => ({ href: `/reservations/calendriers/${one.id}`, title: one.name, text: t('set.hoursText') }))}
          />
        )}
      </Section>
      <Section title={t('machines.title')} id="machines">
        {machines.length === 0 ? (
          <Empty title={t('machines.none')} />
        ) : (
          <Listing
            items={machines.map(one => ({
              href: `${one.path}/modifier`,
              title: one.name,
              note: t(`machine.risk${riskOf(one.risk)}`),
            }))}
          />
        )}
        <Button kind="secondary" href="/fablab/reglages/machine">
          {t('set.addMachine')}
        </Button>
      </Section>
      <Section title={t('set.materials')} id="matieres">
        {materials.length > 0 && (
          <Table
            caption={t('set.materials')}
            hideCaption
            head={[t('machine.material'), t('machine.price'), t('stock.left')]}
            rows={materials.map(one => [
              <a href={`/fablab/matieres/${one.id}`}>{one.name}</a>,
              one.retiredOn === null ? priceOf(t, locale, one) : t('material.retired'),
              isLow(one) ? <strong>{`${stockOf(t, locale, one)}, ${t('stock.isLow')}`}</strong> : stockOf(t, locale, one),
            ])}
          />
        )}
        <Disclosure summary={t('set.addMaterial')} open={Object.values(form.errors).some(Boolean)} id="nouvelle-matiere">
          <ErrorSummary form={form} prefix="matiere" />
          <form method="post" action="/fablab/matieres" noValidate>
            <Field form={form} name="name" prefix="matiere" label={t('material.name')} />
            <Select
              form={form}
              name="unit"
              prefix="matiere"
              label={t('material.unit')}
              options={units.map(value => ({ value, label: t(`unit.${value}`) }))}
            />
            <Field
              form={form}
              name="price"
              prefix="matiere"
              label={t('material.price')}
              hint={t('material.priceHint')}
              width="short"
              inputmode="decimal"
              unit="€"
            />
            <Field form={form} name="source" prefix="matiere" label={t('material.source')} hint={t('material.sourceHint')} />
            <Field
              form={form}
              name="stock"
              prefix="matiere"
              label={t('stock.counted')}
              hint={t('stock.hint')}
              width="short"
              inputmode="decimal"
              optional
            />
            <Field
              form={form}
              name="low"
              prefix="matiere"
              label={t('stock.low')}
              hint={t('stock.lowHint')}
              width="short"
              inputmode="decimal"
              optional
            />
            <Button>{t('set.addMaterial')}</Button>
          </form>
        </Disclosure>
      </Section>
    </Page>
  )
}

export const stockOf = (t: T, locale: Locale, { stock, unit }: Pick<StockedMaterial, 'stock' | 'unit'>) =>
  stock === null ? t('stock.unknown') : t(`count.${unit}`, { n: formatNumber(stock, locale) })
