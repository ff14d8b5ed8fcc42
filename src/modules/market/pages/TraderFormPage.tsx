import type { Form } from '#kernel/forms'
import { Button, Checkbox, ErrorSummary, Field, Page, Select } from '#kernel/ui'
import type { TraderForm } from '../forms.ts'
import type { Trader } from '../queries/traders.ts'
import { families } from '../rules/terms.ts'
import { crumbs, type Said } from './parts.tsx'

/** Asking for the market, or putting one's record right. */
export const TraderFormPage = ({ t, form, trader, atDesk }: Said & { form: Form<TraderForm>; trader: Trader | null; atDesk: boolean }) => (
  <Page
    title={trader ? t('trader.change') : t(atDesk ? 'trader.add' : 'apply.title')}
    lead={trader ? undefined : t('apply.lead')}
    breadcrumb={crumbs(t)}
  >
    <form method="post" action={trader ? `/marche/commercants/${trader.id}/modification` : '/marche/inscription'} noValidate>
      <ErrorSummary form={form} />
      {atDesk && !trader && <input type="hidden" name="atDesk" value="oui" />}
      <Field form={form} name="name" label={t('trader.name')} hint={t('trader.nameHint')} />
      <Select
        form={form}
        name="family"
        label={t('trader.family')}
        hint={t('trader.familyHint')}
        options={families.map(one => ({ value: one, label: t(`sq.family.${one}`) }))}
      />
      <Field form={form} name="products" label={t('trader.products')} />
      <Field form={form} name="length" label={t('trader.length')} inputmode="decimal" width="short" unit="m" />
      <Checkbox form={form} name="needsPower" label={t('trader.power')} />
      <Checkbox form={form} name="isProducer" label={t('trader.producer')} hint={t('trader.producerHint')} />
      <Checkbox form={form} name="isOrganic" label={t('trader.organic')} />
      <Field form={form} name="certifier" label={t('trader.certifier')} optional />
      <Field form={form} name="siret" label={t('trader.siret')} hint={t('trader.siretHint')} inputmode="numeric" optional />
      <Field form={form} name="email" type="email" label={t('trader.email')} hint={t('trader.emailHint')} optional />
      <Field form={form} name="phone" type="tel" label={t('trader.phone')} optional />
      <Checkbox form={form} name="showsName" label={t('trader.shows')} hint={t('trader.showsHint')} />
      <Button>{t(trader ? 'trader.save' : 'apply.send')}</Button>
    </form>
  </Page>
)
