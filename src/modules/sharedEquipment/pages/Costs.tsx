import { emptyForm, type Form } from '#kernel/forms'
import { formatMoney } from '#kernel/i18n'
import { Button, Disclosure, ErrorSummary, Field, Select, Table, Time } from '#kernel/ui'
import { type CostForm, Reason } from '../forms.ts'
import type { Cost } from '../queries/accounts.ts'
import { categories } from '../rules/published.ts'
import { home, itemPath } from '../where.ts'
import type { Said } from './parts.tsx'

interface Props extends Said {
  readonly item: { readonly id: string }
  readonly costs: readonly Cost[]
  readonly keeps: boolean
  readonly costForm: Form<CostForm>
  readonly reversing?: { readonly cost: string; readonly form: Form<Reason> }
}

/** What the keeper foresaw and spent, the latest first, each line with its evidence. */
export const Costs = (props: Props) => {
  const { t, item, costs, keeps, costForm } = props
  const lately = Math.max(...costs.map(one => one.year))
  /** What was spent in the last year of which something is known. */
  const isLately = (one: Cost) => one.year === lately && one.kind === 'actual'
  const older = costs.filter(one => !isLately(one))
  const reversed = reversedIn(costs)
  const mayGo = costs.filter(one => one.reverses === null && !reversed.has(one.id)).slice(0, 20)
  return (
    <>
      {costs.length === 0 ? <p>{t('cost.none')}</p> : <Lines {...props} costs={costs.filter(isLately)} caption={t('cost.title')} />}
      {older.length > 0 && (
        <Disclosure summary={t('cost.older')}>
          <Lines {...props} costs={older} caption={t('cost.older')} />
        </Disclosure>
      )}
      {keeps && mayGo.length > 0 && (
        <Disclosure summary={t('cost.reverse')} open={props.reversing !== undefined}>
          {mayGo.map(one => (
            <Reverse key={one.id} {...props} cost={one} />
          ))}
        </Disclosure>
      )}
      {keeps && (
        <Disclosure summary={t('cost.add')} open={Object.keys(costForm.errors).length > 0}>
          <p>{t('cost.addText')}</p>
          <form method="post" action={`${itemPath(item.id)}/depenses`} enctype="multipart/form-data" noValidate>
            <ErrorSummary form={costForm} prefix="depense" />
            <Select
              form={costForm}
              name="kind"
              label={t('cost.kind')}
              prefix="depense"
              options={(['actual', 'forecast'] as const).map(value => ({ value, label: t(`cost.kind.${value}`) }))}
            />
            <Field form={costForm} name="year" type="number" label={t('cost.year')} prefix="depense" />
            <Select
              form={costForm}
              name="category"
              label={t('year.category')}
              prefix="depense"
              options={categories.map(value => ({ value, label: t(`category.${value}`) }))}
            />
            <Field form={costForm} name="label" label={t('year.label')} prefix="depense" />
            <Field form={costForm} name="on" type="date" label={t('year.on')} prefix="depense" />
            <Field
              form={costForm}
              name="amount"
              label={t('year.amount')}
              hint={t('cost.amountHint')}
              width="short"
              unit="€"
              prefix="depense"
            />
            <p>
              <label for="depense-piece">{t('cost.file')}</label>
              <br />
              <input class="input" type="file" id="depense-piece" name="file" accept=".pdf,.jpg,.jpeg,.png" />
            </p>
            <Button kind="secondary">{t('cost.send')}</Button>
          </form>
        </Disclosure>
      )}
    </>
  )
}

const reversedIn = (costs: readonly Cost[]): ReadonlySet<string> => new Set(costs.flatMap(one => one.reverses ?? []))

const Lines = ({ t, locale, costs, caption }: Props & { readonly caption: string }) => {
  const reversed = reversedIn(costs)
  return (
    <Table
      caption={caption}
      hideCaption
      head={[t('year.label'), t('year.category'), t('cost.year'), t('year.on'), t('year.amount'), t('year.evidence')]}
      numeric={[4]}
      rows={costs.map(one => [
        <span id={`depense-${one.id}`}>
          {one.label}
          {reversed.has(one.id) && ` (${t('cost.reversed')})`}
        </span>,
        t(`category.${one.category}`),
        `${one.year}, ${t(`cost.kind.${one.kind}`)}`,
        <Time at={one.on} />,
        formatMoney(one.cents, locale),
        one.file === null ? '–' : <a href={`${home}/depenses/${one.id}/piece`}>{t('year.evidenceLink')}</a>,
      ])}
    />
  )
}

const Reverse = ({ t, locale, cost, reversing }: Props & { readonly cost: Cost }) => {
  const form = reversing?.cost === cost.id ? reversing.form : emptyForm(Reason)
  const prefix = `annuler-${cost.id}`
  return (
    <Disclosure
      summary={`${t('cost.reverse')} : ${cost.label}, ${formatMoney(cost.cents, locale)}`}
      open={Object.keys(form.errors).length > 0}
    >
      <form method="post" action={`${home}/depenses/${cost.id}/annulation`} noValidate>
        <ErrorSummary form={form} prefix={prefix} />
        <Field form={form} name="reason" label={t('cost.reverseReason')} prefix={prefix} />
        <Button kind="secondary">{t('cost.reverse')}</Button>
      </form>
    </Disclosure>
  )
}
