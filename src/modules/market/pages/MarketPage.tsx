import { AboutService, type AboutServiceProps } from '#modules/catalogue'
import { formatDate, formatMoney, formatNumber, formatPercent } from '#kernel/i18n'
import { Actions, Bars, Button, Disclosure, FigureRow, Notice, OpenFigure, Page, Section, Table, Tag } from '#kernel/ui'
import type { Life, Stand } from '../queries/life.ts'
import type { Alley, DatedTariff, KnownPitch, Market, MarketDay } from '../queries/markets.ts'
import { crumbs, type Said, sayLength, sayTime, sayWeekday } from './parts.tsx'
import { MarketPlan } from './MarketPlan.tsx'
import { sayStandPlace, Stands } from './Stands.tsx'

export interface WaitingLine {
  readonly pseudonym: string
  readonly weekday: number
  readonly kind: 'transfer' | 'new'
  readonly length: number
  readonly since: string
}
export interface MarketProps extends Said {
  readonly market: Market
  readonly alleys: readonly Alley[]
  readonly pitches: readonly KnownPitch[]
  readonly tariffs: readonly DatedTariff[]
  readonly today: string
  readonly last: { readonly day: MarketDay; readonly stands: readonly Stand[] } | null
  readonly next: { readonly day: MarketDay; readonly stands: readonly Stand[] } | null
  readonly life: Life
  readonly waiting: readonly WaitingLine[]
  readonly outOfOrder: readonly { readonly since: string; readonly weekday: number; readonly alleyName: string; readonly reason: string }[]
  readonly about: AboutServiceProps | null
  readonly runs: boolean
}

/** Who is there, where, how places are given, for how much, and how alive it is. */
export const MarketPage = (props: MarketProps) => {
  const { t, locale, market, last, next, runs } = props
  const shown = next?.stands ?? []
  return (
    <Page
      title={market.name}
      lead={`${market.weekdays.map(one => sayWeekday(one, t)).join(', ')}, ${t('market.hours', { from: sayTime(market.opens, locale), to: sayTime(market.closes, locale) })}, ${market.place}`}
      breadcrumb={crumbs(t)}
    >
      {market.closedOn !== null && <Notice kind="warning">{t('market.closed', { date: formatDate(market.closedOn, locale) })}</Notice>}
      {market.about && <p>{market.about}</p>}
      <Actions>
        <Button href="/marche/inscription">{t('apply.title')}</Button>
        {runs && (
          <Button kind="secondary" href={`/marche/lieux/${market.id}/tenue`}>
            {t('keep.title')}
          </Button>
        )}
      </Actions>
      <Section title={next ? t('next.title', { date: formatDate(next.day.on, locale) }) : t('next.none')} id="prochain">
        {next && <p>{t('next.lead')}</p>}
        {props.pitches.length > 0 && (
          <MarketPlan
            {...props}
            isTaken={pitch => shown.some(one => one.alley === pitch.alley && one.from < pitch.to && pitch.from < one.to)}
          />
        )}
        <Disclosure summary={t('plan.pitches')} id="emplacements">
          <Table
            caption={t('plan.pitches')}
            hideCaption
            head={[t('pitch.number'), t('pitch.length'), t('pitch.power'), t('pitch.water'), t('pitch.state')]}
            numeric={[1]}
            rows={props.pitches.map(pitch => [
              sayStandPlace({ alleyName: props.alleys.find(one => one.id === pitch.alley)?.name ?? '', from: pitch.from }, [pitch]),
              sayLength(pitch.to - pitch.from, props),
              t(pitch.hasPower ? 'yes' : 'no'),
              t(pitch.hasWater ? 'yes' : 'no'),
              pitch.withdrawnOn === null ? t('pitch.used') : t('pitch.out', { reason: pitch.withdrawnBecause }),
            ])}
          />
        </Disclosure>
        {next && <Stands {...props} stands={next.stands} caption={t('next.title', { date: formatDate(next.day.on, locale) })} />}
      </Section>
      {last && (
        <Section title={t('last.title', { date: formatDate(last.day.on, locale) })} id="dernier">
          <Stands {...props} stands={last.stands} caption={t('last.title', { date: formatDate(last.day.on, locale) })} />
          <p>
            <a href={`/marche/jours/${last.day.id}`}>{t('last.more')}</a>
          </p>
        </Section>
      )}
      <How {...props} />
      <Tariffs {...props} />
      <Figures {...props} />
      <Waiting {...props} />
      {props.about && <AboutService {...props.about} />}
    </Page>
  )
}

