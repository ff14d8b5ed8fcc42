import { canonicalText, commitmentOf, drawKey, lotVersion, readInputs } from '#engines/lot'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { agent, anyone, browserBundle, type C, conflict, download, notFound, page, pageOf, redirect, router, submitted } from '#kernel/http'
import { personNames } from '#kernel/people'
import { NewLot, Seed } from '../forms.ts'
import { drawn, type Lot } from '../lot.ts'
import { words } from '../locales/index.ts'
import { DrawsPage } from '../pages/DrawsPage.tsx'
import { LotPage } from '../pages/LotPage.tsx'
import { NewLotPage } from '../pages/NewLotPage.tsx'
import { addLot, addSeed, lotById, lots } from '../queries/lots.ts'
import { panelOfLot, panels } from '../queries/panels.ts'
import type { KernelTables } from '#kernel/world'
import type { DrawsTables } from '../schema.ts'

type Context = C<DrawsTables & KernelTables>

export const lotRoutes = router<DrawsTables>()
  .get('/tirages', anyone, async c => {
    const { db, body, actor, locale, today } = c.var
    const asked = pageOf(c)
    const rows = await lots(db, body.id, { size: asked.size + 1, start: asked.start })
    const shown = { lots: rows.slice(0, asked.size), hasMore: rows.length > asked.size, pageNumber: asked.number }
    const open = asked.number === 1 ? await panels(db, body.id, { size: 50, start: 0 }) : []
    return page(c, <DrawsPage t={words(locale)} {...shown} panels={open} today={today} isAgent={actor.roles.has('agent')} />)
  })

  .get('/tirages/nouveau', agent, c => {
    // Another room may bring the list of those that are level: ?titre=…&parmi=12&parmi=7&nombre=1
    const known = {
      title: c.req.query('titre') ?? '',
      inputs: (c.req.queries('parmi') ?? []).join('\n'),
      many: c.req.query('nombre') ?? '1',
    }
    return page(c, <NewLotPage t={words(c.var.locale)} form={emptyForm(NewLot, known)} />)
  })

  .post('/tirages', agent, async c => {
    const t = words(c.var.locale)
    const form = await submitted(c, NewLot)
    if (!form.ok) return page(c, <NewLotPage t={t} form={form} />, 422)
    const refuse = (field: 'inputs' | 'many' | 'seedOn', message: string) =>
      page(c, <NewLotPage t={t} form={refuseField(form, field, message)} />, 422)
    const { inputs, problem } = readInputs(form.value.inputs)
    if (problem) return refuse('inputs', t(`lot.${problem.kind}`, { ...problem }))
    if (form.value.many > inputs.length) return refuse('many', t('lot.tooFew', { many: inputs.length }))
    if (form.value.seedOn < c.var.today) return refuse('seedOn', t('lot.past'))
    return redirect(c, `/tirages/${await addLot(c.var, { ...form.value, inputs })}`)
  })

  .get('/tirages/:lot', anyone, async c => {
    const lot = await lotAsked(c)
    return lot ? page(c, await lotPage(c, lot, emptyForm(Seed))) : notFound(c)
  })

  .post('/tirages/:lot/graine', agent, async c => {
    const lot = await lotAsked(c)
    if (!lot) return notFound(c)
    const t = words(c.var.locale)
    if (lot.seed) return conflict(c, t('seed.already'))
    const form = await submitted(c, Seed)
    if (!form.ok) return page(c, await lotPage(c, lot, form), 422)
    const seed = canonicalText(form.value.seed)
    if (c.var.today < lot.seedOn) return page(c, await lotPage(c, lot, refuseField(form, 'seed', t('seed.tooEarly'))), 422)
    if (seed === '') return page(c, await lotPage(c, lot, refuseField(form, 'seed', t('seed.empty'))), 422)
    await addSeed(c.var, lot, seed, form.value.witnesses)
    return redirect(c, `/tirages/${lot.id}`)
  })

  .get('/tirages/rejouer.js', anyone, browserBundle(new URL('../browser/replay.ts', import.meta.url)), { sharedByAll: true })

  .get('/tirages/:lot/liste.txt', anyone, async c => {
    const lot = await lotAsked(c)
    if (!lot) return notFound(c)
    return download(c, {
      name: `tirage-${lot.id}.txt`,
      type: 'text/plain; charset=utf-8',
      body: lot.inputs.map(input => `${input}\n`).join(''),
    })
  })

  .get('/tirages/:lot/tirage.json', anyone, async c => {
    const lot = await lotAsked(c)
    if (!lot) return notFound(c)
    const order = drawn(lot)
    const content = {
      version: lotVersion,
      inputDigest: commitmentOf(lot.inputs),
      seed: lot.seed?.text ?? null,
      inputs: lot.inputs,
      order,
      keys: order.map(input => drawKey(lot.commitment, lot.seed?.text ?? '', input)),
    }
    return download(c, { name: `tirage-${lot.id}.json`, type: 'application/json', body: JSON.stringify(content) })
  })

const lotAsked = (c: Context) => lotById(c.var.db, c.var.body.id, c.req.param('lot') ?? '0')

const lotPage = async (c: Context, lot: Lot, form: Form<Seed>) => {
  const { db, body, actor, locale, today } = c.var
  const by = lot.seed?.by ? ((await personNames(db, [lot.seed.by])).get(lot.seed.by) ?? null) : null
  const panel = await panelOfLot(db, body.id, lot.id)
  const mayDraw = actor.roles.has('agent') && lot.seed === null && today >= lot.seedOn
  return <LotPage t={words(locale)} lot={lot} order={drawn(lot)} by={by} panel={panel} form={mayDraw ? form : null} />
}
