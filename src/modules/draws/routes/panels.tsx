import { readCategories, readRespondents, writeCategories, writeRespondents, type FileProblem } from '#engines/sortition'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import {
  agent,
  anyone,
  type C,
  conflict,
  download,
  forbidden,
  notFound,
  page,
  redirect,
  resident,
  router,
  signedIn,
  submitted,
} from '#kernel/http'
import { personNames } from '#kernel/people'
import { Acceptance, Announcement, Import, NewPanel, Refusal, Volunteering } from '../forms.ts'
import { words } from '../locales/index.ts'
import { ImportPage } from '../pages/ImportPage.tsx'
import { NewPanelPage } from '../pages/NewPanelPage.tsx'
import { PanelPage } from '../pages/PanelPage.tsx'
import { VolunteerPage } from '../pages/VolunteerPage.tsx'
import type { Panel } from '../panel.ts'
import { stateOf } from '../panelState.ts'
import { addLot } from '../queries/lots.ts'
import {
  accept,
  addPanel,
  addRefusal,
  addVolunteers,
  askComputation,
  askStop,
  linkLot,
  panelById,
  volunteersOf,
  withdraw,
} from '../queries/panels.ts'
import type { KernelTables } from '#kernel/world'
import type { DrawsTables } from '../schema.ts'

type Context = C<DrawsTables & KernelTables>
const problemWords = (c: Context, { kind, ...details }: FileProblem) => words(c.var.locale)(`csv.${kind}`, details)

