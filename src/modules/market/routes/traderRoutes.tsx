import { fileResponse, fileWords } from '#kernel/files'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { conflict, forbidden, notFound, page, redirect, resident, router, signedIn, submitted, uploaded } from '#kernel/http'
import {
  addDocument,
  addTrader,
  askForPlace,
  changeTrader,
  decideTrader,
  documentPurpose,
  endSubscription,
  judgeDocument,
  subscribe,
} from '../acts/traders.ts'
import { Decision, DocumentDecision, NewDocument, NewRequest, NewSubscription, TraderForm } from '../forms.ts'
import { words } from '../locales/index.ts'
import { figureOn } from '../parameters.ts'
import { TraderFormPage, TraderPage, type TraderProps, TradersPage } from '../pages/TraderPages.tsx'
import { invoicesOf, receiptsOfTrader } from '../queries/accounts.ts'
import { requestsOf } from '../queries/life.ts'
import { alleysOf, marketById, marketsOf, pitchesOf } from '../queries/markets.ts'
import {
  askedFor,
  documentsOf,
  standingOn,
  subscriptionsOf,
  type Trader,
  traderById,
  traderOfPerson,
  tradersOf,
} from '../queries/traders.ts'
import { isGround } from '../rules/stretches.ts'
import type { Tables } from '../schema.ts'
import { runsMarket } from '../who.ts'
import { param, readableTrader, type Request, said } from './shared.tsx'

