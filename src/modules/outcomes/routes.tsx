import { anyone, type C, download, json, notFound, page, pageOf, redirect, router } from '#kernel/http'
import type { KernelTables } from '#kernel/service'
import { type CatalogueTables, readServices, serviceNamed } from '#modules/catalogue'
import { measuresById } from '#modules/measures'
import { outcomesApi, threadOf } from './api.ts'
import { feedOf } from './feed.ts'
import { gatherOutcomes, mostThreads } from './gather.ts'
import { words } from './locales/index.ts'
import { OutcomesPage } from './pages/OutcomesPage.tsx'
import { countByStanding, standingOf, standings } from './rules/standing.ts'

interface About {
  readonly service: { readonly id: string; readonly name: string } | null
  readonly measure: { readonly id: string; readonly name: string } | null
}
const commune: About = { service: null, measure: null }
const number = (text: string | undefined) => /^\d{1,18}$/.exec(text ?? '')?.[0] ?? null

export const routes = router<CatalogueTables>()
  .get('/vous-avez-dit', anyone, async c => {
    const service = number(c.req.query('service'))
    return service === null ? outcomesPage(c, commune) : redirect(c, `/vous-avez-dit/services/${service}`)
  })
  .get('/vous-avez-dit/services/:service', anyone, async c => {
    const id = c.req.param('service') ?? '0'
    const name = await serviceNamed(c.var, id)
    return name === null ? notFound(c) : outcomesPage(c, { ...commune, service: { id, name } })
  })
  .get('/vous-avez-dit/mesures/:measure', anyone, async c => {
    const [measure] = await measuresById(c.var.db, c.var.body.id, [c.req.param('measure') ?? '0'])
    return measure ? outcomesPage(c, { ...commune, measure: { id: measure.id, name: measure.title } }) : notFound(c)
  })
  .get('/vous-avez-dit/flux.atom', anyone, async c => {
    const threads = await gatherOutcomes(c.var.contributors, c.var, { service: null, measure: null }, 50)
    return download(c, { name: 'flux.atom', type: 'application/atom+xml; charset=utf-8', body: feedOf(threads, c.var), inline: true })
  })
  .api('/api/v1/vous-avez-dit', outcomesApi, async c => {
    const asked = pageOf(c, 100)
    const about = { service: number(c.req.query('service')), measure: number(c.req.query('mesure')) }
    const threads = await gatherOutcomes(c.var.contributors, c.var, about)
    return json(c, {
      page: asked.number,
      hasMore: threads.length > asked.start + asked.size,
      threads: threads.slice(asked.start, asked.start + asked.size).map(thread => threadOf(thread, c.var)),
    })
  })

const outcomesPage = async (c: C<CatalogueTables & KernelTables>, about: About) => {
  const { locale, today, body, db } = c.var
  const asked = pageOf(c, 12)
  const wanted = standings.find(standing => standing === c.req.query('etat')) ?? null
  const ids = { service: about.service?.id ?? null, measure: about.measure?.id ?? null }
  const all = await gatherOutcomes(c.var.contributors, c.var, ids)
  const chosen = wanted === null ? all : all.filter(thread => standingOf(thread, today) === wanted)
  const services = about.service || about.measure ? [] : (await readServices(db, body.id)).map(({ id, name }) => ({ id, name }))
  return page(
    c,
    <OutcomesPage
      t={words(locale)}
      locale={locale}
      today={today}
      about={about}
      threads={chosen.slice(asked.start, asked.start + asked.size)}
      counts={countByStanding(all, today)}
      wanted={wanted}
      services={services}
      pageNumber={asked.number}
      pages={Math.ceil(chosen.length / asked.size)}
      most={all.length === mostThreads ? mostThreads : null}
    />,
  )
}
