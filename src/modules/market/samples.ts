import { sql } from '#kernel/db'
import type { Here } from './schema.ts'

/** The richest page of each kind: the market, the last morning, a subscriber who was warned. */
export const samples = async (world: Here): Promise<Readonly<Record<string, string>>> => {
  const id = world.body.id
  const first = async (query: ReturnType<typeof sql<{ id: string }>>) => (await query.execute(world.db)).rows[0]?.id ?? '1'
  const receipt = (
    await sql<{
      id: string
      day: string
      book: string
      number: string
    }>`select id::text as id, day_id::text as day, device_id::text as book, number::text as number
      from market.receipt where body_id = ${id} and kind = 'fee' and day_id = (select day_id from market.receipt where body_id = ${id} order by id desc limit 1)
      order by means <> 'later', id limit 1`.execute(world.db)
  ).rows[0]
  return {
    market: await first(
      sql`select market_id::text as id from market.alley where body_id = ${id} group by market_id order by count(*) desc, market_id limit 1`,
    ),
    marketDay: receipt?.day ?? (await first(sql`select id::text as id from market.day where body_id = ${id} order by id limit 1`)),
    marketBook: receipt?.book ?? '1',
    marketNumber: receipt?.number ?? '1',
    marketReceipt: receipt?.id ?? '1',
    marketTrader: await first(sql`select t.id::text as id from market.trader t where t.body_id = ${id} order by t.person_id is null,
      (select count(*) from market.receipt r where r.body_id = t.body_id and r.trader_id = t.id) desc, t.id limit 1`),
    marketDocument: await first(sql`select id::text as id from market.document where body_id = ${id} order by file_id is null, id limit 1`),
    marketSubscription:
      await first(sql`select b.id::text as id from market.subscription b left join market.step s on s.body_id = b.body_id and s.subscription_id = b.id
      where b.body_id = ${id} group by b.id order by count(s.id) desc, b.id limit 1`),
    marketStep: await first(
      sql`select id::text as id from market.step where body_id = ${id} order by kind <> 'hearing', lifted_on is not null, id limit 1`,
    ),
    marketSuccession: await first(
      sql`select id::text as id from market.succession where body_id = ${id} order by decision is not null, id limit 1`,
    ),
    marketInvoice: await first(sql`select id::text as id from market.invoice where body_id = ${id} order by id limit 1`),
  }
}