export const traderRoutes = router<Tables>()
  .get('/marche/mon-stand', resident, async c => {
    const mine = await traderOfPerson(c.var, signedIn(c).personId)
    return redirect(c, mine ? `/marche/commercants/${mine.id}` : '/marche/inscription')
  })

  .get('/marche/inscription', resident, async c => {
    const atDesk = c.req.query('guichet') === 'oui' && (await runsMarket(c.var))
    const mine = atDesk ? undefined : await traderOfPerson(c.var, signedIn(c).personId)
    if (mine) return redirect(c, `/marche/commercants/${mine.id}`)
    return page(c, <TraderFormPage {...said(c)} form={emptyForm(TraderForm)} trader={null} atDesk={atDesk} />)
  })

  .post('/marche/inscription', resident, async c => {
    const atDesk = (await c.req.parseBody())['atDesk'] === 'oui' && (await runsMarket(c.var))
    const { personId } = signedIn(c)
    if (!atDesk && (await traderOfPerson(c.var, personId))) return conflict(c, words(c.var.locale)('apply.already'))
    const form = await checkedSiret(c, null)
    if (!form.ok) return page(c, <TraderFormPage {...said(c)} form={form} trader={null} atDesk={atDesk} />, 422)
    return redirect(c, `/marche/commercants/${await addTrader(c.var, form.value, { person: atDesk ? null : personId })}`)
  })

  .get('/marche/commercants', resident, async c => {
    if (!(await runsMarket(c.var))) return forbidden(c, words(c.var.locale)('only.placers'))
    const documents = await documentsOf(c.var)
    const traders = (await tradersOf(c.var)).map(one => ({ ...one, ...standingOn(one, documents, c.var.today) }))
    return page(c, <TradersPage {...said(c)} traders={traders} />)
  })

  .get('/marche/commercants/:marketTrader', resident, async c => {
    const found = await readableTrader(c)
    return found instanceof Response ? found : page(c, <TraderPage {...await traderProps(c, found)} />)
  })

  .get('/marche/commercants/:marketTrader/modification', resident, async c => {
    const found = await readableTrader(c)
    if (found instanceof Response) return found
    return page(
      c,
      <TraderFormPage {...said(c)} form={emptyForm(TraderForm, typed(found.trader))} trader={found.trader} atDesk={found.runs} />,
    )
  })

  .post('/marche/commercants/:marketTrader/modification', resident, async c => {
    const found = await readableTrader(c)
    if (found instanceof Response) return found
    const form = await checkedSiret(c, found.trader)
    if (!form.ok) return page(c, <TraderFormPage {...said(c)} form={form} trader={found.trader} atDesk={found.runs} />, 422)
    await changeTrader(c.var, found.trader, form.value)
    return redirect(c, `/marche/commercants/${found.trader.id}`)
  })

  .post('/marche/commercants/:marketTrader/decision', resident, async c => {
    const found = await readableTrader(c)
    if (found instanceof Response) return found
    if (!found.runs || found.isMine) return forbidden(c, words(c.var.locale)('only.placers'))
    const form = await submitted(c, Decision)
    const again = async (decision: Form<Decision>) => page(c, <TraderPage {...await traderProps(c, found, { decision })} />, 422)
    if (!form.ok) return again(form)
    if (form.value.decision === 'refused' && form.value.reason.length < 5)
      return again(refuseField(form, 'reason', words(c.var.locale)('decision.reasonMissing')))
    await decideTrader(c.var, found.trader, form.value)
    return redirect(c, `/marche/commercants/${found.trader.id}`)
  })

  .post('/marche/commercants/:marketTrader/documents', resident, async c => {
    const found = await readableTrader(c)
    if (found instanceof Response) return found
    const form = await submitted(c, NewDocument)
    const again = async (document: Form<NewDocument>) => page(c, <TraderPage {...await traderProps(c, found, { document })} />, 422)
    if (!form.ok) return again(form)
    const file = await uploaded(c, 'file')
    if (!file && (!found.runs || found.isMine)) return again(refuseField(form, 'kind', words(c.var.locale)('papers.fileMissing')))
    const kept = await addDocument(c.var, found.trader, form.value, file, found.runs && !found.isMine)
    if (!kept.ok) return again(refuseField(form, 'kind', fileWords(c.var.locale)(kept.because)))
    return redirect(c, `/marche/commercants/${found.trader.id}#documents`)
  })

  .post('/marche/commercants/:marketTrader/documents/examen', resident, async c => {
    const found = await readableTrader(c)
    if (found instanceof Response) return found
    if (!found.runs || found.isMine) return forbidden(c, words(c.var.locale)('only.placers'))
    const form = await submitted(c, DocumentDecision)
    if (!form.ok) return notFound(c)
    const { document, decision, reason } = form.value
    await judgeDocument(c.var, found.trader, document, decision === 'refused' ? reason || '—' : '')
    return redirect(c, `/marche/commercants/${found.trader.id}#documents`)
  })

  .get('/marche/documents/:marketDocument', resident, async c => {
    const document = (await documentsOf(c.var)).find(one => one.id === param(c, 'marketDocument'))
    const trader = document && (await traderById(c.var, document.trader))
    const isMine = trader !== undefined && trader.person !== null && trader.person === c.var.actor.personId
    if (!document?.file || !trader || !(isMine || (await runsMarket(c.var)))) return notFound(c)
    return (await fileResponse(c.var, document.file, { purpose: documentPurpose, known: c.req.header('if-none-match') })) ?? notFound(c)
  })

  .post('/marche/commercants/:marketTrader/demandes/:market', resident, async c => {
    const t = words(c.var.locale)
    const found = await readableTrader(c)
    const market = await marketById(c.var, param(c, 'market'))
    if (found instanceof Response) return found
    if (!market || found.trader.acceptedOn === null) return notFound(c)
    const form = await submitted(c, NewRequest)
    const again = async (request: Form<NewRequest>) => page(c, <TraderPage {...await traderProps(c, found, { request })} />, 422)
    if (!form.ok) return again(form)
    const { weekday } = form.value
    if (!market.weekdays.includes(weekday)) return again(refuseField(form, 'weekday', t('request.weekday')))
    const mine = await requestsOf(c.var, { market: market.id, trader: found.trader.id })
    if (mine.some(one => one.weekday === weekday)) return again(refuseField(form, 'weekday', t('request.twice')))
    const held = await subscriptionsOf(c.var, { market: market.id, trader: found.trader.id })
    await askForPlace(
      c.var,
      market.id,
      found.trader,
      form.value,
      held.some(one => one.weekday === weekday && (one.endedOn === null || one.endedOn > c.var.today)),
    )
    return redirect(c, `/marche/commercants/${found.trader.id}#places`)
  })

  .post('/marche/commercants/:marketTrader/abonnements/:market', resident, async c => {
    const t = words(c.var.locale)
    const found = await readableTrader(c)
    const market = await marketById(c.var, param(c, 'market'))
    if (found instanceof Response) return found
    if (!found.runs || found.isMine) return forbidden(c, t('only.placers'))
    if (!market) return notFound(c)
    const form = await submitted(c, NewSubscription)
    const again = async (subscription: Form<NewSubscription>) =>
      page(c, <TraderPage {...await traderProps(c, found, { subscription })} />, 422)
    if (!form.ok) return again(form)
    const { weekday, alley, from, length, since } = form.value
    if (!market.weekdays.includes(weekday)) return again(refuseField(form, 'weekday', t('request.weekday')))
    const place = { alley, from, to: from + length }
    const pitches = (await pitchesOf(c.var, market.id)).filter(one => one.withdrawnOn === null)
    if (!isGround(pitches, place)) return again(refuseField(form, 'from', t('subscribe.ground')))
    const held = (await subscriptionsOf(c.var, { market: market.id })).filter(
      one => one.weekday === weekday && (one.endedOn === null || one.endedOn > since),
    )
    const waiting = (await requestsOf(c.var, { market: market.id })).filter(one => one.weekday === weekday)
    const own = held.find(one => one.trader === found.trader.id)
    const moves = waiting.some(one => one.trader === found.trader.id && one.kind === 'transfer')
    if (own && !(moves && own.endedOn === null && own.since < since)) return again(refuseField(form, 'from', t('subscribe.taken')))
    if (held.some(one => one !== own && one.alley === alley && one.from < place.to && from < one.to))
      return again(refuseField(form, 'from', t('subscribe.taken')))
    const first = waiting.find(one => one.length <= length)
    if (first && first.trader !== found.trader.id && form.value.reason.length < 5)
      return again(refuseField(form, 'reason', t('subscribe.outOfOrder', { name: first.traderName })))
    if (own) await endSubscription(c.var, own, 'moved', since)
    const inOrder = !first || first.trader === found.trader.id
    await subscribe(c.var, market.id, found.trader.id, { ...form.value, reason: inOrder ? '' : form.value.reason })
    return redirect(c, `/marche/commercants/${found.trader.id}#places`)
  })

