import { type Booking, sayWhen } from '#engines/booking'
import { emptyForm, type Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Button, ErrorSummary, Field, Page, Select } from '#kernel/ui'
import { Consumed } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { MachineMaterial } from '../queries/materials.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly booking: Booking
  readonly materials: readonly MachineMaterial[]
  readonly form?: Form<Consumed>
}
/** Notes what a booking used; the charge follows in its account. */
export const UsePage = ({ t, locale, booking, materials, form = emptyForm(Consumed) }: Props) => (
  <Page
    title={t('use.title')}
    lead={t('use.lead', { thing: booking.thing, when: sayWhen(booking, locale) })}
    breadcrumb={[
      { label: t('title'), href: '/fablab' },
      { label: booking.thing, href: booking.path },
    ]}
  >
    {materials.length === 0 ? (
      <p>{t('use.none')}</p>
    ) : (
      <form method="post" action={`/fablab/consommations/${booking.id}`} noValidate>
        <ErrorSummary form={form} />
        <Select
          form={form}
          name="material"
          label={t('use.material')}
          options={materials.map(one => ({ value: one.id, label: `${one.name} (${t(`unit.${one.unit}`)})` }))}
        />
        <Field form={form} name="quantity" label={t('use.quantity')} hint={t('use.quantityHint')} width="short" inputmode="decimal" />
        <Button>{t('use.note')}</Button>
      </form>
    )}
  </Page>
)
