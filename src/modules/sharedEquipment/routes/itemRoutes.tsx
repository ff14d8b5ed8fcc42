import {
  bindBlock,
  blockResource,
  blocksIn,
  bookingWords,
  closeIncident,
  incidentsOf,
  refusalSentence,
  reportIncident,
  thingPanel,
} from '#engines/booking'
import { fileResponse, fileWords } from '#kernel/files'
import { emptyForm, refuseField, type Submission } from '#kernel/forms'
import { agent, anyone, conflict, forbidden, notFound, page, redirect, resident, router, submitted, uploaded } from '#kernel/http'
import { addDays, instantInParis } from '#kernel/rules'
import { addItem, addPhoto, changeItem, photoPurpose, retireItem } from '../acts/items.ts'
import { askFor } from '../acts/lend.ts'
import { Block, Caption, CostForm, ItemForm, NewLoan, Reason, Repaired } from '../forms.ts'
import { ItemFormPage } from '../pages/ItemFormPage.tsx'
import { ItemPage } from '../pages/ItemPage.tsx'
import type { ItemProps } from '../pages/itemProps.ts'
import { figureOn } from '../parameters.ts'
import { costsOf } from '../queries/accounts.ts'
import { agreementById, agreementsOf } from '../queries/conventions.ts'
import { type Item, itemById, photoById, photosOf } from '../queries/items.ts'
import { usesIn } from '../queries/loans.ts'
import { unitCost } from '../rules/accountOf.ts'
import { writeParts } from '../rules/inspection.ts'
import { licenceFits } from '../rules/priority.ts'
import type { Request, Tables } from '../schema.ts'
import { home, itemPath, loanPath, owner, runs } from '../where.ts'
import { isMember, names, param, said } from './shared.tsx'

/** Does what the handler says with the item of this request, for whoever keeps it; 403 for the others. */
export const keeping = (work: (c: Request, item: Item) => Promise<Response>) => async (c: Request) => {
  const item = await itemById(c.var, param(c, 'sharedItem'))
  if (!item) return notFound(c)
  return item.body === c.var.body.id && (await runs(c.var)) ? work(c, item) : forbidden(c, said(c).t('damage.refused.not-yours'))
}

