import type { Form } from '#kernel/forms'
import { formatDate } from '#kernel/i18n'
import {
  Actions,
  Button,
  Checkbox,
  Checkboxes,
  Choice,
  Disclosure,
  Empty,
  ErrorSummary,
  Expected,
  Field,
  Listing,
  OpenFigure,
  Page,
  Section,
  Select,
  TextArea,
} from '#kernel/ui'
import type { Parameter } from '#kernel/parameters'
import type { NewAlley, NewMarket, NewPitch, NewPlacer, NewTariff, Withdrawal } from '../forms.ts'
import type { Alley, DatedTariff, KnownPitch, Market, MarketDay } from '../queries/markets.ts'
import { crumbs, type Said, sayLength, sayWeekday, wrong } from './parts.tsx'
import { MarketPlan } from './MarketPlan.tsx'

export interface Task {
  readonly text: string
  readonly href: string
  readonly note: string
}
interface DeskProps extends Said {
  readonly days: readonly (MarketDay & { readonly marketName: string })[]
  readonly today: string
  readonly tasks: readonly Task[]
  readonly placers: readonly { readonly id: string; readonly name: string; readonly title: string }[]
  readonly form: Form<NewPlacer>
  readonly isAgent: boolean
  readonly month: string
}
/** What there is to do on the market. */
export const DeskPage = (props: DeskProps) => {
  const { t, locale, days, today, tasks, placers, form, isAgent, month } = props
  const now = days.find(one => one.on === today && one.cancelledBecause === null)
  return (
    <Page
      title={t('desk.title')}
      breadcrumb={crumbs(t)}
      expected={
        now && (
          <Expected action={{ label: t('day.place'), href: `/marche/placement/${now.id}` }}>
            {t('desk.today', { market: now.marketName })}
          </Expected>
        )
      }
    >
      <Actions>
        <Button kind="secondary" href="/marche/commercants">
          {t('traders.title')}
        </Button>
        <Button kind="secondary" href={`/marche/regie?mois=${month}`}>
          {t('office.open')}
        </Button>
      </Actions>
      <Section title={t('desk.tasks')} id="a-faire">
        {tasks.length === 0 ? (
          <p>{t('desk.noTasks')}</p>
        ) : (
          <Listing items={tasks.map(one => ({ title: one.text, href: one.href, text: one.note }))} />
        )}
      </Section>
      <Section title={t('desk.days')} id="jours">
        {days.length === 0 ? (
          <Empty title={t('desk.noDays')} />
        ) : (
          <Listing
            items={days.map(one => ({
              title: `${one.marketName}, ${formatDate(one.on, locale)}`,
              href: `/marche/jours/${one.id}`,
              note: one.cancelledBecause !== null ? t('day.cancelled', { reason: one.cancelledBecause }) : undefined,
            }))}
          />
        )}
      </Section>
      <Section title={t('placer.title')} id="placiers" lead={t('placer.lead')}>
        <ul>
          {placers.map(one => (
            <li key={one.id}>
              {one.name}, {one.title}{' '}
              {isAgent && (
                <form method="post" action="/marche/tenue/placiers/fin">
                  <input type="hidden" name="placer" value={one.id} />
                  <Button small kind="secondary" label={t('placer.endOne', { name: one.name })}>
                    {t('placer.end')}
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
        {isAgent && (
          <Disclosure summary={t('placer.add')} open={wrong(form)}>
            <form method="post" action="/marche/tenue/placiers" noValidate>
              <ErrorSummary form={form} />
              <Field form={form} name="email" type="email" label={t('placer.email')} />
              <Field form={form} name="title" label={t('placer.as')} />
              <Button>{t('placer.send')}</Button>
            </form>
          </Disclosure>
        )}
      </Section>
    </Page>
  )
}

export const NewMarketPage = ({
  t,
  form,
  services,
}: Said & { form: Form<NewMarket>; services: readonly { readonly id: string; readonly name: string }[] }) => (
  <Page title={t('market.new')} breadcrumb={crumbs(t)}>
    <form method="post" action="/marche/lieux" noValidate>
      <ErrorSummary form={form} />
      <Field form={form} name="name" label={t('market.name')} />
      <Field form={form} name="place" label={t('market.place')} />
      <TextArea form={form} name="about" label={t('market.about')} rows={3} maxlength={1000} optional />
      <Checkboxes
        form={form}
        name="weekdays"
        label={t('market.weekdays')}
        options={[1, 2, 3, 4, 5, 6, 7].map(one => ({ value: String(one), label: sayWeekday(one, t) }))}
      />
      <Field form={form} name="opens" type="time" label={t('market.opens')} />
      <Field form={form} name="closes" type="time" label={t('market.closes')} />
      <Field form={form} name="callAt" type="time" label={t('market.callAt')} hint={t('market.callHint')} />
      <Choice
        form={form}
        name="method"
        label={t('market.method')}
        options={(['list', 'draw'] as const).map(value => ({ value, label: t(`method.${value}`) }))}
      />
      <Field form={form} name="seedRule" label={t('market.seedRule')} hint={t('market.seedHint')} optional />
      <Field form={form} name="width" label={t('market.width')} inputmode="decimal" width="short" unit="m" />
      <Field form={form} name="height" label={t('market.height')} inputmode="decimal" width="short" unit="m" />
      <Select
        form={form}
        name="service"
        label={t('market.service')}
        optional
        options={[{ value: '', label: t('market.noService') }, ...services.map(one => ({ value: one.id, label: one.name }))]}
      />
      <Button>{t('market.open')}</Button>
    </form>
  </Page>
)

export interface KeepProps extends Said {
  readonly market: Market
  readonly alleys: readonly Alley[]
  readonly pitches: readonly KnownPitch[]
  readonly tariffs: readonly DatedTariff[]
  readonly isAgent: boolean
  readonly forms: {
    readonly alley: Form<NewAlley>
    readonly pitch: Form<NewPitch>
    readonly withdrawal: Form<Withdrawal>
    readonly tariff: Form<NewTariff>
  }
}
/** Drawing the market and setting its prices. */
export const KeepMarketPage = (props: KeepProps) => {
  const { t, market, alleys, pitches, forms, isAgent } = props
  const path = `/marche/lieux/${market.id}`
  const used = pitches.filter(one => one.withdrawnOn === null)
  return (
    <Page title={t('keep.title')} kicker={market.name} breadcrumb={crumbs(t, { label: market.name, href: path })}>
      <Section title={t('plan.title')} id="plan">
        {pitches.length > 0 && <MarketPlan {...props} isTaken={() => false} />}
        {alleys.length > 0 && (
          <ul>
            {alleys.map(one => (
              <li key={one.id}>
                {t('alley.one', {
                  name: one.name,
                  metres: sayLength(one.length, props),
                  n: used.filter(pitch => pitch.alley === one.id).length,
                })}
              </li>
            ))}
          </ul>
        )}
        <Disclosure summary={t('alley.add')} open={wrong(forms.alley)}>
          <form method="post" action={`${path}/allees`} noValidate>
            <ErrorSummary form={forms.alley} />
            <Field form={forms.alley} name="name" label={t('alley.name')} />
            <Field form={forms.alley} name="x" label={t('alley.x')} inputmode="decimal" width="short" unit="m" />
            <Field form={forms.alley} name="y" label={t('alley.y')} inputmode="decimal" width="short" unit="m" />
            <Choice
              form={forms.alley}
              name="direction"
              label={t('alley.direction')}
              options={(['across', 'down'] as const).map(value => ({ value, label: t(`alley.${value}`) }))}
            />
            <Field form={forms.alley} name="length" prefix="allee" label={t('alley.length')} inputmode="decimal" width="short" unit="m" />
            <Button>{t('alley.send')}</Button>
          </form>
        </Disclosure>
        {alleys.length > 0 && (
          <Disclosure summary={t('pitch.add')} open={wrong(forms.pitch)}>
            <form method="post" action={`${path}/emplacements`} noValidate>
              <ErrorSummary form={forms.pitch} />
              <Select
                form={forms.pitch}
                name="alley"
                label={t('pitch.alley')}
                options={alleys.map(one => ({ value: one.id, label: one.name }))}
              />
              <Field form={forms.pitch} name="number" label={t('pitch.number')} width="short" />
              <Field
                form={forms.pitch}
                name="from"
                label={t('pitch.from')}
                hint={t('pitch.fromHint')}
                inputmode="decimal"
                width="short"
                unit="m"
              />
              <Field form={forms.pitch} name="length" prefix="place" label={t('pitch.length')} inputmode="decimal" width="short" unit="m" />
              <Checkbox form={forms.pitch} name="hasPower" label={t('pitch.power')} />
              <Checkbox form={forms.pitch} name="hasWater" label={t('pitch.water')} />
              <Button>{t('pitch.send')}</Button>
            </form>
          </Disclosure>
        )}
        {used.length > 0 && (
          <Disclosure summary={t('pitch.withdraw')} open={wrong(forms.withdrawal)}>
            <form method="post" action={`${path}/retrait`} noValidate>
              <ErrorSummary form={forms.withdrawal} />
              <Select
                form={forms.withdrawal}
                name="pitch"
                label={t('pitch.number')}
                options={used.map(one => ({
                  value: one.id,
                  label: `${alleys.find(alley => alley.id === one.alley)?.name ?? ''} ${one.number}`,
                }))}
              />
              <Field form={forms.withdrawal} name="reason" prefix="retrait" label={t('pitch.withdrawReason')} />
              <Button kind="danger">{t('pitch.withdraw')}</Button>
            </form>
          </Disclosure>
        )}
      </Section>
      {isAgent && (
        <Section title={t('tariff.title')} id="tarifs" lead={t('tariff.lead')}>
          <Disclosure summary={t('tariff.add')} open={wrong(forms.tariff)}>
            <form method="post" action={`${path}/tarifs`} noValidate>
              <ErrorSummary form={forms.tariff} />
              <Choice
                form={forms.tariff}
                name="holding"
                label={t('tariff.holding')}
                options={(['subscriber', 'casual'] as const).map(value => ({ value, label: t(`holding.${value}`) }))}
              />
              <Field form={forms.tariff} name="metre" label={t('tariff.metre')} inputmode="decimal" width="short" unit="€" />
              <Field form={forms.tariff} name="least" label={t('tariff.least')} inputmode="decimal" width="short" unit="€" />
              <Field form={forms.tariff} name="power" label={t('tariff.power')} inputmode="decimal" width="short" unit="€" />
              <Field form={forms.tariff} name="since" type="date" label={t('tariff.since')} />
              <Field form={forms.tariff} name="deliberation" label={t('tariff.source')} />
              <Button>{t('tariff.send')}</Button>
            </form>
          </Disclosure>
        </Section>
      )}
    </Page>
  )
}

/** The rules in force, each figure with its source. */
export const RulesPage = ({ t, locale, rules }: Said & { rules: readonly Parameter[] }) => (
  <Page title={t('rules.title')} lead={t('rules.lead')} breadcrumb={crumbs(t)}>
    <Section title={t('how.title')} id="ordre">
      <ol>
        <li>{t('rules.transfer')}</li>
        <li>{t('rules.waiting')}</li>
        <li>{t('rules.casual')}</li>
        <li>{t('rules.residents')}</li>
      </ol>
    </Section>
    <Section title={t('rules.figures')} id="chiffres">
      {rules.map(one => (
        <OpenFigure
          key={one.id}
          value={typeof one.value === 'boolean' ? t(one.value ? 'yes' : 'no') : String(one.value)}
          label={one.label[locale]}
          rule={one.note?.[locale] ?? one.label[locale]}
          since={one.from}
          source={{
            label: `${one.text}, ${one.article} (${t(one.status === 'verified' ? 'rules.verified' : 'rules.toConfirm')})`,
            href: one.url,
          }}
        />
      ))}
    </Section>
    <p>{t('rules.tariffs')}</p>
  </Page>
)