export const panelRoutes = router<DrawsTables>()
  .get('/tirages/panels/nouveau', agent, c => page(c, <NewPanelPage t={words(c.var.locale)} form={emptyForm(NewPanel)} />))

  .post('/tirages/panels', agent, async c => {
    const t = words(c.var.locale)
    const form = await submitted(c, NewPanel)
    if (!form.ok) return page(c, <NewPanelPage t={t} form={form} />, 422)
    const refuse = (field: 'categories' | 'closesOn', message: string) =>
      page(c, <NewPanelPage t={t} form={refuseField(form, field, message)} />, 422)
    if (form.value.closesOn < c.var.today) return refuse('closesOn', t('panel.past'))
    const quotas = readCategories(form.value.categories)
    if (!quotas.ok) return refuse('categories', problemWords(c, quotas.problem))
    if (quotas.value.length > 200) return refuse('categories', t('panel.tooMany'))
    return redirect(c, `/tirages/panels/${await addPanel(c.var, { ...form.value, quotas: quotas.value })}`)
  })

  .get('/tirages/panels/:panel', anyone, async c => {
    const panel = await panelAsked(c)
    return panel ? page(c, await panelPage(c, panel)) : notFound(c)
  })

  .get('/tirages/panels/:panel/inscription', resident, async c => {
    const panel = await panelAsked(c)
    if (!panel) return notFound(c)
    return page(c, <VolunteerPage t={words(c.var.locale)} panel={panel} form={emptyForm(Volunteering)} />)
  })

  .post('/tirages/panels/:panel/inscription', resident, async c => {
    const panel = await panelAsked(c)
    if (!panel) return notFound(c)
    const t = words(c.var.locale)
    const { personId } = signedIn(c)
    const state = await stateOf(c.var, panel)
    if (!state.isRecruiting) return conflict(c, t('volunteer.closed'))
    if (state.volunteers.some(one => one.personId === personId)) return conflict(c, t('volunteer.already'))
    const form = await submitted(c, Volunteering)
    if (!form.ok) return page(c, <VolunteerPage t={t} panel={panel} form={form} />, 422)
    const features: Record<string, string> = {}
    for (const [at, category] of [...new Set(panel.quotas.map(one => one.category))].entries()) {
      const given = form.value[`feature${at}`]
      const known = panel.quotas.find(one => one.category === category && one.feature === given)
      if (!known)
        return page(c, <VolunteerPage t={t} panel={panel} form={refuseField(form, '', t('volunteer.choose', { category }))} />, 422)
      features[category] = known.feature
    }
    if (panel.onePerAddress && form.value.address === '')
      return page(c, <VolunteerPage t={t} panel={panel} form={refuseField(form, 'address', t('volunteer.address'))} />, 422)
    await addVolunteers(c.var, panel, [
      { personId, name: '', address: panel.onePerAddress ? form.value.address : '', features, showsName: form.value.showsName },
    ])
    return redirect(c, `/tirages/panels/${panel.id}`)
  })

  .post('/tirages/panels/:panel/retrait', resident, async c => {
    const panel = await panelAsked(c)
    if (!panel) return notFound(c)
    const state = await stateOf(c.var, panel)
    if (!state.mayChange) return conflict(c, words(c.var.locale)('volunteer.tooLate'))
    await withdraw(c.var, panel, signedIn(c).personId)
    return redirect(c, `/tirages/panels/${panel.id}`)
  })

  .get('/tirages/panels/:panel/import', agent, async c => {
    const panel = await panelAsked(c)
    return panel ? page(c, <ImportPage t={words(c.var.locale)} panel={panel} form={emptyForm(Import)} />) : notFound(c)
  })

  .post('/tirages/panels/:panel/import', agent, async c => {
    const panel = await panelAsked(c)
    if (!panel) return notFound(c)
    const t = words(c.var.locale)
    if (!(await stateOf(c.var, panel)).mayChange) return conflict(c, t('volunteer.tooLate'))
    const form = await submitted(c, Import)
    if (!form.ok) return page(c, <ImportPage t={t} panel={panel} form={form} />, 422)
    const { people, nameColumn, addressColumns } = form.value
    const address = addressColumns
      .split(',')
      .map(column => column.trim())
      .filter(column => column !== '')
    const read = readRespondents(people, panel.quotas, { ...(nameColumn !== '' && { id: nameColumn }), address })
    if (!read.ok) return page(c, <ImportPage t={t} panel={panel} form={refuseField(form, 'people', problemWords(c, read.problem))} />, 422)
    if (read.value.length > 5000)
      return page(c, <ImportPage t={t} panel={panel} form={refuseField(form, 'people', t('import.tooMany'))} />, 422)
    await addVolunteers(
      c.var,
      panel,
      read.value.map(one => ({
        personId: null,
        name: nameColumn === '' ? '' : one.id,
        address: one.address ?? '',
        features: one.features,
        showsName: false,
      })),
    )
    return redirect(c, `/tirages/panels/${panel.id}`)
  })

  .post('/tirages/panels/:panel/calcul', agent, async c => {
    const panel = await panelAsked(c)
    if (!panel) return notFound(c)
    const t = words(c.var.locale)
    const state = await stateOf(c.var, panel)
    if (c.var.today <= panel.closesOn) return conflict(c, t('compute.tooEarly'))
    if (state.isComputing || state.lottery || state.lot) return conflict(c, t('compute.already'))
    if (state.volunteers.length < panel.size) return conflict(c, t('compute.tooFew', { people: state.volunteers.length }))
    await askComputation(c.var, panel)
    return redirect(c, `/tirages/panels/${panel.id}`)
  })

  .post('/tirages/panels/:panel/arret', agent, async c => {
    const panel = await panelAsked(c)
    if (!panel) return notFound(c)
    if (!(await askStop(c.var, panel))) return conflict(c, words(c.var.locale)('compute.notRunning'))
    return redirect(c, `/tirages/panels/${panel.id}`)
  })

  .post('/tirages/panels/:panel/assouplissement', agent, async c => {
    const panel = await panelAsked(c)
    if (!panel) return notFound(c)
    const state = await stateOf(c.var, panel)
    const relaxed = state.infeasible?.relaxed ?? []
    if (relaxed.length === 0 || state.isComputing) return conflict(c, words(c.var.locale)('relax.nothing'))
    const form = await submitted(c, Acceptance)
    if (!form.ok) return page(c, await panelPage(c, panel, form), 422)
    await accept(c.var, panel, relaxed, form.value.reason)
    await askComputation(c.var, panel)
    return redirect(c, `/tirages/panels/${panel.id}`)
  })

  .post('/tirages/panels/:panel/tirage', agent, async c => {
    const panel = await panelAsked(c)
    if (!panel) return notFound(c)
    const t = words(c.var.locale)
    const state = await stateOf(c.var, panel)
    if (!state.lottery || state.lot) return conflict(c, t('announce.cannot'))
    const form = await submitted(c, Announcement)
    if (!form.ok) return page(c, await panelPage(c, panel, undefined, form), 422)
    if (form.value.seedOn < c.var.today)
      return page(c, await panelPage(c, panel, undefined, refuseField(form, 'seedOn', t('lot.past'))), 422)
    const inputs = state.lottery.tickets.map((members, at) => `${String(at + 1).padStart(4, '0')} : ${members.join(' ')}`)
    const lot = await addLot(c.var, { ...form.value, title: panel.title, purpose: t('announce.purpose'), inputs, many: 1 })
    await linkLot(c.var, panel, lot)
    return redirect(c, `/tirages/${lot}`)
  })

  .post('/tirages/panels/:panel/remplacement', agent, async c => {
    const panel = await panelAsked(c)
    if (!panel) return notFound(c)
    const form = await submitted(c, Refusal)
    const state = await stateOf(c.var, panel)
    if (!form.ok || !state.seated?.members.includes(form.value.number)) return conflict(c, words(c.var.locale)('replace.notSeated'))
    await addRefusal(c.var, panel, form.value.number)
    return redirect(c, `/tirages/panels/${panel.id}`)
  })

  .get('/tirages/panels/:panel/categories.csv', anyone, async c => {
    const panel = await panelAsked(c)
    return panel
      ? download(c, { name: `categories-${panel.id}.csv`, type: 'text/csv; charset=utf-8', body: writeCategories(panel.quotas) })
      : notFound(c)
  })

  .get('/tirages/panels/:panel/volontaires.csv', agent, async c => {
    const panel = await panelAsked(c)
    if (!panel) return notFound(c)
    const people = await volunteersOf(c.var.db, c.var.body.id, panel.id)
    const body = writeRespondents(
      panel.quotas,
      people.map(({ number, features }) => ({ id: String(number), features })),
    )
    return download(c, { name: `volontaires-${panel.id}.csv`, type: 'text/csv; charset=utf-8', body })
  })

  .get('/tirages/panels/:panel/personnes', agent, async c => {
    const panel = await panelAsked(c)
    if (!panel) return notFound(c)
    return c.var.actor.onBehalf ? forbidden(c) : page(c, await panelPage(c, panel, undefined, undefined, true))
  })

const panelAsked = (c: Context) => panelById(c.var.db, c.var.body.id, c.req.param('panel') ?? '0')

/** `named`: with the names of everyone who sits, for agents. */
const panelPage = async (
  c: Context,
  panel: Panel,
  acceptance: Form<Acceptance> = emptyForm(Acceptance),
  announcement: Form<Announcement> = emptyForm(Announcement),
  named = false,
) => {
  const { db, actor, locale, today } = c.var
  const state = await stateOf(c.var, panel)
  const members = state.volunteers.filter(({ number }) => state.seated?.members.includes(number))
  const known = await personNames(
    db,
    members.flatMap(one => (one.personId && (named || one.showsName) ? [one.personId] : [])),
  )
  const names = new Map(members.map(one => [one.number, known.get(one.personId ?? '') ?? (named ? one.name : '')]))
  const own = state.volunteers.find(one => one.personId !== null && one.personId === actor.personId) ?? null
  const props = { panel, state, names, own, acceptance, announcement, named, today, isAgent: actor.roles.has('agent') }
  return <PanelPage t={words(locale)} {...props} isSignedIn={actor.personId !== null} />
}
