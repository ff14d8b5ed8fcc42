import type { Form } from '#kernel/forms'
import { formatDate } from '#kernel/i18n'
import { Button, ErrorSummary, Field, Notice, Page, Section, Select } from '#kernel/ui'
import type { NewPlotForm } from '../forms.ts'
import type { Garden, Plot } from '../queries/gardens.ts'
import { plotKinds, suns, waters } from '../rules/terms.ts'
import { crumbs, type Said } from './parts.tsx'

/** One plot described again: its number, its place on the plan, its water; its area when nobody has it. */
export const PlotFormPage = ({
  t,
  locale,
  garden,
  plot,
  form,
  heldUntil,
}: Said & { readonly garden: Garden; readonly plot: Plot; readonly form: Form<NewPlotForm>; readonly heldUntil: string | null }) => (
  <Page
    title={t('plot.edit', { number: plot.number })}
    kicker={garden.name}
    breadcrumb={crumbs(t, { label: garden.name, href: `/jardins/lieux/${garden.id}` })}
  >
    {heldUntil !== null && <Notice>{t('plot.heldUntil', { date: formatDate(heldUntil, locale) })}</Notice>}
    <ErrorSummary form={form} />
    <form method="post" action={`/jardins/parcelles/${plot.id}`} noValidate>
      <PlotFields t={t} form={form} />
      <Button>{t('plot.save')}</Button>
    </form>
    {plot.withdrawnOn !== null && (
      <Section title={t('plot.restore')} id="remettre">
        <p>{t('plot.out', { date: formatDate(plot.withdrawnOn, locale), reason: plot.withdrawnBecause })}</p>
        <form method="post" action={`/jardins/parcelles/${plot.id}/remise-en-service`}>
          <Button kind="secondary">{t('plot.restore')}</Button>
        </form>
      </Section>
    )}
  </Page>
)

export const PlotFields = ({ t, form }: Pick<Said, 't'> & { readonly form: Form<NewPlotForm> }) => (
  <>
    <Field form={form} name="number" label={t('plot.number')} width="short" />
    <Select form={form} name="kind" label={t('plot.kind')} options={plotKinds.map(value => ({ value, label: t(`kind.${value}`) }))} />
    <Field form={form} name="squareMetres" label={t('plot.area')} inputmode="decimal" width="short" unit="m²" />
    <Field form={form} name="x" label={t('plot.x')} inputmode="decimal" width="short" unit="m" />
    <Field form={form} name="y" label={t('plot.y')} inputmode="decimal" width="short" unit="m" />
    <Field form={form} name="width" label={t('plot.width')} inputmode="decimal" width="short" unit="m" />
    <Field form={form} name="height" label={t('plot.height')} inputmode="decimal" width="short" unit="m" />
    <Select form={form} name="water" label={t('plot.waterHead')} options={waters.map(value => ({ value, label: t(`water.${value}`) }))} />
    <Select form={form} name="sun" label={t('plot.sunHead')} options={suns.map(value => ({ value, label: t(`sun.${value}`) }))} />
  </>
)
