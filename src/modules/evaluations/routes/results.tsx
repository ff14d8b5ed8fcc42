import { isFollowing } from '#engines/following'
import { cellThreshold } from '#engines/tabulation'
import { together } from '#kernel/db'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { anyone, notFound, page, pageOf, redirect, router, submitted, townHall } from '#kernel/http'
import { formatDate } from '#kernel/i18n'
import { serviceNamed, servicesNamed } from '#modules/catalogue'
import { commitmentsOf } from '#modules/commitments'
import { declareChange } from '../acts/declareChange.ts'
import { NewChange, NewNationalFigure, type NewReply } from '../forms.ts'
import { words } from '../locales/index.ts'
import { EvaluationsPage } from '../pages/EvaluationsPage.tsx'
import { NationalPage } from '../pages/NationalPage.tsx'
import { NewChangePage } from '../pages/NewChangePage.tsx'
import { ServiceResultsPage } from '../pages/ServiceResultsPage.tsx'
import { campaignsOf, openCampaigns } from '../queries/campaigns.ts'
import { changesOf } from '../queries/changes.ts'
import { addNationalFigure, nationalFigures } from '../queries/nationalFigures.ts'
import { indicatorsOf, publicationsOf } from '../queries/publications.ts'
import { publishedWords, waitingCount, wordById, wordCounts } from '../queries/words.ts'
import { indicatorIds } from '../rules/indicators.ts'
import { type Request } from './shared.ts'

/** What people think of each service, for everyone; and what changed because of it. */
export const results = router()
  .get('/evaluations', anyone, async c => {
    const { locale, today, actor } = c.var
    const [figures, campaigns, toRead] = await together([
      indicatorsOf(c.var, null),
      openCampaigns(c.var, today),
      townHall.allows(actor) ? waitingCount(c.var) : null,
    ])
    const latest = [...new Map(figures.map(one => [one.service, one])).values()]
    const names = await servicesNamed(
      c.var,
      [...latest, ...campaigns].map(({ service }) => service),
    )
    const named = <Row extends { readonly service: string }>(row: Row) => ({
      ...row,
      serviceName: names.get(row.service) ?? `n° ${row.service}`,
    })
    const published = latest.map(named).toSorted((a, b) => a.serviceName.localeCompare(b.serviceName, 'fr'))
    return page(c, <EvaluationsPage t={words(locale)} locale={locale} open={campaigns.map(named)} published={published} toRead={toRead} />)
  })

  .get('/evaluations/service/:service', anyone, c => resultsPage(c, c.req.param('service') ?? '0'))

  .get('/evaluations/service/:service/changements/nouveau', townHall, c =>
    changePage(c, emptyForm(NewChange, { on: c.var.today, word: (c.req.query('parole') ?? '').slice(0, 18) })),
  )
  .post('/evaluations/service/:service/changements', townHall, async c => {
    const service = await serviceOf(c)
    if (!service) return notFound(c)
    const t = words(c.var.locale)
    const form = await submitted(c, NewChange)
    if (!form.ok) return changePage(c, form, 422)
    if (form.value.on > c.var.today) return changePage(c, refuseField(form, 'on', t('change.future')), 422)
    const word = form.value.word === null ? null : await wordById(c.var, form.value.word)
    const isOfService = word?.service === service.id && word.verdict === 'published'
    await declareChange(c.var, service, { ...form.value, word: isOfService ? word.id : null, campaign: isOfService ? word.campaign : null })
    return redirect(c, `/evaluations/service/${service.id}#changements`)
  })

  .get('/evaluations/national', townHall, c => nationalPage(c, emptyForm(NewNationalFigure)))
  .post('/evaluations/national', townHall, async c => {
    const form = await submitted(c, NewNationalFigure)
    if (!form.ok) return nationalPage(c, form, 422)
    const { indicator, value, url, ...figure } = form.value
    if (indicator === 'clarity' && (value < 1 || value > 5))
      return nationalPage(c, refuseField(form, 'value', words(c.var.locale)('national.valueWrong')), 422)
    await addNationalFigure(c.var, { ...figure, indicator, value, url: url === '' ? null : url })
    return redirect(c, '/evaluations/national')
  })

const serviceOf = async (c: Request, asked = c.req.param('service') ?? '0') => {
  const name = await serviceNamed(c.var, asked)
  return name === null ? null : { id: asked, name }
}

export const resultsPage = async (
  c: Request,
  asked: string,
  reply: { readonly word: string; readonly form: Form<NewReply> } | null = null,
  status: 200 | 422 = 200,
) => {
  const { locale, today, actor } = c.var
  const service = await serviceOf(c, asked)
  if (!service) return notFound(c)
  const t = words(locale)
  const asking = pageOf(c, 10)
  const found = await publishedWords(c.var, service.id, { size: asking.size + 1, start: asking.start })
  const promised = await commitmentsOf(c.var, { service: service.id }, { size: 20, start: 0 })
  return page(
    c,
    <ServiceResultsPage
      t={t}
      locale={locale}
      service={service}
      threshold={cellThreshold(today)}
      publications={await publicationsOf(c.var, service.id)}
      campaigns={await campaignsOf(c.var, service.id, 40)}
      open={(await openCampaigns(c.var, today)).find(campaign => campaign.service === service.id) ?? null}
      words={found.slice(0, asking.size)}
      wordCounts={await wordCounts(c.var, service.id)}
      pageNumber={asking.number}
      hasMore={found.length > asking.size}
      changes={await changesOf(c.var, service.id, 50)}
      promises={promised.flatMap(({ source, target, title }) =>
        indicatorIds.flatMap(id => (source === `evaluation:${id}` ? [{ indicator: id, target, title }] : [])),
      )}
      commitments={promised.map(({ id, title, dueOn }) => ({ id, title, note: formatDate(dueOn, locale) }))}
      national={await nationalFigures(c.var)}
      isTownHall={townHall.allows(actor)}
      isFollowing={actor.personId === null ? null : await isFollowing(c.var, `service:${service.id}`, actor.personId)}
      reply={reply}
    />,
    status,
  )
}

const changePage = async (c: Request, form: Form<NewChange>, status: 200 | 422 = 200) => {
  const service = await serviceOf(c)
  if (!service) return notFound(c)
  const said = await publishedWords(c.var, service.id, { size: 50, start: 0 })
  return page(c, <NewChangePage t={words(c.var.locale)} service={service} form={form} words={said} />, status)
}

const nationalPage = async (c: Request, form: Form<NewNationalFigure>, status: 200 | 422 = 200) =>
  page(c, <NationalPage t={words(c.var.locale)} locale={c.var.locale} figures={await nationalFigures(c.var)} form={form} />, status)
