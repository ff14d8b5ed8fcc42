import { answerPanel } from '#engines/answers'
import { interested, isFollowing, follow, leave } from '#engines/following'
import { formCode } from '#engines/paper'
import { emptyForm, refuseField } from '#kernel/forms'
import { formatDate } from '#kernel/i18n'
import {
  anyone,
  type C,
  conflict,
  json,
  notFound,
  page,
  pageOf,
  redirect,
  resident,
  router,
  signedIn,
  submitted,
  townHall,
} from '#kernel/http'
import { type KernelTables, relatedTo } from '#kernel/service'
import { amendmentRoutes } from './amendments/routes.tsx'
import { measureApi } from './api.ts'
import { debates } from './debates/debates.ts'
import { feedOf, measureFeed } from './feeds.ts'
import { FactsForm, StageForm } from './forms.ts'
import { words } from './locales/index.ts'
import { FactsPage } from './pages/FactsPage.tsx'
import { MeasurePage } from './pages/MeasurePage.tsx'
import { MeasuresPage } from './pages/MeasuresPage.tsx'
import { StagesPage } from './pages/StagesPage.tsx'
import { SupportPaperPage } from './pages/SupportPaperPage.tsx'
import { linksOf } from './parts.ts'
import { groupRoutes } from './group/groupRoutes.tsx'
import { proposalRoutes } from './proposals/proposalRoutes.tsx'
import { programmeRoutes } from './programmeRoutes.tsx'
import { changeFacts, possiblePilots } from './queries/measureFacts.ts'
import { readMeasure } from './queries/readMeasure.ts'
import { readMeasures } from './queries/readMeasures.ts'
import { readSections } from './queries/readSections.ts'
import { enterStage } from './queries/stages.ts'
import { giveSupport, withdrawSupport } from './queries/support.ts'
import { canChangeStage } from './rules/canChangeStage.ts'
import { canSupport } from './rules/canSupport.ts'
import { expectedOf } from './rules/expectedOf.ts'
import type { MeasureTables } from './schema.ts'
import { wantedOf } from './wantedOf.ts'

export type Here = C<MeasureTables & KernelTables>

