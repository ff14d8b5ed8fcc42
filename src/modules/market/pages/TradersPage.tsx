import { formatDate } from '#kernel/i18n'
import { Actions, Button, Empty, Page, Table, Tag } from '#kernel/ui'
import type { Trader } from '../queries/traders.ts'
import type { DocumentKind } from '../rules/terms.ts'
import { crumbs, type Said } from './parts.tsx'

/** Everyone on the market, and who asks. */
export const TradersPage = (props: Said & { traders: readonly (Trader & { missing: readonly DocumentKind[]; isBlocked: boolean })[] }) => {
  const { t, locale, traders } = props
  return (
    <Page
      title={t('traders.title')}
      lead={t('traders.lead')}
      breadcrumb={crumbs(t, { label: t('desk.title'), href: '/marche/tenue' })}
      width="wide"
    >
      <Actions>
        <Button href="/marche/inscription?guichet=oui">{t('trader.add')}</Button>
      </Actions>
      {traders.length === 0 ? (
        <Empty title={t('traders.none')} />
      ) : (
        <Table
          caption={t('traders.title')}
          hideCaption
          head={[t('account.trader'), t('trader.family'), t('trader.since'), t('trader.attended'), t('papers.state')]}
          numeric={[3]}
          rows={traders.map(one => [
            <a href={`/marche/commercants/${one.id}`}>{one.name}</a>,
            t(`sq.family.${one.family}`),
            one.acceptedOn === null ? t(one.refusedOn === null ? 'traders.asks' : 'traders.refused') : formatDate(one.since, locale),
            String(one.attended),
            one.missing.length === 0 ? (
              t('standing.ok')
            ) : (
              <span>
                <Tag tone={one.isBlocked ? 'brick' : 'ochre'}>{t(one.isBlocked ? 'traders.blocked' : 'traders.warned')}</Tag>{' '}
                {t('standing.missing', { papers: one.missing.map(kind => t(`sq.paper.${kind}`)).join(', ') })}
              </span>
            ),
          ])}
        />
      )}
    </Page>
  )
}
