import { emptyForm, type Form } from '#kernel/forms'
import { conflict, download, forbidden, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { stringify } from 'csv-stringify/sync'
import { bookOn, countBook, invoiceMonth, payInvoice, payReceipt } from '../acts/accounts.ts'
import { Counted, Month, Paid } from '../forms.ts'
import { words } from '../locales/index.ts'
import { DayAccountPage, InvoicePage, OfficePage, ReceiptPage } from '../pages/AccountPages.tsx'
import {
  booksBetween,
  invoiceById,
  invoicesOf,
  owedReceipts,
  paymentsBetween,
  receiptById,
  receiptByNumber,
  receiptsOfDay,
} from '../queries/accounts.ts'
import { daysBetweenOf, marketById, type MarketDay } from '../queries/markets.ts'
import { sumOfBooks } from '../rules/accounts.ts'
import type { Tables } from '../schema.ts'
import { runsMarket } from '../who.ts'
import { param, type Request, runDay, said } from './shared.tsx'

export const accountRoutes = router<Tables>()
  .get('/marche/jours/:marketDay/compte', resident, async c => {
    const day = await runDay(c)
    return day instanceof Response ? day : page(c, <DayAccountPage {...await dayProps(c, day)} />)
  })

  .post('/marche/jours/:marketDay/comptage', resident, async c => {
    const day = await runDay(c)
    if (day instanceof Response) return day
    const form = await submitted(c, Counted)
    const asked = [form.values['book'] ?? ''].flat()[0] ?? ''
    if (!form.ok) return page(c, <DayAccountPage {...await dayProps(c, day, { form, openBook: asked })} />, 422)
    const book = await bookOn(c.var, day, form.value.book)
    if (!book) return notFound(c)
    await countBook(c.var, day, book, form.value)
    return redirect(c, `/marche/jours/${day.id}/compte#carnet-${book.book}`)
  })

  .get('/marche/jours/:marketDay/recus/:marketBook/:marketNumber', resident, async c => {
    const receipt = await receiptByNumber(c.var, param(c, 'marketDay'), param(c, 'marketBook'), param(c, 'marketNumber').slice(0, 9))
    const isMine = receipt !== undefined && receipt.person !== null && receipt.person === c.var.actor.personId
    if (!receipt || !(isMine || (await runsMarket(c.var)))) return notFound(c)
    return page(c, <ReceiptPage {...said(c)} town={c.var.body.name} receipt={receipt} />)
  })

  .post('/marche/recus/:marketReceipt/paiement', resident, async c => {
    if (!(await runsMarket(c.var))) return forbidden(c, words(c.var.locale)('only.placers'))
    const receipt = await receiptById(c.var, param(c, 'marketReceipt'))
    if (!receipt) return notFound(c)
    if (
      receipt.means !== 'later' ||
      receipt.kind !== 'fee' ||
      receipt.paidOn !== null ||
      receipt.cancelledBy !== null ||
      receipt.cents === 0
    )
      return conflict(c)
    const form = await submitted(c, Paid)
    if (form.ok) await payReceipt(c.var, receipt, form.value.means)
    return form.ok ? redirect(c, `/marche/regie?mois=${c.var.today.slice(0, 7)}`) : conflict(c)
  })

  .get('/marche/regie', resident, async c => {
    if (!(await runsMarket(c.var))) return forbidden(c, words(c.var.locale)('only.placers'))
    const period = periodOf(c)
    const books = await booksBetween(c.var, period.from, period.to)
    const props = {
      ...said(c),
      month: period.name,
      isYear: period.name.length === 4,
      books,
      sums: sumOfBooks(books),
      payments: await paymentsBetween(c.var, period.from, period.to),
      invoices: period.name.length === 4 ? [] : await invoicesOf(c.var, { month: period.name }),
      owed: await owedReceipts(c.var),
      canInvoice: period.name.length === 7 && period.name < c.var.today.slice(0, 7),
      months: await monthsWithDays(c),
    }
    return page(c, <OfficePage {...props} />)
  })

  .get('/marche/regie.csv', resident, async c => {
    if (!(await runsMarket(c.var))) return forbidden(c, words(c.var.locale)('only.placers'))
    const { from, to, name } = periodOf(c)
    const rows = []
    for (const day of await daysBetweenOf(c.var, null, from, to))
      for (const one of await receiptsOfDay(c.var, day.id))
        rows.push([
          one.on,
          one.marketName,
          `${one.book}-${one.number}`,
          one.kind,
          one.traderName,
          one.holding,
          one.decimetres / 10,
          euros(one.metreCents),
          euros(one.powerCents),
          euros(one.cents),
          one.means,
          one.cancels ?? '',
          one.paidOn ?? '',
          one.by ?? '',
        ])
    const head = [
      'jour',
      'marche',
      'numero',
      'nature',
      'commercant',
      'regime',
      'metres',
      'prix_du_metre',
      'electricite',
      'total',
      'moyen',
      'annule',
      'paye_le',
      'par',
    ]
    return download(c, {
      name: `regie-marche-${name}.csv`,
      type: 'text/csv; charset=utf-8',
      body: stringify([head, ...rows], { escape_formulas: true }),
    })
  })

  .post('/marche/regie/factures', resident, async c => {
    if (!(await runsMarket(c.var))) return forbidden(c, words(c.var.locale)('only.placers'))
    const form = await submitted(c, Month)
    if (!form.ok || form.value.month >= c.var.today.slice(0, 7)) return conflict(c, words(c.var.locale)('invoice.notYet'))
    await invoiceMonth(c.var, form.value.month)
    return redirect(c, `/marche/regie?mois=${form.value.month}#factures`)
  })

  .get('/marche/factures/:marketInvoice', resident, async c => {
    const invoice = await invoiceById(c.var, param(c, 'marketInvoice'))
    const runs = await runsMarket(c.var)
    const isMine = invoice !== undefined && invoice.person !== null && invoice.person === c.var.actor.personId
    return invoice && (runs || isMine)
      ? page(c, <InvoicePage {...said(c)} town={c.var.body.name} invoice={invoice} runs={runs} />)
      : notFound(c)
  })

  .post('/marche/factures/:marketInvoice/paiement', resident, async c => {
    if (!(await runsMarket(c.var))) return forbidden(c, words(c.var.locale)('only.placers'))
    const invoice = await invoiceById(c.var, param(c, 'marketInvoice'))
    if (!invoice) return notFound(c)
    if (invoice.paidOn !== null || invoice.cents === 0) return conflict(c)
    const form = await submitted(c, Paid)
    if (form.ok) await payInvoice(c.var, invoice, form.value.means)
    return form.ok ? redirect(c, `/marche/factures/${invoice.id}`) : conflict(c)
  })

/** Cents as a number of euros, with a point: for a spreadsheet. */
const euros = (cents: number): number => cents / 100
/** The month or the year asked for; this month without one. */
const periodOf = (c: Request): { readonly name: string; readonly from: string; readonly to: string } => {
  const asked = c.req.query('mois') ?? ''
  if (/^20\d{2}$/.test(asked)) return { name: asked, from: `${asked}-01-01`, to: `${asked}-12-31` }
  const name = /^20\d{2}-(0[1-9]|1[0-2])$/.test(asked) ? asked : c.var.today.slice(0, 7)
  const [year = 0, month = 1] = name.split('-').map(Number)
  return { name, from: `${name}-01`, to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) }
}
const monthsWithDays = async (c: Request): Promise<readonly string[]> => {
  const year = Number(c.var.today.slice(0, 4))
  const days = await daysBetweenOf(c.var, null, `${year - 1}-07-01`, c.var.today)
  return [...new Set(days.map(day => day.on.slice(0, 7)))].toReversed().slice(0, 12)
}
const dayProps = async (c: Request, day: MarketDay, typed: { form?: Form<Counted>; openBook?: string } = {}) => {
  const books = (await booksBetween(c.var, day.on, day.on)).filter(one => one.day === day.id)
  const market = await marketById(c.var, day.market)
  if (!market) throw new Error(`No market ${day.market}.`)
  return {
    ...said(c),
    market,
    day,
    books,
    sums: sumOfBooks(books),
    receipts: await receiptsOfDay(c.var, day.id),
    form: typed.form ?? emptyForm(Counted),
    openBook: typed.openBook ?? '',
  }
}
