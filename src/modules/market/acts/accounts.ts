import { record } from '#kernel/journal'
import { type BookAccount, booksBetween, type Invoice, invoicesOf, type KnownReceipt } from '../queries/accounts.ts'
import { daysBetweenOf, marketsOf, type MarketDay, tariffsOf, tariffsOn, weekdayOf } from '../queries/markets.ts'
import { holdsOn, subscriptionsOf } from '../queries/traders.ts'
import { invoiceLines, totalOf } from '../rules/accounts.ts'
import type { Here } from '../schema.ts'
import { pen } from '../who.ts'

/** Writes down the cash counted for a book. A second count is a new line: the first stays. */
export const countBook = async (
  world: Here,
  day: MarketDay,
  book: BookAccount,
  counted: { readonly counted: number; readonly note: string },
): Promise<void> => {
  await world.db
    .insertInto('market.statement')
    .values({
      body_id: world.body.id,
      day_id: day.id,
      device_id: book.book,
      receipts: book.receipts,
      total_cents: book.total,
      expected_cents: book.cash,
      counted_cents: counted.counted,
      note: counted.note,
      closed_at: world.now,
      by_person: pen(world),
    })
    .execute()
  await record(world, 'market.counted', {
    subject: `marketDay:${day.id}`,
    content: { book: book.book, difference: counted.counted - book.cash },
  })
}
export const bookOn = async (world: Here, day: MarketDay, book: string): Promise<BookAccount | undefined> =>
  (await booksBetween(world, day.on, day.on)).find(one => one.day === day.id && one.book === book)

/** Writes the invoices of a month that is over, one a subscription; those that exist stay as they are. @returns how many are new */
export const invoiceMonth = async (world: Here, month: string): Promise<number> => {
  const from = `${month}-01`
  const to = `${month}-31`
  const known = new Set((await invoicesOf(world, { month })).map(one => one.subscription))
  let made = 0
  for (const market of await marketsOf(world)) {
    const tariffs = await tariffsOf(world, market.id)
    const days = (await daysBetweenOf(world, market.id, from, lastOf(month))).filter(day => day.cancelledBecause === null)
    for (const one of await subscriptionsOf(world, { market: market.id })) {
      if (known.has(one.id) || one.since > to) continue
      const held = days.filter(day => weekdayOf(day.on) === one.weekday && holdsOn(one, day.on)).map(day => day.on)
      const place = { decimetres: one.to - one.from, hasPower: one.hasPower }
      const lines = invoiceLines(held, place, day => tariffsOn(tariffs, day).subscriber)
      if (lines.length === 0) continue
      await world.db
        .insertInto('market.invoice')
        .values({
          body_id: world.body.id,
          subscription_id: one.id,
          trader_id: one.trader,
          month,
          cents: totalOf(lines),
          lines: JSON.stringify(lines),
          issued_on: world.today,
          by_person: pen(world),
        })
        .execute()
      made += 1
    }
  }
  await record(world, 'market.invoiced', { subject: `marketMonth:${month}`, content: { made } })
  return made
}
const lastOf = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

export const payInvoice = async (world: Here, invoice: Invoice, means: 'cash' | 'cheque' | 'card'): Promise<void> => {
  await pay(world, { invoice_id: invoice.id, receipt_id: null, means, cents: invoice.cents })
  await record(world, 'market.paid', { subject: `marketInvoice:${invoice.id}`, content: { cents: invoice.cents, means } })
}
export const payReceipt = async (world: Here, receipt: KnownReceipt, means: 'cash' | 'cheque' | 'card'): Promise<void> => {
  await pay(world, { invoice_id: null, receipt_id: receipt.id, means, cents: receipt.cents })
  await record(world, 'market.paid', { subject: `marketReceipt:${receipt.id}`, content: { cents: receipt.cents, means } })
}
const pay = async (
  world: Here,
  row: { invoice_id: string | null; receipt_id: string | null; means: 'cash' | 'cheque' | 'card'; cents: number },
): Promise<void> => {
  await world.db
    .insertInto('market.payment')
    .values({ body_id: world.body.id, ...row, paid_on: world.today, by_person: pen(world) })
    .execute()
}