export const routes = router<MeasureTables>()
  .get('/mesures', anyone, async c => {
    const { db, body, today, locale, actor } = c.var
    const wanted = wantedOf(c)
    const asked = pageOf(c)
    const [sections, { measures, hasMore }, related] = await Promise.all([
      readSections(db, body.id),
      readMeasures(db, body.id, wanted, asked, today),
      relatedTo(c.var.contributors, c.var, 'programme:all'),
    ])
    return page(
      c,
      <MeasuresPage
        t={words(locale)}
        measures={measures}
        sections={sections}
        wanted={wanted}
        pageNumber={asked.number}
        hasMore={hasMore}
        isAgent={actor.roles.has('agent')}
        related={related}
      />,
    )
  })

  .get('/mesures/:measure', anyone, async c => {
    const { db, body, today, locale, actor } = c.var
    const measure = await found(c)
    if (!measure) return notFound(c)
    const verdict = canSupport({ ...measure, today })
    const isTownHall = townHall.allows(actor)
    const expected = expectedOf({
      ...measure,
      today,
      isSignedIn: actor.personId !== null,
      isTownHall,
      isPilot: measure.pilotId !== null && measure.pilotId === actor.personId,
    })
    const t = words(locale)
    const [following, answers, links, related] = await Promise.all([
      actor.personId !== null && isFollowing(c.var, `measure:${measure.id}`, actor.personId),
      answerPanel(c.var, `measure:${measure.id}`, measure.supports),
      linksOf({ db, body }, measure.id, t, locale),
      relatedTo(c.var.contributors, c.var, `measure:${measure.id}`),
    ])
    return page(
      c,
      <MeasurePage
        t={t}
        locale={locale}
        today={today}
        measure={measure}
        expected={expected}
        closedBecause={verdict.ok ? null : verdict.because}
        isSignedIn={actor.personId !== null}
        isTownHall={isTownHall}
        isFollowing={following}
        answers={answers}
        related={related}
        {...links}
      />,
    )
  })

  .get('/mesures/:measure/soutien', anyone, async c => {
    const measure = await found(c)
    if (!measure) return notFound(c)
    const code = await formCode(c.var, `/mesures/${measure.id}/soutien`)
    return page(c, <SupportPaperPage t={words(c.var.locale)} measure={measure} code={code} isSignedIn={c.var.actor.personId !== null} />)
  })

  .post('/mesures/:measure/soutien', resident, async c => {
    const id = c.req.param('measure')!
    const given = await giveSupport(c.var, id, signedIn(c).personId)
    if (!given) return notFound(c)
    const verdict = canSupport({ ...given, today: c.var.today })
    if (!verdict.ok) return conflict(c, refusalOf(c, given, verdict.because))
    return redirect(c, `/mesures/${id}#soutenir`)
  })

  .post('/mesures/:measure/soutien/retrait', resident, async c => {
    const measure = await found(c)
    if (!measure) return notFound(c)
    await withdrawSupport(c.var, measure.id, signedIn(c).personId)
    return redirect(c, `/mesures/${measure.id}#soutenir`)
  })

  .post('/mesures/:measure/suivi', resident, async c => {
    const measure = await found(c)
    if (!measure) return notFound(c)
    await follow(c.var, `measure:${measure.id}`, signedIn(c).personId)
    return redirect(c, `/mesures/${measure.id}`)
  })
  .post('/mesures/:measure/suivi/fin', resident, async c => {
    const measure = await found(c)
    if (!measure) return notFound(c)
    await leave(c.var, `measure:${measure.id}`, signedIn(c).personId)
    return redirect(c, `/mesures/${measure.id}`)
  })

  .get('/mesures/:measure/etapes', anyone, async c => {
    const measure = await found(c)
    return measure
      ? page(c, <StagesPage t={words(c.var.locale)} measure={measure} form={townHall.allows(c.var.actor) ? emptyForm(StageForm) : null} />)
      : notFound(c)
  })

  .post('/mesures/:measure/etapes', townHall, async c => {
    const measure = await found(c)
    if (!measure) return notFound(c)
    const t = words(c.var.locale)
    const form = await submitted(c, StageForm)
    if (!form.ok) return page(c, <StagesPage t={t} measure={measure} form={form} />, 422)
    const { stage, reason } = form.value
    const verdict = canChangeStage({
      from: measure.stage,
      to: stage,
      reason,
      isTownHall: true,
      isPilot: measure.pilotId === signedIn(c).personId,
    })
    if (!verdict.ok)
      return page(c, <StagesPage t={t} measure={measure} form={refuseField(form, 'stage', t(`stages.refused.${verdict.because}`))} />, 409)
    await enterStage(c.var, measure, stage, reason)
    return redirect(c, `/mesures/${measure.id}`)
  })

  .get('/mesures/:measure/reperes', townHall, async c => {
    const measure = await found(c)
    if (!measure) return notFound(c)
    const pilots = await possiblePilots(c.var.db, c.var.body.id, c.var.today)
    const form = emptyForm(FactsForm, { pilot: measure.pilotId ?? '', service: measure.ownerService, closesOn: measure.closesOn ?? '' })
    return page(c, <FactsPage t={words(c.var.locale)} measure={measure} pilots={pilots} form={form} />)
  })

  .post('/mesures/:measure/reperes', townHall, async c => {
    const measure = await found(c)
    if (!measure) return notFound(c)
    const t = words(c.var.locale)
    const pilots = await possiblePilots(c.var.db, c.var.body.id, c.var.today)
    const form = await submitted(c, FactsForm)
    if (!form.ok) return page(c, <FactsPage t={t} measure={measure} pilots={pilots} form={form} />, 422)
    const { pilot, service, closesOn } = form.value
    if (pilot !== '' && pilot !== measure.pilotId && !pilots.some(({ id }) => id === pilot)) {
      return page(c, <FactsPage t={t} measure={measure} pilots={pilots} form={refuseField(form, 'pilot', t('facts.unknownPilot'))} />, 422)
    }
    await changeFacts(c.var, measure.id, { pilotId: pilot || null, ownerService: service, closesOn })
    if (pilot !== '') await interested(c.var, `measure:${measure.id}`, pilot, 'member')
    return redirect(c, `/mesures/${measure.id}`)
  })

  .get('/mesures/flux.atom', anyone, async c => feedOf(c))
  .get('/mesures/:measure/flux.atom', anyone, async c => {
    const measure = await found(c)
    return measure ? measureFeed(c, measure) : notFound(c)
  })

  .api('/api/v1/mesures', measureApi.list, async c => {
    const asked = pageOf(c, 100)
    const { measures, hasMore } = await readMeasures(c.var.db, c.var.body.id, wantedOf(c), asked, c.var.today)
    return json(c, {
      page: asked.number,
      hasMore,
      measures: measures.map(({ sectionId, ...measure }) => ({
        ...measure,
        section: sectionId,
        url: `${c.var.url}/mesures/${measure.id}`,
      })),
    })
  })
  .api('/api/v1/mesures/:measure', measureApi.one, async c => {
    const measure = await readMeasure(c.var.db, c.var.body.id, c.req.param('measure')!, null)
    if (!measure) return json(c, { error: 'not found' }, 404)
    const { pilotId: _, hasSupported: __, ...shown } = measure
    return json(c, { ...shown, url: `${c.var.url}/mesures/${measure.id}` })
  })
  .mount(programmeRoutes)
  .mount(proposalRoutes)
  .mount(amendmentRoutes)
  .mount(debates)
  .mount(groupRoutes)

const found = (c: Here) => readMeasure(c.var.db, c.var.body.id, c.req.param('measure')!, c.var.actor.personId)

const refusalOf = (
  c: Here,
  { stage, closesOn }: { stage: Parameters<typeof canSupport>[0]['stage']; closesOn: string | null },
  because: 'closed' | 'not-open',
) => {
  const t = words(c.var.locale)
  return because === 'closed' && closesOn
    ? t('measure.closed', { date: formatDate(closesOn, c.var.locale) })
    : t('measure.notOpen', { stage: t(`stage.${stage}`) })
}
