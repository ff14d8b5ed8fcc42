import { sql } from '#kernel/db'
import type { Holding, Means } from '../rules/terms.ts'
import type { InvoiceLine, Here } from '../schema.ts'

type Where = Pick<Here, 'db' | 'body'>
export interface KnownReceipt {
  readonly id: string
  readonly day: string
  readonly on: string
  readonly marketName: string
  readonly book: string
  readonly number: number
  readonly kind: 'fee' | 'cancel' | 'void'
  readonly trader: string
  readonly traderName: string
  readonly person: string | null
  readonly email: string
  readonly holding: Holding
  readonly decimetres: number
  readonly metreCents: number
  readonly leastCents: number
  readonly powerCents: number
  readonly cents: number
  readonly dueCents: number
  readonly means: Means
  readonly reason: string
  readonly issuedAt: string
  readonly cancels: string | null
  readonly cancelledBy: string | null
  readonly paidOn: string | null
  readonly by: string | null
}
const receipts = (where: ReturnType<typeof sql>, { db, body }: Where, limit: number) =>
  sql<KnownReceipt>`
    select r.id::text as id, r.day_id::text as day, d.held_on as "on", m.name as "marketName", r.device_id::text as book, r.number, r.kind,
      t.id::text as trader, t.name as "traderName", t.person_id as person, t.email, r.holding, r.decimetres, r.metre_cents as "metreCents",
      r.least_cents as "leastCents", r.power_cents as "powerCents", r.cents, r.due_cents as "dueCents", r.means, r.reason,
      r.issued_at as "issuedAt", c.device_id || '-' || c.number as cancels, u.device_id || '-' || u.number as "cancelledBy",
      p.paid_on as "paidOn", n.name as by
    from market.receipt r join market.day d on d.body_id = r.body_id and d.id = r.day_id
    join market.market m on m.body_id = r.body_id and m.id = d.market_id
    join market.trader t on t.body_id = r.body_id and t.id = r.trader_id
    left join market.receipt c on c.body_id = r.body_id and c.id = r.cancels
    left join market.receipt u on u.body_id = r.body_id and u.cancels = r.id and u.kind = 'cancel'
    left join market.payment p on p.body_id = r.body_id and p.receipt_id = r.id
    left join kernel.person n on n.id = r.by_person
    where r.body_id = ${body.id} and ${where} order by d.held_on desc, r.device_id, r.number limit ${limit}`.execute(db)

export const receiptByNumber = async (world: Where, day: string, book: string, number: string): Promise<KnownReceipt | undefined> =>
  (await receipts(sql`r.day_id = ${day} and r.device_id = ${book} and r.number = ${Number(number)}`, world, 1)).rows[0]
export const receiptById = async (world: Where, id: string): Promise<KnownReceipt | undefined> =>
  (await receipts(sql`r.id = ${id}`, world, 1)).rows[0]
export const receiptsOfTrader = async (world: Where, trader: string): Promise<readonly KnownReceipt[]> =>
  (await receipts(sql`r.trader_id = ${trader}`, world, 200)).rows
export const receiptsOfDay = async (world: Where, day: string): Promise<readonly KnownReceipt[]> =>
  (await receipts(sql`r.day_id = ${day}`, world, 2000)).rows
/** Marked « later », not undone, not paid yet. */
export const owedReceipts = async (world: Where): Promise<readonly KnownReceipt[]> =>
  (await receipts(sql`r.kind = 'fee' and r.means = 'later' and u.id is null and p.id is null`, world, 500)).rows

