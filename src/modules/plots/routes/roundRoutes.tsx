import { mayRun } from '#engines/booking'
import { emptyForm, refuseField } from '#kernel/forms'
import { agent, anyone, conflict, forbidden, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { drawRound, openRound, publishList } from '../acts/rounds.ts'
import { NewRound, Seed } from '../forms.ts'
import { words } from '../locales/index.ts'
import { figureOn } from '../parameters.ts'
import { RoundPage } from '../pages/RoundPage.tsx'
import { NewRoundPage } from '../pages/RulesPages.tsx'
import { applicationsOf, type Round, roundById, roundsOf } from '../queries/rounds.ts'
import type { Tables } from '../schema.ts'
import { owner } from '../who.ts'
import { tierOf } from './applicationRoutes.tsx'
import { param, type Request, said } from './shared.tsx'

export const roundRoutes = router<Tables>()
  .get('/jardins/campagnes/nouvelle', agent, c => page(c, <NewRoundPage {...said(c)} form={emptyForm(NewRound)} />))

  .post('/jardins/campagnes', agent, async c => {
    const t = words(c.var.locale)
    const form = await submitted(c, NewRound)
    if (!form.ok) return page(c, <NewRoundPage {...said(c)} form={form} />, 422)
    const { opensOn, closesOn, drawOn, seasonFrom, seasonTo } = form.value
    const wrong =
      closesOn < opensOn
        ? 'closesOn'
        : drawOn <= closesOn
          ? 'drawOn'
          : seasonFrom < drawOn
            ? 'seasonFrom'
            : seasonTo <= seasonFrom
              ? 'seasonTo'
              : null
    if (wrong !== null) return page(c, <NewRoundPage {...said(c)} form={refuseField(form, wrong, t('round.order'))} />, 422)
    if ((await roundsOf(c.var)).some(one => one.seasonFrom <= seasonTo && one.seasonTo >= seasonFrom))
      return page(c, <NewRoundPage {...said(c)} form={refuseField(form, 'seasonFrom', t('round.overlaps'))} />, 422)
    return redirect(c, `/jardins/campagnes/${await openRound(c.var, form.value)}`)
  })

  .get('/jardins/campagnes/:gardenRound', anyone, async c => {
    const round = await roundById(c.var, param(c, 'gardenRound'))
    if (!round) return notFound(c)
    return page(c, <RoundPage {...await roundProps(c, round)} seed={emptyForm(Seed)} />)
  })

  .post('/jardins/campagnes/:gardenRound/liste', resident, async c => {
    const round = await roundById(c.var, param(c, 'gardenRound'))
    if (!round) return notFound(c)
    if (!(await mayRun(c.var, owner))) return forbidden(c, words(c.var.locale)('only.agents'))
    const verdict = await publishList(c.var, round)
    if (!verdict.ok) return conflict(c, refusalOf(c, verdict.because))
    return redirect(c, `/jardins/campagnes/${round.id}`)
  })

  .post('/jardins/campagnes/:gardenRound/tirage', resident, async c => {
    const round = await roundById(c.var, param(c, 'gardenRound'))
    if (!round) return notFound(c)
    if (!(await mayRun(c.var, owner))) return forbidden(c, words(c.var.locale)('only.agents'))
    const form = await submitted(c, Seed)
    if (!form.ok) return page(c, <RoundPage {...await roundProps(c, round)} seed={form} />, 422)
    if (round.allocation === null) return conflict(c, refusalOf(c, 'too-early'))
    const verdict = await drawRound(c.var, { ...round, allocation: round.allocation }, form.value)
    if (!verdict.ok) return conflict(c, refusalOf(c, verdict.because))
    return redirect(c, `/jardins/campagnes/${round.id}`)
  })

const refusalOf = (c: Request, because: 'too-early' | 'already' | 'empty' | 'wrong-state') =>
  words(c.var.locale)(because === 'too-early' ? 'round.tooEarly' : because === 'empty' ? 'round.empty' : 'round.already')

const roundProps = async (c: Request, round: Round) => {
  const applications = await applicationsOf(c.var, round.id)
  return {
    ...said(c),
    round,
    applications,
    tierOf: new Map(applications.map(one => [one.number, tierOf(one, round)])),
    waitedYears: figureOn('waited-years', round.closesOn),
    runs: await mayRun(c.var, owner),
    today: c.var.today,
  }
}
