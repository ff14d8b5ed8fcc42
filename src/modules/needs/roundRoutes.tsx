import { moderationOf } from '#engines/moderation'
import { formCode } from '#engines/paper'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { anyone, conflict, notFound, page, redirect, router, submitted, townHall } from '#kernel/http'
import { Conclusion, NewRound } from './forms.ts'
import { words } from './locales/index.ts'
import { NewRoundPage } from './pages/NewRoundPage.tsx'
import type { Named } from './pages/parts.tsx'
import { RoundPage } from './pages/RoundPage.tsx'
import { SynthesisPage } from './pages/SynthesisPage.tsx'
import { readLines, type WantedLines } from './queries/readLines.ts'
import { closeRound, openRound, readRound, readRounds, type Round } from './queries/rounds.ts'
import { lineSubject } from './queries/stateLine.ts'
import { namedService, type Request, serviceOf } from './reads.ts'
import { canOpenRound } from './rules/rounds.ts'
import { colleges, type Counts } from './rules/synthesis.ts'
import type { NeedsTables } from './schema.ts'

const most = 300

/** Rounds: opened and concluded by the town hall, each with its synthesis by college. */
export const roundRoutes = router<NeedsTables>()
  .get('/besoins/services/:service/synthese', anyone, async c => {
    const service = await serviceOf(c)
    return service ? synthesisPage(c, service, null, { service: service.id }) : notFound(c)
  })

  .get('/besoins/services/:service/etats/nouveau', townHall, async c => {
    const service = await serviceOf(c)
    return service ? newRoundPage(c, service, emptyForm(NewRound, { opensOn: c.var.today })) : notFound(c)
  })

  .post('/besoins/services/:service/etats', townHall, async c => {
    const service = await serviceOf(c)
    if (!service) return notFound(c)
    const form = await submitted(c, NewRound)
    if (!form.ok) return newRoundPage(c, service, form, 422)
    const hasOpenRound = (await readRounds(c.var, { service: service.id, isOpen: true })).length > 0
    const verdict = canOpenRound({ ...form.value, hasOpenRound, today: c.var.today })
    if (!verdict.ok) {
      const said = words(c.var.locale)(`newRound.refused.${verdict.because}`)
      if (verdict.because === 'already-open') return conflict(c, said)
      return newRoundPage(c, service, refuseField(form, 'closesOn', said), 422)
    }
    return redirect(c, `/besoins/etats/${await openRound(c.var, { ...form.value, service: service.id })}`)
  })

  .get('/besoins/etats/:needRound', anyone, async c => {
    const found = await roundOf(c)
    return found ? roundPage(c, found) : notFound(c)
  })

  .post('/besoins/etats/:needRound/cloture', townHall, async c => {
    const found = await roundOf(c)
    if (!found) return notFound(c)
    const t = words(c.var.locale)
    if (found.round.closedAt !== null) return conflict(c, t('round.alreadyConcluded'))
    const form = await submitted(c, Conclusion)
    if (!form.ok) return roundPage(c, found, form, 422)
    const closed = await closeRound(c.var, found.round, form.value.conclusion)
    return closed ? redirect(c, `/besoins/etats/${found.round.id}#conclusion`) : conflict(c, t('round.alreadyConcluded'))
  })

  .get('/besoins/etats/:needRound/synthese', anyone, async c => {
    const found = await roundOf(c)
    return found ? synthesisPage(c, found.service, { id: found.round.id, name: found.round.title }, { round: found.round.id }) : notFound(c)
  })

const roundOf = async (c: Request): Promise<{ round: Round; service: Named } | null> => {
  const round = await readRound(c.var, c.req.param('needRound') ?? '0')
  const service = round && (await namedService(c.var, round.service))
  return round && service ? { round, service } : null
}

/** The lines that everyone may read, at most three hundred. */
const visibleLines = async (c: Request, wanted: WantedLines) => {
  const found = await readLines(c.var, wanted, { size: most, start: 0 })
  const moderated = await moderationOf(
    c.var.db,
    c.var.body.id,
    found.map(({ id }) => lineSubject(id)),
  )
  return {
    lines: found.slice(0, most).filter(({ id }) => moderated.get(lineSubject(id)).state === 'visible'),
    isShortened: found.length > most,
  }
}

const newRoundPage = (c: Request, service: Named, form: Form<NewRound>, status: 200 | 422 = 200) =>
  page(c, <NewRoundPage t={words(c.var.locale)} service={service} form={form} />, status)

const roundPage = async (
  c: Request,
  { round, service }: { round: Round; service: Named },
  form: Form<Conclusion> = emptyForm(Conclusion),
  status: 200 | 422 = 200,
) => {
  const { lines } = await visibleLines(c, { round: round.id })
  const stated = Object.fromEntries(
    colleges.map(college => [college, lines.filter(line => line.college === college).length]),
  ) as unknown as Counts // one number for each college
  const { locale, today, actor } = c.var
  const conclude = round.closedAt === null && townHall.allows(actor) ? form : null
  return page(
    c,
    <RoundPage t={words(locale)} locale={locale} today={today} service={service} round={round} stated={stated} conclude={conclude} />,
    status,
  )
}

const synthesisPage = async (c: Request, service: Named, round: Named | null, wanted: WantedLines) => {
  const path = round ? `/besoins/etats/${round.id}/synthese` : `/besoins/services/${service.id}/synthese`
  const props = { t: words(c.var.locale), service, round, code: await formCode(c.var, path) }
  return page(c, <SynthesisPage {...props} {...await visibleLines(c, wanted)} />)
}
