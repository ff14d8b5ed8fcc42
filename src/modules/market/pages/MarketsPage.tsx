import { formatDate } from '#kernel/i18n'
import { Actions, Button, Empty, Listing, Page } from '#kernel/ui'
import type { Market, MarketDay } from '../queries/markets.ts'
import { type Said, sayTime, sayWeekday } from './parts.tsx'

interface Props extends Said {
  readonly markets: readonly Market[]
  readonly next: readonly MarketDay[]
  readonly isSignedIn: boolean
  readonly isTrader: boolean
  readonly runs: boolean
  readonly isAgent: boolean
}
/** The markets of the commune. */
export const MarketsPage = ({ t, locale, markets, next, isSignedIn, isTrader, runs, isAgent }: Props) => (
  <Page title={t('market.title')} lead={t('market.lead')}>
    <Actions>
      <Button href={isSignedIn && isTrader ? '/marche/mon-stand' : '/marche/inscription'}>
        {t(isTrader ? 'mine.title' : 'apply.title')}
      </Button>
      {runs && (
        <Button kind="secondary" href="/marche/tenue">
          {t('desk.title')}
        </Button>
      )}
    </Actions>
    {markets.length === 0 ? (
      <Empty title={t('market.none')} {...(isAgent ? { action: { label: t('market.new'), href: '/marche/lieux/nouveau' } } : {})}>
        {t('market.noneText')}
      </Empty>
    ) : (
      <Listing
        level={2}
        items={markets.map(market => {
          const day = next.find(one => one.market === market.id && one.cancelledBecause === null)
          return {
            title: market.name,
            href: `/marche/lieux/${market.id}`,
            text: `${market.weekdays.map(one => sayWeekday(one, t)).join(', ')}, ${t('market.hours', { from: sayTime(market.opens, locale), to: sayTime(market.closes, locale) })}, ${market.place}`,
            note:
              market.closedOn !== null
                ? t('market.closed', { date: formatDate(market.closedOn, locale) })
                : day && t('market.next', { date: formatDate(day.on, locale) }),
          }
        })}
      />
    )}
    <p>
      <a href="/marche/regles">{t('rules.title')}</a>
    </p>
    {isAgent && markets.length > 0 && (
      <p>
        <a href="/marche/lieux/nouveau">{t('market.new')}</a>
      </p>
    )}
  </Page>
)
