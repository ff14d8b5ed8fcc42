import { forgetFile } from '#kernel/files'
import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'
import { invoicesOf, receiptsOfTrader } from './queries/accounts.ts'
import { requestsOf } from './queries/life.ts'
import { stepsOf, successionsOf } from './queries/steps.ts'
import { documentsOf, subscriptionsOf, traderOfPerson } from './queries/traders.ts'
import type { Here } from './schema.ts'

const basis = { fr: 'Mission d’intérêt public : tenir le marché et sa régie', en: 'Public task: running the market and its fee office' }

/** Traders, their papers and places, what they paid; who placed, received and decided. */
export const personalData: PersonalData = {
  held: [
    {
      what: { fr: 'Fiche du commerçant, documents et places', en: 'Record of the trader, papers and places' },
      basis,
      kept: {
        fr: 'Tant qu’il vient au marché, puis trois ans ; les documents, un an après leur fin',
        en: 'As long as they come, then three years; papers, a year after they end',
      },
    },
    {
      what: { fr: 'Reçus et factures', en: 'Receipts and invoices' },
      basis: { fr: 'Obligation légale : comptabilité publique', en: 'Legal obligation: public accounts' },
      kept: { fr: 'Dix ans ; le nom disparaît avec la fiche', en: 'Ten years; the name goes with the record' },
    },
    {
      what: { fr: 'Rappels, auditions, contestations et successions', en: 'Reminders, hearings, objections and successions' },
      basis,
      kept: { fr: 'Trois ans après la fin de la place', en: 'Three years after the place ended' },
    },
    {
      what: { fr: 'Qui a placé, encaissé, compté ou décidé', en: 'Who placed, received, counted or decided' },
      basis,
      kept: { fr: 'Le nom disparaît avec la personne', en: 'The name goes with the person' },
    },
  ],
  columns: {
    'market.trader.person_id': 'anonymised',
    'market.trader.keyed_by': 'anonymised',
    'market.document.seen_by': 'anonymised',
    'market.device.person_id': 'anonymised',
    'market.notice.keyed_by': 'anonymised',
    'market.act.by_person': 'anonymised',
    'market.receipt.by_person': 'anonymised',
    'market.invoice.by_person': 'anonymised',
    'market.payment.by_person': 'anonymised',
    'market.statement.by_person': 'anonymised',
    'market.step.by_person': 'anonymised',
    'market.appeal.keyed_by': 'anonymised',
    'market.appeal.answered_by': 'anonymised',
    'market.succession.keyed_by': 'anonymised',
    'market.succession.decided_by': 'anonymised',
  },
  erase: async (world: Here, person) => {
    const { db, body, today } = world
    const trader = (
      await sql<{ id: string }>`select id from market.trader where body_id = ${body.id} and person_id = ${person}`.execute(db)
    ).rows
    for (const { id } of trader) await forgetTrader(world, id)
    await sql`update market.trader set person_id = null, left_on = coalesce(left_on, ${today}::date) where body_id = ${body.id} and person_id = ${person}`.execute(
      db,
    )
    for (const [table, column] of hands)
      await sql`update ${sql.table(`market.${table}`)} set ${sql.ref(column)} = null where body_id = ${body.id} and ${sql.ref(column)} = ${person}`.execute(
        db,
      )
    await sql`update market.device set key = 'gone-' || id where body_id = ${body.id} and key = ${`desk-${person}`}`.execute(db)
  },
  export: async (world: Here, person) => {
    const trader = await traderOfPerson(world, person)
    if (!trader) return {}
    const subscriptions = await subscriptionsOf(world, { trader: trader.id })
    const followed = []
    for (const one of subscriptions)
      followed.push({ ...one, steps: await stepsOf(world, one.id), successions: await successionsOf(world, one.id) })
    return {
      trader,
      documents: await documentsOf(world, trader.id),
      subscriptions: followed,
      requests: await requestsOf(world, { trader: trader.id }),
      receipts: await receiptsOfTrader(world, trader.id),
      invoices: await invoicesOf(world, { trader: trader.id }),
    }
  },
}
const hands = [
  ['trader', 'keyed_by'],
  ['document', 'seen_by'],
  ['device', 'person_id'],
  ['notice', 'keyed_by'],
  ['act', 'by_person'],
  ['receipt', 'by_person'],
  ['invoice', 'by_person'],
  ['payment', 'by_person'],
  ['statement', 'by_person'],
  ['step', 'by_person'],
  ['appeal', 'keyed_by'],
  ['appeal', 'answered_by'],
  ['succession', 'keyed_by'],
  ['succession', 'decided_by'],
] as const

/** What says who a trader was goes; the accounts and the plan of past days stay, without a name. */
export const forgetTrader = async (world: Here, id: string): Promise<void> => {
  const { db, body, today } = world
  const documents = await documentsOf(world, id)
  for (const one of documents) if (one.file !== null) await forgetFile(world, one.file)
  await sql`delete from market.document where body_id = ${body.id} and trader_id = ${id}`.execute(db)
  await sql`update market.request set ended_on = ${today}, ended_because = 'withdrawn' where body_id = ${body.id} and trader_id = ${id} and ended_on is null`.execute(
    db,
  )
  await sql`update market.appeal a set text = '—' from market.step s, market.subscription b where a.body_id = ${body.id} and s.body_id = a.body_id
    and s.id = a.step_id and b.body_id = s.body_id and b.id = s.subscription_id and b.trader_id = ${id}`.execute(db)
  await sql`update market.step s set reason = '—', heard_said = '' from market.subscription b where s.body_id = ${body.id} and b.body_id = s.body_id
    and b.id = s.subscription_id and b.trader_id = ${id}`.execute(db)
  await sql`update market.subscription set ended_on = greatest(since, ${today}::date), ended_because = 'left' where body_id = ${body.id} and trader_id = ${id}
    and ended_on is null`.execute(db)
  await sql`update market.notice set reason = '' where body_id = ${body.id} and trader_id = ${id}`.execute(db)
  await sql`update market.presence set excuse = case when excuse = '' then '' else '—' end where body_id = ${body.id} and trader_id = ${id}`.execute(
    db,
  )
  await sql`update market.trader set name = '—', products = '', siret = null, email = '', phone = '', certifier = '', shows_name = false
    where body_id = ${body.id} and id = ${id}`.execute(db)
}
