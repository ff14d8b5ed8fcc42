import { emptyForm, type FormValues, parseForm, refuseField } from '#kernel/forms'
import { anyone, type C, notFound, page, pageOf, redirect, router, submitted, townHall } from '#kernel/http'
import type { KernelTables } from '#kernel/service'
import { recordElectorate } from './acts/petitions.ts'
import { fileRoutes } from './fileRoutes.tsx'
import { Answered, NewElectorate } from './forms.ts'
import { lawAt, rulesBehind, voteLawAt } from './law.ts'
import { fileKinds, planOf } from './legalFile.ts'
import { words } from './locales/index.ts'
import { AssistantPage } from './pages/AssistantPage.tsx'
import { ElectoratePage } from './pages/ElectoratePage.tsx'
import { InstrumentsPage } from './pages/InstrumentsPage.tsx'
import { petitionRoutes } from './petitionRoutes.tsx'
import { legalFiles } from './queries/files.ts'
import { electorateOn, electorates } from './queries/petitions.ts'
import type { InstrumentsTables } from './schema.ts'
import { shownPetitions } from './shownPetitions.ts'

type Request = C<InstrumentsTables & KernelTables>

export const routes = router<InstrumentsTables>()
  .get('/demarches-citoyennes', anyone, async c => {
    const { locale, today, actor } = c.var
    const asked = pageOf(c, 20)
    const shown = await shownPetitions(c.var, { size: asked.size + 1, start: asked.start })
    return page(
      c,
      <InstrumentsPage
        t={words(locale)}
        locale={locale}
        petitions={shown.slice(0, asked.size)}
        files={await legalFiles(c.var, { size: 20, start: 0 })}
        electorate={await electorateOn(c.var, today)}
        isTownHall={townHall.allows(actor)}
        pageNumber={asked.number}
        hasMore={shown.length > asked.size}
      />,
    )
  })

  .get(
    '/demarches-citoyennes/assistant/:instrument{[a-z]+}',
    anyone,
    c => {
      const { locale, today, actor, body } = c.var
      const kind = fileKinds.find(one => one === c.req.param('instrument'))
      if (!kind) return notFound(c)
      const typed = answersIn(c)
      const form = typed === null ? { ...emptyForm(Answered), ok: false as const } : parseForm(Answered, typed, locale)
      return page(
        c,
        <AssistantPage
          t={words(locale)}
          locale={locale}
          today={today}
          kind={kind}
          form={form}
          plan={form.ok ? planOf(kind, form.value, body.population) : null}
          rules={rulesBehind[kind].map(id => lawAt(id, today))}
          blackoutMonths={kind === 'participation' ? null : voteLawAt(kind, today, body.population).blackoutMonths}
          isTownHall={townHall.allows(actor)}
        />,
      )
    },
    { sharedByAll: true },
  )

  .get('/demarches-citoyennes/electeurs', townHall, c => electoratePage(c, emptyForm(NewElectorate, { on: c.var.today })))

  .post('/demarches-citoyennes/electeurs', townHall, async c => {
    const form = await submitted(c, NewElectorate)
    if (!form.ok) return electoratePage(c, form, 422)
    if (form.value.on > c.var.today) return electoratePage(c, refuseField(form, 'on', words(c.var.locale)('refused.future')), 422)
    await recordElectorate(c.var, form.value)
    return redirect(c, '/demarches-citoyennes#electeurs')
  })

  .mount(petitionRoutes)
  .mount(fileRoutes)

const electoratePage = async (c: Request, form: Parameters<typeof ElectoratePage>[0]['form'], status: 200 | 422 = 200) =>
  page(c, <ElectoratePage t={words(c.var.locale)} locale={c.var.locale} form={form} figures={await electorates(c.var)} />, status)

/** The answers in the address; null when nobody has answered yet. */
const answersIn = (c: Request): FormValues | null => {
  const names = ['councilOn', 'transmittedOn', 'wishedOn', 'lastOn']
  const said = names.flatMap(name => {
    const value = c.req.query(name)
    return value === undefined ? [] : [[name, value.slice(0, 40)] as const]
  })
  return said.length === 0 ? null : Object.fromEntries(said)
}