/** One line a book: what it received by each means, and what was counted. */
export interface BookAccount {
  readonly day: string
  readonly on: string
  readonly marketName: string
  readonly book: string
  readonly holder: string | null
  readonly receipts: number
  readonly cash: number
  readonly cheque: number
  readonly card: number
  readonly later: number
  readonly total: number
  readonly counted: number | null
  readonly countedFor: number | null
  readonly closedAt: string | null
  readonly note: string
}
/** The books of the days of a period, in order. */
export const booksBetween = async ({ db, body }: Where, from: string, to: string): Promise<readonly BookAccount[]> =>
  (
    await sql<BookAccount>`
      select d.id::text as day, d.held_on as "on", m.name as "marketName", r.device_id::text as book, n.name as holder, count(*)::int as receipts,
        coalesce(sum(r.cents) filter (where r.means = 'cash'), 0)::int as cash,
        coalesce(sum(r.cents) filter (where r.means = 'cheque'), 0)::int as cheque,
        coalesce(sum(r.cents) filter (where r.means = 'card'), 0)::int as card,
        coalesce(sum(r.cents) filter (where r.means = 'later'), 0)::int as later,
        sum(r.cents)::int as total, s.counted_cents as counted, s.expected_cents as "countedFor", s.closed_at as "closedAt", coalesce(s.note, '') as note
      from market.receipt r join market.day d on d.body_id = r.body_id and d.id = r.day_id
      join market.market m on m.body_id = r.body_id and m.id = d.market_id
      join market.device v on v.body_id = r.body_id and v.id = r.device_id
      left join kernel.person n on n.id = v.person_id
      left join lateral (select * from market.statement s where s.body_id = r.body_id and s.day_id = r.day_id and s.device_id = r.device_id
        order by s.id desc limit 1) s on true
      where r.body_id = ${body.id} and d.held_on between ${from}::date and ${to}::date
      group by d.id, d.held_on, m.name, r.device_id, n.name, s.counted_cents, s.expected_cents, s.closed_at, s.note
      order by d.held_on, d.id, r.device_id limit 2000`.execute(db)
  ).rows
/** What came in later, in the period: for receipts and for invoices. */
export const paymentsBetween = async ({ db, body }: Where, from: string, to: string) =>
  (
    await sql<{ kind: 'receipt' | 'invoice'; means: Means; cents: number }>`
      select case when invoice_id is null then 'receipt' else 'invoice' end as kind, means, sum(cents)::int as cents from market.payment
      where body_id = ${body.id} and paid_on between ${from}::date and ${to}::date group by 1, 2 order by 1, 2`.execute(db)
  ).rows

export interface Invoice {
  readonly id: string
  readonly subscription: string
  readonly trader: string
  readonly traderName: string
  readonly person: string | null
  readonly siret: string | null
  readonly month: string
  readonly cents: number
  readonly lines: readonly InvoiceLine[]
  readonly issuedOn: string
  readonly paidOn: string | null
  readonly means: Means | null
}
const invoices = ({ db, body }: Where) =>
  db
    .selectFrom('market.invoice as i')
    .innerJoin('market.trader as t', join => join.onRef('t.body_id', '=', 'i.body_id').onRef('t.id', '=', 'i.trader_id'))
    .leftJoin('market.payment as p', join => join.onRef('p.body_id', '=', 'i.body_id').onRef('p.invoice_id', '=', 'i.id'))
    .select([
      'i.id',
      'i.subscription_id as subscription',
      'i.trader_id as trader',
      't.name as traderName',
      't.person_id as person',
      't.siret',
      'i.month',
      'i.cents',
      'i.lines',
      'i.issued_on as issuedOn',
      'p.paid_on as paidOn',
      'p.means',
    ])
    .where('i.body_id', '=', body.id)
export const invoiceById = (world: Where, id: string): Promise<Invoice | undefined> =>
  invoices(world).where('i.id', '=', id).executeTakeFirst()
export const invoicesOf = (world: Where, of: { readonly trader?: string; readonly month?: string }): Promise<readonly Invoice[]> =>
  invoices(world)
    .$if(of.trader !== undefined, query => query.where('i.trader_id', '=', of.trader!))
    .$if(of.month !== undefined, query => query.where('i.month', '=', of.month!))
    .orderBy('i.month', 'desc')
    .orderBy('t.name')
    .orderBy('i.id')
    .limit(500)
    .execute()