const How = ({ t, locale, market }: MarketProps) => (
  <Section title={t('how.title')} id="attribution">
    <ol>
      <li>{t('how.subscribers')}</li>
      <li>{t('how.call', { time: sayTime(market.callAt, locale) })}</li>
      <li>{market.method === 'list' ? t('how.list') : t('how.draw', { rule: market.seedRule })}</li>
      <li>{t('how.length')}</li>
    </ol>
    <p>
      <a href="/marche/regles">{t('rules.title')}</a>
    </p>
  </Section>
)

const Tariffs = ({ t, locale, tariffs, today }: MarketProps) => (
  <Section title={t('tariff.title')} id="tarifs" lead={t('tariff.lead')}>
    {tariffs.length === 0 ? (
      <p>{t('tariff.none')}</p>
    ) : (
      <Table
        caption={t('tariff.title')}
        hideCaption
        head={[t('tariff.holding'), t('tariff.metre'), t('tariff.least'), t('tariff.power'), t('tariff.since'), t('tariff.source')]}
        numeric={[1, 2, 3]}
        rows={tariffs.map(one => [
          <span>
            {t(`holding.${one.holding}`)}{' '}
            {one.since <= today && (one.until === null || one.until >= today) && <Tag tone="leaf">{t('tariff.now')}</Tag>}
          </span>,
          formatMoney(one.metreCents, locale),
          formatMoney(one.leastCents, locale),
          formatMoney(one.powerCents, locale),
          one.until === null
            ? formatDate(one.since, locale)
            : t('tariff.between', { from: formatDate(one.since, locale), to: formatDate(one.until, locale) }),
          one.deliberation,
        ])}
      />
    )}
    <p class="soft">{t('tariff.rounding')}</p>
  </Section>
)

const Figures = ({ t, locale, life, market }: MarketProps) => {
  const share = (value: number | null) => (value === null ? t('figure.none') : formatPercent(value, locale))
  const figure = (name: 'vacancy' | 'attendance' | 'diversity' | 'producers' | 'organic' | 'rotation' | 'waiting', value: string) => ({
    label: t(`figure.${name}`),
    value: (
      <OpenFigure
        value={value}
        rule={t(`figure.${name}Rule`)}
        data={t('figure.data', { n: life.days.length })}
        source={{ label: t('figure.source'), href: '/donnees' }}
      />
    ),
  })
  return (
    <Section title={t('figure.title')} id="chiffres" lead={t('figure.lead')}>
      <FigureRow
        figures={[
          figure('vacancy', share(life.vacancy)),
          figure('attendance', share(life.attendance)),
          figure('diversity', formatNumber(life.diversity, locale)),
          figure('producers', share(life.producers)),
          figure('organic', share(life.organic)),
          figure('rotation', share(life.rotation)),
          figure('waiting', formatNumber(life.waiting, locale)),
        ]}
      />
      {life.families.size > 0 && (
        <Bars
          title={t('figure.families', { market: market.name })}
          bars={[...life.families]
            .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
            .map(([family, value]) => ({ label: t(`sq.family.${family}`), value }))}
        />
      )}
    </Section>
  )
}

const Waiting = (props: MarketProps) => {
  const { t, locale, waiting } = props
  return (
    <Section title={t('waiting.title')} id="attente" lead={t('waiting.lead')}>
      {waiting.length === 0 ? (
        <p>{t('waiting.none')}</p>
      ) : (
        <Table
          caption={t('waiting.title')}
          hideCaption
          head={[t('waiting.who'), t('waiting.weekday'), t('waiting.kind'), t('waiting.since'), t('pitch.length')]}
          numeric={[4]}
          rows={waiting.map(one => [
            one.pseudonym,
            sayWeekday(one.weekday, t),
            t(`request.${one.kind}`),
            formatDate(one.since, locale),
            sayLength(one.length, props),
          ])}
        />
      )}
      {props.outOfOrder.map(one => (
        <p key={`${one.since} ${one.weekday} ${one.alleyName}`}>
          {t('waiting.outOfOrder', {
            date: formatDate(one.since, locale),
            weekday: sayWeekday(one.weekday, t),
            alley: one.alleyName,
            reason: one.reason,
          })}
        </p>
      ))}
    </Section>
  )
}
