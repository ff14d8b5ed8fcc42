import { sql } from '#kernel/db'
import type { Accounts } from '../schema.ts'

/** What the rule on vouching needs to know of two neighbours. */
export const vouchFacts = async (db: Accounts, body: number, who: { person: string; voucher: string; today: string }) => {
  const { rows } = await sql<{
    given: number
    alreadyVouched: boolean
    vouchedThisYear: number
    voucherProof: string | null
    isVerified: boolean
  }>`
    select
      (select count(*)::int from accounts.vouch v where v.body_id = ${body} and v.person_id = ${who.person}) as given,
      exists (select from accounts.vouch v where v.body_id = ${body} and v.person_id = ${who.person} and v.voucher_id = ${who.voucher}) as "alreadyVouched",
      (select count(*)::int from accounts.vouch v where v.body_id = ${body} and v.voucher_id = ${who.voucher}
        and v.vouched_at > ${who.today}::date - interval '1 year') as "vouchedThisYear",
      (select r.proof from kernel.residence r where r.body_id = ${body} and r.person_id = ${who.voucher} and r.proof in ('posted-code', 'document-seen')
        and r.since <= ${who.today} and (r.until is null or r.until >= ${who.today}) order by r.id limit 1) as "voucherProof",
      exists (select from kernel.residence r where r.body_id = ${body} and r.person_id = ${who.person} and r.proof <> 'declared'
        and r.since <= ${who.today} and (r.until is null or r.until >= ${who.today})) as "isVerified"`.execute(db)
  return rows[0]!
}

/** How many neighbours vouched for a person so far. */
export const vouchesGiven = async (db: Accounts, body: number, person: string): Promise<number> => {
  const row = await db
    .selectFrom('accounts.vouch')
    .select(eb => eb.fn.countAll<string>().as('n'))
    .where('body_id', '=', body)
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
