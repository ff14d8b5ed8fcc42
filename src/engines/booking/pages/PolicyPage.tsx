import { emptyForm, type Form } from '#kernel/forms'
import { formatDate, formatMoney, type Locale } from '#kernel/i18n'
import { addDays } from '#kernel/rules'
import { Button, Checkbox, ErrorSummary, Field, Page, Section, Select } from '#kernel/ui'
import { NewVersion } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { PolicyVersion } from '../queries/policies.ts'
import type { PriceRule, Rules } from '../rules/policy.ts'
import { sayRules } from '../say.ts'

export interface PolicyProps {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly policy: { readonly id: string; readonly name: string }
  readonly things: readonly { readonly name: string; readonly path: string }[]
  /** The latest first. */
  readonly versions: readonly PolicyVersion[]
  readonly isPlaces: boolean
  readonly runs: boolean
  readonly form?: Form<NewVersion>
}

/** The rules and the price of something, version after version, and the next one. */
export const PolicyPage = (props: PolicyProps) => {
  const { t, locale, today, policy, things, runs, isPlaces } = props
  // Written again for the same day, a version was never in force.
  const versions = props.versions.filter((one, at) => props.versions[at - 1]?.since !== one.since)
  const current = versions.find(({ since }) => since <= today) ?? versions.at(-1)
  return (
    <Page
      title={t('policy.title', { name: policy.name })}
      kicker={t('policy.kicker')}
      lead={t('policy.lead')}
      breadcrumb={things[0] ? [{ label: things[0].name, href: things[0].path }] : [{ label: t('mine.title'), href: '/reservations' }]}
    >
      {versions.map((one, at) => (
        <Section key={one.number} title={whenOf(t, locale, one, current, versions[at - 1])} id={`version-${one.number}`}>
          <p>
            <strong>{sayPrice(t, locale, one.rules.price)}</strong>
          </p>
          <ul>
            {sayRules(one.rules, locale, isPlaces).map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
            {one.rules.depositCents > 0 && <li>{t('price.deposit', { amount: formatMoney(one.rules.depositCents, locale) })}</li>}
          </ul>
          {one.source !== '' && <p class="soft">{t('rule.source', { source: one.source })}</p>}
        </Section>
      ))}
      {runs && <NextVersion {...props} />}
    </Page>
  )
}

const whenOf = (t: T, locale: Locale, one: PolicyVersion, current: PolicyVersion | undefined, after: PolicyVersion | undefined) => {
  const day = formatDate(one.since, locale)
  if (one === current) return t('policy.now', { day })
  if (!current || one.since > current.since) return t('policy.planned', { day })
  return after && after.since > one.since
    ? t('policy.past', { day, until: formatDate(addDays(after.since, -1), locale) })
    : t('policy.past', { day, until: day })
}

export const sayPrice = (t: T, locale: Locale, price: PriceRule): string => {
  if (price.kind === 'free') return t('policy.free')
  return price.kind === 'flat'
    ? t(`policy.per.${price.per}`, { amount: formatMoney(price.cents, locale), unit: price.unit })
    : t('policy.scale')
}

const NextVersion = ({
  t,
  today,
  policy,
  versions,
  isPlaces,
  form = emptyForm(NewVersion, versions[0] && typed(versions[0].rules, today)),
}: PolicyProps) => (
  <Section title={t('policy.new')} lead={t('policy.newLead')} id="suivante">
    <ErrorSummary form={form} />
    <form method="post" action={`/reservations/regles/${policy.id}`} noValidate>
      <Field form={form} name="since" type="date" label={t('policy.since')} min={today} />
      <Field form={form} name="source" label={t('policy.source')} hint={t('policy.sourceHint')} />
      <Select
        form={form}
        name="price"
        label={t('policy.price')}
        options={(['keep', 'free', ...(isPlaces ? (['place'] as const) : (['hour'] as const)), 'booking'] as const).map(value => ({
          value,
          label: t(`policy.price.${value}`),
        }))}
      />
      <Field form={form} name="amount" label={t('policy.amount')} width="short" inputmode="decimal" unit="€" optional />
      <Field form={form} name="deposit" label={t('policy.deposit')} width="short" inputmode="decimal" unit="€" optional />
      <Field form={form} name="least" label={t('policy.least')} width="short" inputmode="numeric" unit={t('policy.minutes')} />
      <Field form={form} name="most" label={t('policy.most')} width="short" inputmode="numeric" unit={t('policy.minutes')} />
      <Field form={form} name="step" label={t('policy.step')} width="short" inputmode="numeric" unit={t('policy.minutes')} />
      <Field
        form={form}
        name="mostDays"
        label={t('policy.mostDays')}
        hint={t('policy.mostDaysHint')}
        width="short"
        inputmode="numeric"
        unit={t('policy.days')}
        optional
      />
      <Field
        form={form}
        name="weekMinutes"
        label={t('policy.weekMinutes')}
        hint={t('policy.weekHint')}
        width="short"
        inputmode="numeric"
        unit={t('policy.minutes')}
        optional
      />
      <Field form={form} name="atOnce" label={t('policy.atOnce')} hint={t('policy.weekHint')} width="short" inputmode="numeric" optional />
      <Field
        form={form}
        name="cancelUntil"
        label={t('policy.cancel')}
        hint={t('policy.cancelHint')}
        width="short"
        inputmode="numeric"
        unit={t('policy.minutes')}
      />
      <Field form={form} name="minimumAge" label={t('policy.age')} width="short" inputmode="numeric" unit={t('policy.years')} optional />
      <Checkbox form={form} name="approval" label={t('policy.approval')} />
      <Checkbox form={form} name="waits" label={t('policy.waits')} />
      {!isPlaces && <Checkbox form={form} name="earlyPerson" label={t('policy.earlyPerson')} />}
      {!isPlaces && <Checkbox form={form} name="earlyUsed" label={t('policy.earlyUsed')} />}
      <Button>{t('policy.save')}</Button>
    </form>
  </Section>
)

/** The rules in force, as the form shows them. */
const typed = (rules: Rules, today: string) => ({
  since: today,
  price: 'keep',
  deposit: rules.depositCents === 0 ? '' : String(rules.depositCents / 100),
  least: String(rules.length.least),
  most: String(rules.length.most),
  step: String(rules.length.step),
  mostDays: said(rules.advance.mostDays),
  weekMinutes: said(rules.perWeek.minutes),
  atOnce: said(rules.atOnce),
  cancelUntil: String(rules.cancelUntil),
  minimumAge: said(rules.minimumAge),
  ...(rules.approval.needed ? { approval: 'oui' } : {}),
  ...(rules.waiting === null ? {} : { waits: 'oui' }),
  ...(rules.earlyEnd.byPerson ? { earlyPerson: 'oui' } : {}),
  ...(rules.earlyEnd.counts === 'used' ? { earlyUsed: 'oui' } : {}),
})
const said = (value: number | null) => (value === null ? '' : String(value))
