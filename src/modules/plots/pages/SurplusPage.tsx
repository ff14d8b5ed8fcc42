import type { Form } from '#kernel/forms'
import { formatDate } from '#kernel/i18n'
import { Button, Disclosure, Empty, ErrorSummary, Field, Page, Section, Select, Table } from '#kernel/ui'
import type { NewSurplus } from '../forms.ts'
import type { Surplus } from '../queries/crops.ts'
import type { Garden } from '../queries/gardens.ts'
import { crops, takers } from '../rules/terms.ts'
import { crumbs, type Said, sayCrop, sayWeight } from './parts.tsx'

interface Props extends Said {
  readonly surplus: readonly Surplus[]
  readonly gardens: readonly Garden[]
  readonly form: Form<NewSurplus>
  readonly isSignedIn: boolean
}

/** Too many courgettes: what is to be given, to whom it went. */
export const SurplusPage = (props: Props) => {
  const { t, locale, surplus, form, gardens, isSignedIn } = props
  const [left, taken] = [surplus.filter(one => one.takenAt === null), surplus.filter(one => one.takenAt !== null)]
  return (
    <Page title={t('surplus.title')} lead={t('surplus.lead')} breadcrumb={crumbs(t)} width="wide">
      {left.length === 0 ? (
        <Empty title={t('surplus.none')} drawing="garden">
          {t('surplus.noneText')}
        </Empty>
      ) : (
        <Table
          caption={t('surplus.title')}
          hideCaption
          head={[t('surplus.what'), t('surplus.where'), t('surplus.until'), t('surplus.take')]}
          rows={left.map(one => [
            `${sayCrop(one.kind, t)}, ${sayWeight(one.grams, props)}`,
            one.gardenName,
            formatDate(one.untilOn, locale),
            isSignedIn ? <Take {...props} one={one} /> : t('surplus.signIn'),
          ])}
        />
      )}
      {isSignedIn && gardens.length > 0 && (
        <Disclosure summary={t('surplus.add')} open={Object.keys(form.errors).length > 0}>
          <form method="post" action="/jardins/a-donner" noValidate>
            <ErrorSummary form={form} />
            <Select
              form={form}
              name="garden"
              label={t('surplus.where')}
              options={gardens.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Select form={form} name="kind" label={t('harvest.kind')} options={crops.map(value => ({ value, label: sayCrop(value, t) }))} />
            <Field form={form} name="kilograms" label={t('harvest.kilograms')} inputmode="decimal" width="short" unit="kg" />
            <Field form={form} name="untilOn" label={t('surplus.untilField')} type="date" />
            <Button>{t('surplus.send')}</Button>
          </form>
        </Disclosure>
      )}
      {taken.length > 0 && (
        <Section title={t('surplus.taken')} id="donnes">
          <Table
            caption={t('surplus.taken')}
            hideCaption
            head={[t('surplus.what'), t('surplus.where'), t('surplus.for')]}
            rows={taken.map(one => [
              `${sayCrop(one.kind, t)}, ${sayWeight(one.grams, props)}`,
              one.gardenName,
              one.takenFor === null ? '' : t(`taker.${one.takenFor}`),
            ])}
          />
        </Section>
      )}
    </Page>
  )
}

const Take = ({ t, one }: Props & { one: Surplus }) => (
  <form method="post" action={`/jardins/a-donner/${one.id}/prise`}>
    <label class="hidden" for={`pour-${one.id}`}>
      {t('surplus.forField', { what: sayCrop(one.kind, t) })}
    </label>
    <select class="input" id={`pour-${one.id}`} name="takenFor">
      {takers.map(value => (
        <option key={value} value={value} selected={value === 'neighbour'}>
          {t(`taker.${value}`)}
        </option>
      ))}
    </select>{' '}
    <Button small kind="secondary" label={t('surplus.takeOne', { what: sayCrop(one.kind, t) })}>
      {t('surplus.takeShort')}
    </Button>
  </form>
)
