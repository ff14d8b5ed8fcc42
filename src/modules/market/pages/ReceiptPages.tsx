import { formatDate, formatMoney } from '#kernel/i18n'
import { DefinitionList, Notice, Page, Table } from '#kernel/ui'
import type { Invoice, KnownReceipt } from '../queries/accounts.ts'
import { feeOf } from '../rules/feeOf.ts'
import { PaidForm } from './PaidForm.tsx'
import { crumbs, type Said, sayLength } from './parts.tsx'

/** What the trader takes away: printed, shown or sent. */
export const ReceiptPage = ({ t, locale, town, receipt }: Said & { town: string; receipt: KnownReceipt }) => {
  const fee = feeOf(
    { metreCents: receipt.metreCents, leastCents: receipt.leastCents, powerCents: receipt.powerCents },
    receipt.decimetres,
    receipt.powerCents > 0,
  )
  return (
    <Page
      title={t('receipt.title', { number: `${receipt.book}-${receipt.number}` })}
      kicker={receipt.marketName}
      breadcrumb={crumbs(t, { label: formatDate(receipt.on, locale), href: `/marche/jours/${receipt.day}` })}
    >
      {receipt.cancelledBy !== null && <Notice kind="warning">{t('receipt.cancelled', { number: receipt.cancelledBy })}</Notice>}
      {receipt.kind === 'cancel' && <Notice>{t('sq.counter', { number: receipt.cancels ?? '' })}</Notice>}
      <DefinitionList
        items={[
          { term: t('sq.town'), value: town },
          { term: t('sq.day'), value: formatDate(receipt.on, locale) },
          { term: t('account.trader'), value: receipt.traderName },
          { term: t('tariff.holding'), value: t(`holding.${receipt.holding}`) },
          { term: t('sq.length'), value: sayLength(receipt.decimetres, { t, locale }) },
          { term: t('sq.unit'), value: formatMoney(receipt.metreCents, locale) },
          { term: t('sq.least'), value: fee.isLeast ? formatMoney(receipt.leastCents, locale) : '' },
          { term: t('sq.electricity'), value: receipt.powerCents > 0 ? formatMoney(receipt.powerCents, locale) : '' },
          { term: t('sq.total'), value: <strong>{formatMoney(receipt.cents, locale)}</strong> },
          {
            term: t('sq.meansHead'),
            value:
              receipt.paidOn === null ? t(`sq.means.${receipt.means}`) : t('invoice.paidOn', { date: formatDate(receipt.paidOn, locale) }),
          },
          { term: t('receipt.by'), value: receipt.by ?? '' },
          { term: t('sq.cancelReason'), value: receipt.reason },
        ]}
      />
      {receipt.cents !== receipt.dueCents && (
        <Notice kind="warning">{t('sq.differs', { amount: formatMoney(receipt.dueCents, locale) })}</Notice>
      )}
      <p class="soft">{t('receipt.uniform')}</p>
    </Page>
  )
}

export const InvoicePage = ({ t, locale, town, invoice, runs }: Said & { town: string; invoice: Invoice; runs: boolean }) => (
  <Page title={t('invoice.title', { number: invoice.id })} kicker={town} breadcrumb={crumbs(t)}>
    <DefinitionList
      items={[
        { term: t('account.trader'), value: invoice.traderName },
        { term: 'SIRET', value: invoice.siret ?? '' },
        { term: t('invoice.month'), value: invoice.month },
        { term: t('invoice.issued'), value: formatDate(invoice.issuedOn, locale) },
        {
          term: t('invoice.state'),
          value: invoice.paidOn === null ? t('invoice.due') : t('invoice.paidOn', { date: formatDate(invoice.paidOn, locale) }),
        },
      ]}
    />
    <Table
      caption={t('invoice.lines')}
      head={[t('sq.day'), t('pitch.length'), t('sq.unit'), t('sq.electricity'), t('sq.total')]}
      numeric={[1, 2, 3, 4]}
      rows={[
        ...invoice.lines.map(line => [
          formatDate(line.on, locale),
          sayLength(line.decimetres, { t, locale }),
          formatMoney(line.metreCents, locale),
          formatMoney(line.powerCents, locale),
          formatMoney(line.cents, locale),
        ]),
        [t('sq.total'), '', '', '', formatMoney(invoice.cents, locale)],
      ]}
    />
    <p class="soft">{t('invoice.kept')}</p>
    {runs && invoice.paidOn === null && invoice.cents > 0 && (
      <PaidForm t={t} action={`/marche/factures/${invoice.id}/paiement`} id="facture" name={invoice.traderName} />
    )}
  </Page>
)
