import { randomInt } from 'node:crypto'
import { pseudonymFrom } from '#engines/booking'
import { record } from '#kernel/journal'
import { storeFile } from '#kernel/files'
import type { Decision, NewDocument, NewRequest, NewSubscription, TraderForm } from '../forms.ts'
import type { Subscription, Trader } from '../queries/traders.ts'
import type { Here } from '../schema.ts'
import { pen } from '../who.ts'

const columnsOf = (form: TraderForm) => ({
  name: form.name,
  family: form.family,
  products: form.products,
  siret: form.siret || null,
  email: form.email,
  phone: form.phone,
  is_producer: form.isProducer,
  is_organic: form.isOrganic,
  certifier: form.isOrganic ? form.certifier : '',
  length: form.length,
  needs_power: form.needsPower,
  shows_name: form.showsName,
})
/** Somebody asks to come to the market; an agent may write them down at the desk, without an account. */
export const addTrader = async (
  world: Here,
  form: TraderForm,
  who: { readonly person: string | null; readonly acceptedOn?: string | null; readonly since?: string },
): Promise<string> => {
  const { id } = await world.db
    .insertInto('market.trader')
    .values({
      body_id: world.body.id,
      key: crypto.randomUUID(),
      person_id: who.person,
      ...columnsOf(form),
      since: who.since ?? world.today,
      applied_on: world.today,
      accepted_on: who.acceptedOn ?? null,
      refused_on: null,
      left_on: null,
      keyed_by: who.person === pen(world) ? null : pen(world),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'market.applied', { subject: `marketTrader:${id}`, content: { name: form.name } })
  return id
}
export const changeTrader = async (world: Here, trader: Trader, form: TraderForm): Promise<void> => {
  await world.db
    .updateTable('market.trader')
    .set(columnsOf(form))
    .where('body_id', '=', world.body.id)
    .where('id', '=', trader.id)
    .execute()
  await record(world, 'market.trader-changed', { subject: `marketTrader:${trader.id}`, content: { name: form.name } })
}
export const decideTrader = async (world: Here, trader: Trader, decision: Decision): Promise<void> => {
  const yes = decision.decision === 'accepted'
  await world.db
    .updateTable('market.trader')
    .set(
      yes
        ? { accepted_on: world.today, refused_on: null, refused_because: '', since: decision.since ?? world.today }
        : { refused_on: world.today, refused_because: decision.reason, accepted_on: null },
    )
    .where('body_id', '=', world.body.id)
    .where('id', '=', trader.id)
    .execute()
  await record(world, 'market.decided', { subject: `marketTrader:${trader.id}`, content: { decision: decision.decision } })
}

export const documentPurpose = 'market.document'
export const addDocument = async (
  world: Here,
  trader: Trader,
  document: NewDocument,
  file: { readonly bytes: Uint8Array; readonly name: string } | null,
  seen: boolean,
) => {
  const stored = file && (await storeFile(world, { ...file, purpose: documentPurpose }))
  if (stored && !stored.ok) return stored
  await world.db
    .insertInto('market.document')
    .values({
      body_id: world.body.id,
      trader_id: trader.id,
      kind: document.kind,
      expires_on: document.expiresOn,
      file_id: stored ? stored.file.id : null,
      given_on: world.today,
      seen_on: seen ? world.today : null,
      seen_by: seen ? pen(world) : null,
    })
    .execute()
  await record(world, 'market.document-given', { subject: `marketTrader:${trader.id}`, content: { kind: document.kind } })
  return { ok: true } as const
}
export const judgeDocument = async (world: Here, trader: Trader, document: string, refusedBecause: string): Promise<void> => {
  await world.db
    .updateTable('market.document')
    .set({ seen_on: world.today, seen_by: pen(world), refused_because: refusedBecause })
    .where('body_id', '=', world.body.id)
    .where('trader_id', '=', trader.id)
    .where('id', '=', document)
    .execute()
  await record(world, 'market.document-seen', {
    subject: `marketTrader:${trader.id}`,
    content: { document, refused: refusedBecause !== '' },
  })
}

export const subscribe = async (world: Here, market: string, trader: string, form: NewSubscription): Promise<string> => {
  const { id } = await world.db
    .insertInto('market.subscription')
    .values({
      body_id: world.body.id,
      market_id: market,
      trader_id: trader,
      weekday: form.weekday,
      alley_id: form.alley,
      from_dm: form.from,
      to_dm: form.from + form.length,
      has_power: form.hasPower,
      reason: form.reason,
      since: form.since,
      ended_on: null,
      ended_because: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db
    .updateTable('market.request')
    .set({ ended_on: world.today, ended_because: 'served' })
    .where('body_id', '=', world.body.id)
    .where('market_id', '=', market)
    .where('trader_id', '=', trader)
    .where('weekday', '=', form.weekday)
    .where('ended_on', 'is', null)
    .execute()
  await record(world, 'market.subscribed', { subject: `marketTrader:${trader}`, content: { subscription: id } })
  return id
}
export const endSubscription = async (
  world: Here,
  one: Pick<Subscription, 'id' | 'trader' | 'since'>,
  because: 'left' | 'moved' | 'withdrawn' | 'succession',
  on: string = world.today,
): Promise<void> => {
  await world.db
    .updateTable('market.subscription')
    .set({ ended_on: on < one.since ? one.since : on, ended_because: because })
    .where('body_id', '=', world.body.id)
    .where('id', '=', one.id)
    .where('ended_on', 'is', null)
    .execute()
  await record(world, 'market.unsubscribed', { subject: `marketTrader:${one.trader}`, content: { subscription: one.id, because } })
}
/** Asks for a fixed place: whoever has one that day asks to move, and passes first. */
export const askForPlace = async (world: Here, market: string, trader: Trader, form: NewRequest, hasOne: boolean): Promise<void> => {
  await world.db
    .insertInto('market.request')
    .values({
      body_id: world.body.id,
      market_id: market,
      trader_id: trader.id,
      weekday: form.weekday,
      pseudonym: pseudonymFrom(randomInt(2 ** 40)),
      kind: hasOne ? 'transfer' : 'new',
      length: form.length,
      asked_on: world.today,
      ended_on: null,
      ended_because: null,
    })
    .execute()
  await record(world, 'market.asked', { subject: `marketTrader:${trader.id}`, content: { market, weekday: form.weekday } })
}