/** Things that are lent: looking at one, asking for it, describing it, stopping it. */
export const itemRoutes = router<Tables>()
  .get(`${home}/objets/nouveau`, agent, async c => itemForm(c, null, emptyForm(ItemForm, { unit: 'use', licence: '', energy: '' })))
  .post(`${home}/objets`, agent, async c => {
    const form = fitting(c, await submitted(c, ItemForm))
    if (!form.ok) return itemForm(c, null, form, 422)
    const agreement = Number(form.value.agreement ?? 0)
    if (!(await isMember(c.var, agreement))) return itemForm(c, null, refuseField(form, 'agreement', said(c).t('choose.agreement')), 422)
    return redirect(c, itemPath(await addItem(c.var, agreement, facts(form.value))))
  })

  .get(`${home}/objets/:sharedItem`, anyone, async c => {
    const item = await itemById(c.var, param(c, 'sharedItem'))
    return item ? itemPage(c, item) : notFound(c)
  })
  .post(`${home}/objets/:sharedItem`, resident, async c => {
    const item = await itemById(c.var, param(c, 'sharedItem'))
    if (!item) return notFound(c)
    const { t } = said(c)
    const asks = await mayAsk(c, item)
    if (asks !== 'agent' && asks !== 'association') return forbidden(c, t(asks === 'not-member' ? 'ask.notMember' : 'ask.who'))
    const form = await submitted(c, NewLoan)
    if (!form.ok)
      return itemPage(c, item, { form: form.errors.isInsured ? refuseField(form, 'isInsured', t('ask.insuredNeeded')) : form }, 422)
    const { from, fromHour, to, toHour, driver, ...asked } = form.value
    if (item.needsDriver && driver === '') return itemPage(c, item, { form: refuseField(form, 'driver', t('ask.driverNeeded')) }, 422)
    const span = { startsAt: instantInParis(from, fromHour), endsAt: instantInParis(to, toHour) }
    if (span.endsAt <= span.startsAt) return itemPage(c, item, { form: refuseField(form, 'to', t('catalogue.wrongDates')) }, 422)
    const outcome = await askFor(c.var, item, span, {
      ...asked,
      askedFor: asks === 'association' ? 'association' : asked.askedFor,
      driver: item.needsDriver ? driver : '',
    })
    if (!outcome.ok) {
      const status = outcome.because === 'standing' || outcome.because === 'closed' ? 422 : 409
      return itemPage(c, item, { form: refuseField(form, '', refusalSentence(outcome, c.var.locale)) }, status)
    }
    return redirect(c, loanPath(outcome.booking))
  })

  .get(
    `${home}/objets/:sharedItem/modifier`,
    resident,
    keeping(async (c, item) => itemForm(c, item, emptyForm(ItemForm, typed(item)))),
  )
  .post(
    `${home}/objets/:sharedItem/modifier`,
    resident,
    keeping(async (c, item) => {
      const form = fitting(c, await submitted(c, ItemForm))
      if (!form.ok) return itemForm(c, item, form, 422)
      await changeItem(c.var, item.id, facts(form.value))
      return redirect(c, itemPath(item.id))
    }),
  )
  .post(
    `${home}/objets/:sharedItem/retrait`,
    resident,
    keeping(async (c, item) => {
      const form = await submitted(c, Reason)
      if (!form.ok) return itemPage(c, item, { retiring: form }, 422)
      if (item.archivedAt !== null) return conflict(c)
      await retireItem(c.var, item, form.value.reason)
      return redirect(c, itemPath(item.id))
    }),
  )
  .post(
    `${home}/objets/:sharedItem/arret`,
    resident,
    keeping(async (c, item) => {
      const form = await submitted(c, Block)
      if (!form.ok) return itemPage(c, item, { blocking: form }, 422)
      const { reason, until, displaces } = form.value
      const endsAt = until === undefined ? null : instantInParis(addDays(until, 1), '00:00')
      if (endsAt !== null && endsAt <= c.var.now)
        return itemPage(c, item, { blocking: refuseField(form, 'until', said(c).t('item.untilWrong')) }, 422)
      const incident = await reportIncident(c.var, item, { kind: 'incident', description: reason })
      const blocked = await blockResource(c.var, item, { startsAt: c.var.now, endsAt, reason, displaces })
      if (!blocked.ok) {
        c.var.finish.rollback = true // nothing was stopped, so nothing is written down
        return conflict(c, bookingWords(c.var.locale)('refused.inTheWay', { n: blocked.inTheWay.length }))
      }
      await bindBlock(c.var, incident, blocked.block)
      return redirect(c, itemPath(item.id))
    }),
  )
  .post(`${home}/pannes/:sharedIncident/reparation`, resident, async c => {
    if (!(await runs(c.var))) return forbidden(c)
    const incident = (await incidentsOf(c.var, owner)).find(one => one.id === param(c, 'sharedIncident'))
    const item = incident && (await itemById(c.var, incident.resource))
    if (!incident || !item) return notFound(c)
    if (item.body !== c.var.body.id) return forbidden(c)
    const form = await submitted(c, Repaired)
    if (!form.ok) return itemPage(c, item, { repair: { incident: incident.id, form } }, 422)
    if (incident.closedAt !== null) return conflict(c)
    await closeIncident(c.var, incident, { outcome: form.value.outcome, costCents: form.value.cost })
    return redirect(c, itemPath(item.id))
  })

  .post(
    `${home}/objets/:sharedItem/photos`,
    resident,
    keeping(async (c, item) => {
      const form = await submitted(c, Caption)
      if (!form.ok) return itemPage(c, item, { photoForm: form }, 422)
      const file = await uploaded(c, 'photo')
      if (!file) return itemPage(c, item, { photoForm: refuseField(form, '', said(c).t('error.photo')) }, 422)
      const stored = await addPhoto(c.var, {
        agreement: item.agreement,
        resource: item.id,
        inspection: null,
        ...file,
        caption: form.value.caption,
      })
      if (!stored.ok) return itemPage(c, item, { photoForm: refuseField(form, '', fileWords(c.var.locale)(stored.because)) }, 422)
      return redirect(c, `${itemPath(item.id)}#photos`)
    }),
  )
  .get(`${home}/photos/:sharedPhoto`, anyone, async c => {
    const photo = await photoById(c.var, param(c, 'sharedPhoto'))
    if (!photo || (photo.inspection !== null && !(await runs(c.var)))) return notFound(c)
    const response = await fileResponse(c.var, photo.file, {
      purpose: photoPurpose,
      heldBy: photo.body,
      known: c.req.header('if-none-match'),
    })
    return response ?? notFound(c)
  })

