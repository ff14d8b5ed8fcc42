import type { Form } from '#kernel/forms'
import { Button, Checkbox, ErrorSummary, Field, Notice, Page, Select, TextArea } from '#kernel/ui'
import type { ItemForm } from '../forms.ts'
import { kinds } from '../rules/kinds.ts'
import { units } from '../rules/inspection.ts'
import { licences } from '../rules/priority.ts'
import { home, itemPath } from '../where.ts'
import { crumbs, type Said } from './parts.tsx'

interface Props extends Said {
  readonly form: Form<ItemForm>
  /** Null for something new. */
  readonly item: { readonly id: string; readonly name: string } | null
  /** Signed agreements under which this commune may lend. */
  readonly agreements: readonly { readonly id: number; readonly title: string }[]
}

/** Describing something that is lent: what is in it, how it is counted, who may have it. */
export const ItemFormPage = ({ t, form, item, agreements }: Props) => (
  <Page
    title={item ? t('itemForm.change', { name: item.name }) : t('itemForm.new')}
    breadcrumb={crumbs(t, ...(item ? [{ label: item.name, href: itemPath(item.id) }] : []))}
  >
    {!item && agreements.length === 0 ? (
      <Notice kind="warning" title={t('itemForm.noAgreement')}>
        <a href={`${home}/conventions/nouvelle`}>{t('agreements.new')}</a>
      </Notice>
    ) : (
      <form method="post" action={item ? `${itemPath(item.id)}/modifier` : `${home}/objets`} noValidate>
        <ErrorSummary form={form} />
        {!item && (
          <Select
            form={form}
            name="agreement"
            label={t('itemForm.agreement')}
            options={agreements.map(one => ({ value: String(one.id), label: one.title }))}
          />
        )}
        <Field form={form} name="name" label={t('itemForm.name')} />
        <Select form={form} name="kind" label={t('catalogue.kind')} options={kinds.map(value => ({ value, label: t(`kind.${value}`) }))} />
        <TextArea form={form} name="description" label={t('itemForm.description')} rows={3} />
        <Field form={form} name="place" label={t('item.place')} hint={t('itemForm.placeHint')} />
        <Field form={form} name="borrowers" label={t('item.borrowers')} />
        <TextArea form={form} name="parts" label={t('itemForm.parts')} hint={t('itemForm.partsHint')} optional rows={5} />
        <TextArea form={form} name="conditions" label={t('item.conditions')} optional rows={3} />
        <Select
          form={form}
          name="unit"
          label={t('itemForm.unitLabel')}
          options={units.map(value => ({ value, label: t(`per.${value}`) }))}
        />
        <Field form={form} name="seats" type="number" label={t('item.seats')} hint={t('itemForm.seatsHint')} optional />
        <Select
          form={form}
          name="licence"
          label={t('item.licence')}
          optional
          options={licences.map(value => ({
            value,
            label: value === '' ? t('itemForm.licenceNone') : t('item.licenceValue', { licence: value }),
          }))}
        />
        <Checkbox form={form} name="needsDriver" label={t('itemForm.needsDriver')} />
        <Select
          form={form}
          name="energy"
          label={t('itemForm.energy')}
          optional
          options={[
            { value: '', label: t('itemForm.energyNone') },
            ...(['diesel', 'petrol', 'electric'] as const).map(value => ({ value, label: t(`energy.${value}`) })),
          ]}
        />
        <Field
          form={form}
          name="consumption"
          label={t('itemForm.consumption')}
          hint={t('itemForm.consumptionHint')}
          width="short"
          inputmode="decimal"
          optional
        />
        <Button>{t('itemForm.save')}</Button>
      </form>
    )}
  </Page>
)
