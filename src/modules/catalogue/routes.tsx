import { emptyForm, type Form, type FormValues, refuseField } from '#kernel/forms'
import { anyone, type C, json, notFound, page, redirect, router, submitted, townHall } from '#kernel/http'
import { together } from '#kernel/db'
import { relatedTo } from '#kernel/service'
import { latestMeasures, measuresById } from '#modules/measures'
import { catalogueApi } from './api.ts'
import { ReasonForm, ServiceForm, weekdays } from './forms.ts'
import { words } from './locales/index.ts'
import { ArchivePage } from './pages/ArchivePage.tsx'
import { EditionsPage } from './pages/EditionsPage.tsx'
import { ServiceFormPage } from './pages/ServiceFormPage.tsx'
import { ServicePage } from './pages/ServicePage.tsx'
import { ServicesPage } from './pages/ServicesPage.tsx'
import { agreementsOf, changeArchival, readEditions, readService, readServices, saveService, type ServiceDetail } from './queries.ts'
import { readExceptions, writeException } from './rules/readExceptions.ts'
import { readHours, sayHours } from './rules/readHours.ts'
import type { CatalogueTables, Tables } from './schema.ts'

type Request = C<Tables>

export const routes = router<CatalogueTables>()
  .get('/services', anyone, async c => {
    const asked = wordsOf(c)
    const services = await readServices(c.var.db, c.var.body.id, asked)
    return page(
      c,
      <ServicesPage
        t={words(c.var.locale)}
        today={c.var.today}
        services={services}
        words={asked}
        isTownHall={townHall.allows(c.var.actor)}
      />,
    )
  })

  .get('/services/nouveau', townHall, async c => formPage(c, null, emptyForm(ServiceForm)))
  .post('/services/nouveau', townHall, async c => save(c, null))

  .get('/services/:service', anyone, async c => {
    const { db, body, locale, today, actor } = c.var
    const service = await found(c)
    if (!service) return notFound(c)
    const [measures, related] = await together([
      measuresById(db, body.id, service.measures),
      relatedTo(c.var.contributors, c.var, `service:${service.id}`),
    ])
    return page(
      c,
      <ServicePage
        t={words(locale)}
        locale={locale}
        today={today}
        service={service}
        measures={measures}
        related={related}
        isTownHall={service.isOwn && townHall.allows(actor)}
      />,
    )
  })

  .get('/services/:service/correction', townHall, async c => {
    const service = await found(c)
    return service?.isOwn
      ? formPage(c, service, emptyForm(ServiceForm, typedAgain(service, words(c.var.locale)('service.to'))))
      : notFound(c)
  })
  .post('/services/:service/correction', townHall, async c => {
    const service = await found(c)
    return service?.isOwn ? save(c, service) : notFound(c)
  })

  .get('/services/:service/editions', anyone, async c => {
    const service = await found(c)
    return service
      ? page(
          c,
          <EditionsPage t={words(c.var.locale)} service={service} editions={await readEditions(c.var.db, c.var.body.id, service.id)} />,
        )
      : notFound(c)
  })

  .get('/services/:service/archivage', townHall, async c => {
    const service = await found(c)
    return service?.isOwn ? page(c, <ArchivePage t={words(c.var.locale)} service={service} form={emptyForm(ReasonForm)} />) : notFound(c)
  })
  .post('/services/:service/archivage', townHall, async c => {
    const service = await found(c)
    if (!service?.isOwn) return notFound(c)
    const form = await submitted(c, ReasonForm)
    if (!form.ok) return page(c, <ArchivePage t={words(c.var.locale)} service={service} form={form} />, 422)
    await changeArchival(c.var, service.id, service.archivedAt ? 'restored' : 'archived', form.value.reason)
    return redirect(c, `/services/${service.id}`)
  })

  .api('/api/v1/services', catalogueApi.list, async c => {
    const services = await readServices(c.var.db, c.var.body.id, wordsOf(c))
    return json(c, { services: services.map(service => ({ ...service, url: `${c.var.url}/services/${service.id}` })) })
  })
  .api('/api/v1/services/:service', catalogueApi.one, async c => {
    const service = await found(c)
    return service ? json(c, { ...service, url: `${c.var.url}/services/${service.id}` }) : json(c, { error: 'not found' }, 404)
  })

const found = (c: Request) => readService(c.var.db, c.var.body.id, c.req.param('service')!)
// oxlint-disable-next-line no-control-regex
const wordsOf = (c: Request) =>
  (c.req.query('q') ?? '')
    .toWellFormed()
    .replace(/[\u0000-\u001f]/g, ' ')
    .trim()
    .slice(0, 200)

const formPage = async (c: Request, service: ServiceDetail | null, form: Form<ServiceForm>, status: 200 | 422 = 200) => {
  const recent = await latestMeasures(c.var.db, c.var.body.id, 200)
  const linked = await measuresById(
    c.var.db,
    c.var.body.id,
    (service?.measures ?? []).filter(id => !recent.some(measure => measure.id === id)),
  )
  const measures = [...linked, ...recent].toSorted((a, b) => a.title.localeCompare(b.title, 'fr') || (a.id < b.id ? -1 : 1))
  const agreements = await agreementsOf(c.var.db, c.var.body.id)
  return page(
    c,
    <ServiceFormPage t={words(c.var.locale)} service={service} measures={measures} agreements={agreements} form={form} />,
    status,
  )
}

const save = async (c: Request, service: ServiceDetail | null) => {
  const t = words(c.var.locale)
  const form = await submitted(c, ServiceForm)
  if (!form.ok) return formPage(c, service, form, 422)

  const openings = []
  for (const [index, day] of weekdays.entries()) {
    const slots = readHours(form.value[day])
    if (!slots) return formPage(c, service, refuseField(form, day, t('edit.hoursWrong')), 422)
    openings.push(...slots.map(slot => ({ weekday: index + 1, ...slot })))
  }
  const exceptions = readExceptions(form.value.exceptions)
  if (!exceptions.ok)
    return formPage(c, service, refuseField(form, 'exceptions', t('edit.exceptionsWrong', { line: exceptions.line })), 422)
  const known = await measuresById(c.var.db, c.var.body.id, form.value.measure)
  if (known.length !== new Set(form.value.measure).size)
    return formPage(c, service, refuseField(form, 'measure', t('edit.measureWrong')), 422)

  const { agreement } = form.value
  if (agreement !== null && !(await agreementsOf(c.var.db, c.var.body.id)).some(({ id }) => id === agreement))
    return formPage(c, service, refuseField(form, 'agreement', t('edit.agreementWrong')), 422)

  const id = await saveService(c.var, service?.id ?? null, { ...form.value, openings, exceptions: exceptions.exceptions })
  return redirect(c, `/services/${id}`)
}

/** The facts of a service as they are typed in its form. */
const typedAgain = (service: ServiceDetail, to: string): FormValues => ({
  name: service.name,
  purpose: service.purpose,
  audience: service.audience,
  runBy: service.runBy,
  runByName: service.runByName,
  place: service.place,
  address: service.address,
  access: service.access,
  phone: service.phone,
  email: service.email,
  website: service.website,
  hoursNote: service.hoursNote,
  question: service.question,
  face: service.face,
  agreement: String(service.agreement ?? ''),
  measure: service.measures,
  exceptions: service.exceptions.map(writeException).join('\n'),
  ...Object.fromEntries(
    weekdays.map((day, index) => [
      day,
      sayHours(
        service.openings.filter(slot => slot.weekday === index + 1),
        to,
      ),
    ]),
  ),
})