/** A vehicle of more than nine seats asks for more than a car licence: the figure is dated. */
const fitting = (c: Request, form: Submission<ItemForm>): Submission<ItemForm> => {
  const { t } = said(c)
  if (!form.ok) return form.errors.parts ? refuseField(form, 'parts', t('itemForm.partsWrong')) : form
  const limit = figureOn('car-seats', c.var.today)
  return licenceFits(form.value.licence, form.value.seats ?? null, limit)
    ? form
    : refuseField(form, 'licence', t('itemForm.licenceWrong', { n: limit }))
}
const facts = ({ agreement: _, seats, consumption, ...form }: ItemForm) => ({
  ...form,
  seats: seats ?? null,
  consumption: consumption ?? null,
})
const typed = (item: Item) => ({
  name: item.name,
  kind: item.kind,
  description: item.description,
  place: item.place,
  unit: item.unit,
  parts: writeParts(item.parts),
  conditions: item.conditions,
  borrowers: item.borrowers,
  seats: item.seats === null ? '' : String(item.seats),
  licence: item.licence,
  ...(item.needsDriver ? { needsDriver: 'on' } : {}),
  energy: item.energy,
  consumption: item.consumption === null ? '' : String(item.consumption / 10).replace('.', ','),
})
const itemForm = async (c: Request, item: Item | null, form: Parameters<typeof ItemFormPage>[0]['form'], status: 200 | 422 = 200) => {
  const bound = []
  for (const one of await agreementsOf(c.var)) if (await isMember(c.var, one.id)) bound.push({ id: one.id, title: one.title })
  return page(c, <ItemFormPage {...said(c)} form={form} item={item} agreements={bound} />, status)
}

const mayAsk = async (c: Request, item: Item): Promise<ItemProps['asks']> => {
  const { actor } = c.var
  if (actor.personId === null) return 'sign-in'
  if (!(await isMember(c.var, item.agreement))) return 'not-member'
  if (await runs(c.var)) return 'agent'
  return actor.roles.has('member') ? 'association' : 'nobody'
}

export const itemPage = async (c: Request, item: Item, more: Partial<ItemProps> = {}, status: 200 | 409 | 422 = 200) => {
  const { now, today } = c.var
  const year = Number(today.slice(0, 4))
  const agreement = await agreementById(c.var, item.agreement)
  const day = [more.form?.values['from'] ?? c.req.query('jour') ?? ''].flat()[0]
  const costs = (await costsOf(c.var, { resource: item.id })).toReversed()
  return page(
    c,
    <ItemPage
      {...said(c)}
      item={item}
      names={await names(c)}
      agreementTitle={agreement?.title ?? ''}
      panel={await thingPanel(c.var, item, { day })}
      today={today}
      asks={await mayAsk(c, item)}
      form={emptyForm(NewLoan, { fromHour: '09:00', toHour: '18:00', delivery: 'fetched' })}
      photos={await photosOf(c.var, item.id)}
      blocked={await blocksIn(c.var, [item.id], { startsAt: now, endsAt: instantInParis(addDays(today, 7), '00:00') })}
      incidents={await incidentsOf(c.var, owner, item.id)}
      costs={costs}
      unitCost={await lastUnitCost(c, item, year, costs)}
      keeps={item.body === c.var.body.id && (await runs(c.var))}
      costForm={emptyForm(CostForm, { year: String(year), kind: 'actual', on: today })}
      {...more}
    />,
    status,
  )
}

const lastUnitCost = async (c: Request, item: Item, year: number, costs: Awaited<ReturnType<typeof costsOf>>) => {
  for (const past of [year - 1, year]) {
    const uses = await usesIn(c.var, item.agreement, past, new Map([[item.id, item.unit]]))
    const units = uses.reduce((sum, one) => sum + one.units, 0)
    const cents = costs.filter(one => one.year === past && one.kind === 'actual').reduce((sum, one) => sum + one.cents, 0)
    const each = unitCost(cents, units)
    if (each !== null && cents > 0) return { year: past, cents, units, each }
  }
  return null
}
