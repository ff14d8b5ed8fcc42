import { formatDate } from '#kernel/i18n'
import { Button, Checkbox, Disclosure, ErrorSummary, Field, Listing, Section, Select } from '#kernel/ui'
import { sayLength, sayWeekday, wrong } from './parts.tsx'
import type { TraderProps } from './traderProps.ts'

/** Their fixed places, those they ask for, those they are given. */
export const Places = (props: TraderProps) => {
  const { t, locale, trader, subscriptions, requests, markets, alleys, forms, runs } = props
  return (
    <Section title={t('places.title')} id="places">
      {subscriptions.length === 0 ? (
        <p>{t('places.none')}</p>
      ) : (
        <Listing
          items={subscriptions.map(one => ({
            title: t('places.one', {
              weekday: sayWeekday(one.weekday, t),
              alley: one.alleyName,
              metres: sayLength(one.to - one.from, props),
            }),
            href: `/marche/abonnements/${one.id}`,
            text:
              one.endedOn === null
                ? t('places.since', { date: formatDate(one.since, locale) })
                : t('places.ended', { date: formatDate(one.endedOn, locale), because: t(`ended.${one.endedBecause as 'left'}`) }),
          }))}
        />
      )}
      {requests.map(one => (
        <p key={one.id}>
          {t('places.asked', {
            weekday: sayWeekday(one.weekday, t),
            date: formatDate(one.askedOn, locale),
            kind: t(`request.${one.kind}`),
          })}
        </p>
      ))}
      {trader.acceptedOn !== null &&
        markets.map(market => (
          <Disclosure key={market.id} summary={t('request.add', { market: market.name })} open={wrong(forms.request)}>
            <form method="post" action={`/marche/commercants/${trader.id}/demandes/${market.id}`} noValidate>
              <ErrorSummary form={forms.request} />
              <Select
                form={forms.request}
                name="weekday"
                prefix={`demande-${market.id}`}
                label={t('waiting.weekday')}
                options={market.weekdays.map(one => ({ value: String(one), label: sayWeekday(one, t) }))}
              />
              <Field
                form={forms.request}
                name="length"
                prefix={`demande-${market.id}`}
                label={t('trader.length')}
                inputmode="decimal"
                width="short"
                unit="m"
              />
              <Button kind="secondary">{t('request.send')}</Button>
            </form>
          </Disclosure>
        ))}
      {runs &&
        trader.acceptedOn !== null &&
        markets.map(market => (
          <Disclosure key={market.id} summary={t('subscribe.title', { market: market.name })} open={wrong(forms.subscription)}>
            <form method="post" action={`/marche/commercants/${trader.id}/abonnements/${market.id}`} noValidate>
              <ErrorSummary form={forms.subscription} />
              <Select
                form={forms.subscription}
                name="weekday"
                prefix={`abonnement-${market.id}`}
                label={t('waiting.weekday')}
                options={market.weekdays.map(one => ({ value: String(one), label: sayWeekday(one, t) }))}
              />
              <Select
                form={forms.subscription}
                name="alley"
                prefix={`abonnement-${market.id}`}
                label={t('pitch.alley')}
                options={alleys.map(one => ({ value: one.id, label: one.name }))}
              />
              <Field
                form={forms.subscription}
                name="from"
                prefix={`abonnement-${market.id}`}
                label={t('pitch.from')}
                hint={t('pitch.fromHint')}
                inputmode="decimal"
                width="short"
                unit="m"
              />
              <Field
                form={forms.subscription}
                name="length"
                prefix={`abonnement-${market.id}`}
                label={t('pitch.length')}
                inputmode="decimal"
                width="short"
                unit="m"
              />
              <Checkbox form={forms.subscription} name="hasPower" label={t('subscribe.power')} />
              <Field form={forms.subscription} name="since" prefix={`abonnement-${market.id}`} type="date" label={t('subscribe.since')} />
              <Field
                form={forms.subscription}
                name="reason"
                prefix={`abonnement-${market.id}`}
                label={t('subscribe.reason')}
                hint={t('subscribe.reasonHint')}
                optional
              />
              <Button>{t('subscribe.send')}</Button>
            </form>
          </Disclosure>
        ))}
    </Section>
  )
}
