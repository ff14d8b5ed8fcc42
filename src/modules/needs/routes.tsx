import { moderationOf } from '#engines/moderation'
import { anyone, json, notFound, page, pageOf, router, townHall } from '#kernel/http'
import { needsApi, needOf } from './api.ts'
import { lineRoutes } from './lineRoutes.tsx'
import { words } from './locales/index.ts'
import { NeedsPage } from './pages/NeedsPage.tsx'
import { kindWords, StatementPage } from './pages/StatementPage.tsx'
import { readLine } from './queries/readLine.ts'
import { countLines, readLines } from './queries/readLines.ts'
import { readRounds } from './queries/rounds.ts'
import { lineSubject } from './queries/stateLine.ts'
import { allServices, listed, serviceOf } from './reads.ts'
import { roundRoutes } from './roundRoutes.tsx'
import { kinds, states } from './rules/life.ts'
import type { NeedsTables } from './schema.ts'
import { stateRoutes } from './stateRoutes.tsx'

export const routes = router<NeedsTables>()
  .get('/besoins', anyone, async c => {
    const { locale, today } = c.var
    const services = await allServices(c.var)
    const counts = new Map((await countLines(c.var)).map(one => [one.service, one]))
    const rounds = (await readRounds(c.var, { isOpen: true })).slice(0, 12)
    const names = new Map(services.map(({ id, name }) => [id, name]))
    return page(
      c,
      <NeedsPage
        t={words(locale)}
        locale={locale}
        today={today}
        services={services.map(({ id, name }) => ({ id, name, counts: counts.get(id) }))}
        rounds={rounds.map(round => ({ ...round, serviceName: names.get(round.service) ?? '' }))}
      />,
    )
  })

  .get('/besoins/services/:service', anyone, async c => {
    const { db, body, locale, today, actor } = c.var
    const service = await serviceOf(c)
    if (!service) return notFound(c)
    const wanted = {
      kind: kinds.find(kind => kindWords[kind] === c.req.query('sur')) ?? null,
      state: states.find(state => state === c.req.query('etat')) ?? null,
    }
    const asked = pageOf(c, 30)
    const found = await readLines(
      c.var,
      { service: service.id, ...(wanted.kind ? { kind: wanted.kind } : {}), ...(wanted.state ? { state: wanted.state } : {}) },
      asked,
    )
    const shown = found.slice(0, asked.size)
    const moderated = await moderationOf(
      db,
      body.id,
      shown.map(({ id }) => lineSubject(id)),
    )
    return page(
      c,
      <StatementPage
        t={words(locale)}
        locale={locale}
        today={today}
        reader={actor}
        service={service}
        moderated={moderated}
        lines={listed(shown, moderated, actor)}
        rounds={await readRounds(c.var, { service: service.id })}
        wanted={wanted}
        pageNumber={asked.number}
        hasMore={found.length > asked.size}
        isTownHall={townHall.allows(actor)}
      />,
    )
  })
  .mount(stateRoutes)
  .mount(lineRoutes)
  .mount(roundRoutes)

  .api('/api/v1/besoins', needsApi.list, async c => {
    const asked = pageOf(c, 100)
    const service = /^\d{1,18}$/.exec(c.req.query('service') ?? '')?.[0]
    const found = await readLines(c.var, service ? { service } : {}, asked)
    const shown = found.slice(0, asked.size)
    const moderated = await moderationOf(
      c.var.db,
      c.var.body.id,
      shown.map(({ id }) => lineSubject(id)),
    )
    const visible = shown.filter(({ id }) => moderated.get(lineSubject(id)).state === 'visible')
    return json(c, { page: asked.number, hasMore: found.length > asked.size, needs: visible.map(line => needOf(line, c.var.url)) })
  })
  .api('/api/v1/besoins/:need', needsApi.one, async c => {
    const line = await readLine(c.var, c.req.param('need') ?? '0', null)
    const subject = lineSubject(line?.id ?? '0')
    const moderated = (await moderationOf(c.var.db, c.var.body.id, [subject])).get(subject)
    if (!line || moderated.state !== 'visible') return json(c, { error: 'not found' }, 404)
    const life = line.steps.map(({ step, reason, on, before, after, effect }) => ({ step, reason, on, before, after, effect }))
    const offspring = line.offspring.map(({ kind, number, measure, outcome }) => ({ kind, number, measure, outcome }))
    return json(c, { ...needOf(line, c.var.url), life, offspring })
  })
