import { answerPanel } from '#engines/answers'
import { isFollowing } from '#engines/following'
import { anyone, json, notFound, page, pageOf, router, townHall } from '#kernel/http'
import { serviceNamed } from '#modules/catalogue'
import { measuresById } from '#modules/measures'
import { consultationsApi, oneOf } from './api.ts'
import { words } from './locales/index.ts'
import { ConsultationPage } from './pages/ConsultationPage.tsx'
import { ConsultationsPage } from './pages/ConsultationsPage.tsx'
import { consultationLines, stepsOf } from './queries/consultations.ts'
import { liveMap, publicationOf } from './queries/maps.ts'
import { statements } from './queries/statements.ts'
import { countsOf } from './queries/votes.ts'
import { importRoutes } from './routes/importRoutes.tsx'
import { paperRoutes } from './routes/paperRoutes.tsx'
import { found } from './routes/reads.ts'
import { resultRoutes } from './routes/resultRoutes.tsx'
import { runRoutes } from './routes/runRoutes.tsx'
import { takePartRoutes } from './routes/takePartRoutes.tsx'
import { canVote } from './rules/standing.ts'
import type { ConsultationTables } from './schema.ts'

export const routes = router<ConsultationTables>()
  .get('/consultations', anyone, async c => {
    const { db, body, actor, today, locale } = c.var
    const asked = pageOf(c)
    const isTownHall = townHall.allows(actor)
    const lines = await consultationLines(db, body.id, { drafts: isTownHall }, { size: asked.size + 1, start: asked.start })
    return page(
      c,
      <ConsultationsPage
        {...{ t: words(locale), today, isTownHall }}
        consultations={lines.slice(0, asked.size)}
        pageNumber={asked.number}
        hasMore={lines.length > asked.size}
      />,
    )
  })
  .api('/api/v1/consultations', consultationsApi, async c => {
    const asked = pageOf(c, 100)
    const lines = await consultationLines(c.var.db, c.var.body.id, { drafts: false }, { size: asked.size + 1, start: asked.start })
    return json(c, {
      page: asked.number,
      hasMore: lines.length > asked.size,
      consultations: lines.slice(0, asked.size).map(line => oneOf(line, c.var.url)),
    })
  })

  .mount(importRoutes)
  .mount(runRoutes)

  .get('/consultations/:consultation', anyone, async c => {
    const one = await found(c)
    if (!one) return notFound(c)
    const { consultation, runs } = one
    const { db, body, today, locale, actor } = c.var
    const subject = `consultation:${consultation.id}`
    const published = consultation.state === 'published'
    const [measure] = consultation.measure ? await measuresById(db, body.id, [consultation.measure]) : []
    const service = consultation.service ? await serviceNamed(c.var, consultation.service) : null
    const content = published ? (await publicationOf(db, body.id, consultation.id))?.content : await liveMap(db, body.id, consultation.id)
    return page(
      c,
      <ConsultationPage
        {...{ t: words(locale), locale, consultation, runs, content: content ?? null }}
        verdict={canVote({ ...consultation, today })}
        steps={await stepsOf(db, body.id, consultation.id)}
        counts={await countsOf(db, body.id, consultation.id)}
        statements={(await statements(c.var, consultation.id)).length}
        measure={measure ? { title: measure.title, url: `/mesures/${measure.id}` } : null}
        service={service && consultation.service ? { title: service, url: `/services/${consultation.service}` } : null}
        panel={published ? await answerPanel(c.var, subject) : null}
        isSignedIn={actor.personId !== null}
        isFollowing={actor.personId !== null && (await isFollowing(c.var, subject, actor.personId))}
      />,
    )
  })

  .mount(takePartRoutes)
  .mount(resultRoutes)
  .mount(paperRoutes)