const typed = (trader: Trader) => ({
  name: trader.name,
  family: trader.family,
  products: trader.products,
  length: String(trader.length / 10).replace('.', ','),
  siret: trader.siret ?? '',
  email: trader.email,
  phone: trader.phone,
  certifier: trader.certifier,
  ...(trader.needsPower && { needsPower: 'oui' }),
  ...(trader.isProducer && { isProducer: 'oui' }),
  ...(trader.isOrganic && { isOrganic: 'oui' }),
  ...(trader.showsName && { showsName: 'oui' }),
})
/** The form, its SIRET held against its key and against those of others. */
const checkedSiret = async (c: Request, trader: Trader | null) => {
  const t = words(c.var.locale)
  const form = await submitted(c, TraderForm)
  if (!form.ok) return form.errors.siret ? refuseField(form, 'siret', t('trader.siretWrong')) : form
  if (form.value.siret === '') return form
  const taken = (await tradersOf(c.var)).some(one => one.siret === form.value.siret && one.id !== trader?.id)
  return taken ? refuseField(form, 'siret', t('trader.siretTaken')) : form
}

const traderProps = async (
  c: Request,
  { trader, runs, isMine }: { readonly trader: Trader; readonly runs: boolean; readonly isMine: boolean },
  forms: Partial<TraderProps['forms']> = {},
): Promise<TraderProps> => {
  const documents = await documentsOf(c.var, trader.id)
  const markets = (await marketsOf(c.var)).filter(one => one.closedOn === null)
  const alleys = []
  for (const market of markets) alleys.push(...(await alleysOf(c.var, market.id)))
  return {
    ...said(c),
    trader,
    documents,
    asked: askedFor(trader),
    ...standingOn(trader, documents, c.var.today),
    cardYears: figureOn('card-years', c.var.today),
    subscriptions: await subscriptionsOf(c.var, { trader: trader.id }),
    requests: await requestsOf(c.var, { trader: trader.id }),
    receipts: await receiptsOfTrader(c.var, trader.id),
    invoices: await invoicesOf(c.var, { trader: trader.id }),
    markets,
    alleys,
    runs: runs && !isMine,
    isMine,
    today: c.var.today,
    forms: {
      document: emptyForm(NewDocument),
      decision: emptyForm(Decision, { decision: 'accepted' }),
      subscription: emptyForm(NewSubscription, { since: c.var.today, length: String(trader.length / 10).replace('.', ',') }),
      request: emptyForm(NewRequest, { length: String(trader.length / 10).replace('.', ',') }),
      ...forms,
    },
  }
}
