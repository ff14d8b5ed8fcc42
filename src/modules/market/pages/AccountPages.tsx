import { emptyForm, type Form } from '#kernel/forms'
import { formatDate, formatMoney } from '#kernel/i18n'
import {
  Actions,
  Button,
  DefinitionList,
  DownloadLinks,
  ErrorSummary,
  Field,
  Hidden,
  Notice,
  Page,
  Section,
  Select,
  Table,
} from '#kernel/ui'
import { Counted, Paid } from '../forms.ts'
import type { BookAccount, Invoice, KnownReceipt } from '../queries/accounts.ts'
import type { Market, MarketDay } from '../queries/markets.ts'
import { feeOf } from '../rules/feeOf.ts'
import type { sumOfBooks } from '../rules/accounts.ts'
import { crumbs, type Said, sayLength, wrong } from './parts.tsx'

type Sums = ReturnType<typeof sumOfBooks>
const BookTable = ({ t, locale, books, sums }: Said & { books: readonly BookAccount[]; sums: Sums }) => {
  const money = (cents: number) => formatMoney(cents, locale)
  return (
    <Table
      caption={t('account.books')}
      hideCaption
      head={[
        t('account.book'),
        t('account.receipts'),
        t('sq.means.cash'),
        t('sq.means.cheque'),
        t('sq.means.card'),
        t('sq.means.later'),
        t('sq.total'),
        t('account.difference'),
      ]}
      numeric={[1, 2, 3, 4, 5, 6, 7]}
      rows={[
        ...books.map(one => [
          <a
            href={`/marche/jours/${one.day}/compte`}
          >{`${formatDate(one.on, locale)}, ${t('sq.book', { book: one.book })}${one.holder ? `, ${one.holder}` : ''}`}</a>,
          String(one.receipts),
          money(one.cash),
          money(one.cheque),
          money(one.card),
          money(one.later),
          money(one.total),
          one.counted === null ? t('account.notCounted') : money(one.counted - one.cash),
        ]),
        [
          t('sq.total'),
          '',
          money(sums.cash),
          money(sums.cheque),
          money(sums.card),
          money(sums.later),
          money(sums.total),
          money(sums.difference),
        ],
      ]}
    />
  )
}

interface DayProps extends Said {
  readonly market: Market
  readonly day: MarketDay
  readonly books: readonly BookAccount[]
  readonly sums: Sums
  readonly receipts: readonly KnownReceipt[]
  readonly form: Form<Counted>
  readonly openBook: string
}
/** The daily statement of the fee office: book by book, what was received and what was counted. */
export const DayAccountPage = (props: DayProps) => {
  const { t, locale, day, market, books, receipts, form, openBook } = props
  return (
    <Page
      title={t('account.day', { date: formatDate(day.on, locale) })}
      kicker={market.name}
      width="wide"
      breadcrumb={crumbs(t, { label: formatDate(day.on, locale), href: `/marche/jours/${day.id}` })}
    >
      {books.length === 0 ? (
        <p>{t('sq.noReceipts')}</p>
      ) : (
        <>
          <BookTable {...props} />
          {books.map(one => (
            <Section key={one.book} title={t('account.count', { book: one.book, holder: one.holder ?? '' })} id={`carnet-${one.book}`}>
              {one.closedAt !== null && one.counted !== null && (
                <p>
                  {t('account.counted', {
                    amount: formatMoney(one.counted, locale),
                    expected: formatMoney(one.countedFor ?? 0, locale),
                    note: one.note,
                  })}
                </p>
              )}
              {one.countedFor !== null && one.countedFor !== one.cash && <Notice kind="warning">{t('account.stale')}</Notice>}
              <form method="post" action={`/marche/jours/${day.id}/comptage`} noValidate>
                {openBook === one.book && wrong(form) && <ErrorSummary form={form} />}
                <Hidden form={form} name="book" value={one.book} />
                <Field
                  form={openBook === one.book ? form : emptyForm(Counted)}
                  name="counted"
                  prefix={`compte-${one.book}`}
                  label={t('account.cash')}
                  inputmode="decimal"
                  width="short"
                  unit="€"
                />
                <Field
                  form={openBook === one.book ? form : emptyForm(Counted)}
                  name="note"
                  prefix={`compte-${one.book}`}
                  label={t('account.note')}
                  optional
                />
                <Button kind="secondary" label={t('account.countOne', { book: one.book })}>
                  {t('account.countSend')}
                </Button>
              </form>
            </Section>
          ))}
          <Section title={t('sq.receipts')} id="recus">
            <Table
              caption={t('sq.receipts')}
              hideCaption
              head={[t('account.number'), t('account.trader'), t('pitch.length'), t('sq.meansHead'), t('sq.total')]}
              numeric={[2, 4]}
              rows={receipts.map(one => [
                <a href={`/marche/jours/${one.day}/recus/${one.book}/${one.number}`}>{`${one.book}-${one.number}`}</a>,
                one.kind === 'cancel' ? `${one.traderName} (${t('sq.counter', { number: one.cancels ?? '' })})` : one.traderName,
                sayLength(one.decimetres, props),
                t(`sq.means.${one.means}`),
                formatMoney(one.cents, locale),
              ])}
            />
          </Section>
        </>
      )}
    </Page>
  )
}

