import { formatDate, formatMoney } from '#kernel/i18n'
import { Actions, Button, Disclosure, ErrorSummary, Field, Notice, Page, Section, Table } from '#kernel/ui'
import type { Form } from '#kernel/forms'
import type { DayCancelled } from '../forms.ts'
import type { DayFigures, Stand } from '../queries/life.ts'
import type { KnownPitch, Market, MarketDay } from '../queries/markets.ts'
import type { Square } from '../rules/square.ts'
import { crumbs, type Said, sayLength, wrong } from './parts.tsx'
import { Stands } from './Stands.tsx'

interface Props extends Said {
  readonly market: Market
  readonly day: MarketDay
  readonly stands: readonly Stand[]
  readonly pitches: readonly KnownPitch[]
  readonly figures: DayFigures | null
  readonly list: Square['list']
  readonly seed: Square['seed']
  readonly order: readonly string[]
  readonly runs: boolean
  readonly cancelling: Form<DayCancelled>
}
/** One market day, in public: who stood where and by what right; the draw, with what it takes to do it again. */
export const DayPage = (props: Props) => {
  const { t, locale, market, day, stands, figures, list, seed, order, runs } = props
  return (
    <Page
      title={formatDate(day.on, locale)}
      kicker={market.name}
      breadcrumb={crumbs(t, { label: market.name, href: `/marche/lieux/${market.id}` })}
    >
      {day.cancelledBecause !== null && <Notice kind="warning">{t('day.cancelled', { reason: day.cancelledBecause })}</Notice>}
      {runs && day.cancelledBecause === null && (
        <Actions>
          <Button href={`/marche/placement/${day.id}`}>{t('day.place')}</Button>
          <Button kind="secondary" href={`/marche/jours/${day.id}/compte`}>
            {t('day.account')}
          </Button>
        </Actions>
      )}
      <Section title={t('day.stands')} id="presents">
        <Stands {...props} caption={t('day.stands')} />
        {figures && (
          <p>
            {t('day.figures', {
              traders: figures.traders,
              taken: sayLength(figures.taken, props),
              offered: sayLength(figures.offered, props),
              amount: formatMoney(figures.cents, locale),
            })}
          </p>
        )}
      </Section>
      {stands.some(one => one.how === 'choice') && <p class="soft">{t('day.choices')}</p>}
      {list && (
        <Section title={t('draw.title')} id="tirage" lead={t('draw.lead')}>
          <p>{t('sq.commitment', { digest: list.commitment })}</p>
          {seed && <p>{t('sq.drawn', { seed: seed.seed, witnesses: seed.witnesses })}</p>}
          <Table
            caption={t('draw.title')}
            hideCaption
            head={[t('draw.rank'), t('draw.line')]}
            rows={(order.length > 0 ? order : list.inputs).map((line, at) => [String(at + 1), line])}
          />
          <p class="soft">
            {t('draw.numbers')} {t('draw.again')}
          </p>
        </Section>
      )}
      {runs && day.cancelledBecause === null && stands.length === 0 && (
        <Disclosure summary={t('day.cancel')} open={wrong(props.cancelling)}>
          <form method="post" action={`/marche/jours/${day.id}/annulation`} noValidate>
            <ErrorSummary form={props.cancelling} />
            <Field form={props.cancelling} name="reason" label={t('day.cancelReason')} hint={t('day.cancelHint')} />
            <Button kind="danger">{t('day.cancelSend')}</Button>
          </form>
        </Disclosure>
      )}
    </Page>
  )
}