interface OfficeProps extends Said {
  readonly month: string
  readonly isYear: boolean
  readonly books: readonly BookAccount[]
  readonly sums: Sums
  readonly payments: readonly { readonly kind: 'receipt' | 'invoice'; readonly means: string; readonly cents: number }[]
  readonly invoices: readonly Invoice[]
  readonly owed: readonly KnownReceipt[]
  readonly canInvoice: boolean
  readonly months: readonly string[]
}
/** The accounts of the fee office for a month or a year. */
export const OfficePage = (props: OfficeProps) => {
  const { t, locale, month, isYear, books, payments, invoices, owed, months } = props
  return (
    <Page
      title={t('office.title', { month })}
      lead={t('office.lead')}
      breadcrumb={crumbs(t, { label: t('desk.title'), href: '/marche/tenue' })}
      width="wide"
    >
      <nav aria-label={t('office.months')}>
        <Actions>
          {months.map(one => (
            <Button key={one} kind="secondary" small href={`/marche/regie?mois=${one}`}>
              {one}
            </Button>
          ))}
          <Button kind="secondary" small href={`/marche/regie?mois=${month.slice(0, 4)}`}>
            {t('office.year', { year: month.slice(0, 4) })}
          </Button>
        </Actions>
      </nav>
      <Section title={t('account.books')} id="carnets">
        {books.length === 0 ? <p>{t('office.none')}</p> : <BookTable {...props} />}
      </Section>
      <Section title={t('office.payments')} id="paiements">
        {payments.length === 0 ? (
          <p>{t('office.noPayments')}</p>
        ) : (
          <Table
            caption={t('office.payments')}
            hideCaption
            head={[t('office.for'), t('sq.meansHead'), t('sq.total')]}
            numeric={[2]}
            rows={payments.map(one => [t(`office.${one.kind}`), t(`sq.means.${one.means as 'cash'}`), formatMoney(one.cents, locale)])}
          />
        )}
      </Section>
      {!isYear && (
        <Section title={t('office.invoices')} id="factures">
          {invoices.length > 0 && (
            <Table
              caption={t('office.invoices')}
              hideCaption
              head={[t('invoice.number'), t('account.trader'), t('sq.total'), t('invoice.state')]}
              numeric={[2]}
              rows={invoices.map(one => [
                <a href={`/marche/factures/${one.id}`}>{one.id}</a>,
                one.traderName,
                formatMoney(one.cents, locale),
                one.paidOn === null ? t('invoice.due') : t('invoice.paidOn', { date: formatDate(one.paidOn, locale) }),
              ])}
            />
          )}
          {props.canInvoice ? (
            <form method="post" action="/marche/regie/factures">
              <input type="hidden" name="month" value={month} />
              <Button kind="secondary">{t('invoice.make')}</Button>
            </form>
          ) : (
            <p>{t('invoice.notYet')}</p>
          )}
        </Section>
      )}
      {owed.length > 0 && (
        <Section title={t('office.owed')} id="a-recevoir">
          <Table
            caption={t('office.owed')}
            hideCaption
            head={[t('account.number'), t('account.trader'), t('sq.total'), t('office.receive')]}
            numeric={[2]}
            rows={owed.map(one => [
              <a href={`/marche/jours/${one.day}/recus/${one.book}/${one.number}`}>{`${one.book}-${one.number}`}</a>,
              one.traderName,
              formatMoney(one.cents, locale),
              <PaidForm t={t} action={`/marche/recus/${one.id}/paiement`} id={`recu-${one.id}`} name={one.traderName} />,
            ])}
          />
        </Section>
      )}
      <DownloadLinks links={[{ href: `/marche/regie.csv?mois=${month}`, label: t('office.csv') }]} />
    </Page>
  )
}
const PaidForm = ({ t, action, id, name }: Pick<Said, 't'> & { action: string; id: string; name: string }) => (
  <form method="post" action={action}>
    <Select
      form={emptyForm(Paid, { means: 'cash' })}
      name="means"
      prefix={id}
      label={t('sq.means', { name })}
      options={(['cash', 'cheque', 'card'] as const).map(one => ({ value: one, label: t(`sq.means.${one}`) }))}
    />
    <Button small kind="secondary" label={t('office.receiveOne', { name })}>
      {t('office.receive')}
    </Button>
  </form>
)

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
