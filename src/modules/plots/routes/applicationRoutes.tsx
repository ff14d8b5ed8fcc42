import { formCode } from '#engines/paper'
import { emptyForm, type Form, type FormValues, refuseField } from '#kernel/forms'
import { anyone, conflict, forbidden, notFound, page, redirect, resident, router, signedIn, submitted } from '#kernel/http'
import { apply, withdraw } from '../acts/apply.ts'
import { NewApplication } from '../forms.ts'
import { words } from '../locales/index.ts'
import { figureOn } from '../parameters.ts'
import { ApplicationPage, ApplyPage } from '../pages/ApplicationPages.tsx'
import { freeDuring, plotsOf } from '../queries/gardens.ts'
import { type Application, applicationById, applicationsBy, type Round, roundById, roundsOf, standingsOf } from '../queries/rounds.ts'
import { givenIn, lettersOf } from '../queries/tenancies.ts'
import { priorityOf, type Tier, tiers } from '../rules/priority.ts'
import { wishesIn } from '../rules/wishes.ts'
import type { Tables } from '../schema.ts'
import { gardensRun } from '../who.ts'
import { param, type Request, said } from './shared.tsx'

export const applicationRoutes = router<Tables>()
  .get('/jardins/demande', anyone, async c => {
    const round = await openRound(c)
    if (!round) return conflict(c, words(c.var.locale)('application.closed'))
    const { personId } = c.var.actor
    const before = personId === null ? undefined : await standing(c, round, personId)
    return page(c, <ApplyPage {...await askProps(c, round, before)} form={emptyForm(NewApplication, before ? valuesOf(before) : {})} />)
  })

  .post('/jardins/demandes', resident, async c => {
    const { personId } = signedIn(c)
    const t = words(c.var.locale)
    const form = await submitted(c, NewApplication)
    const round = await openRound(c)
    if (!round) return conflict(c, t('application.closed'))
    const again = async (refused: Form<NewApplication>) =>
      page(c, <ApplyPage {...await askProps(c, round, await standing(c, round, personId))} form={refused} />, 422)
    if (!form.ok)
      return again(form.errors.holderName === undefined ? form : refuseField(form, 'holderName', t('application.holderNameMissing')))
    const { situation, wish1, wish2, wish3, ...rest } = form.value
    const asked = {
      ...rest,
      livesHere: situation.includes('lives-here'),
      withoutLand: situation.includes('without-land'),
      lowIncome: situation.includes('low-income'),
      needsRaised: situation.includes('needs-raised'),
      wishes: [wish1, wish2, wish3].filter(id => id !== ''),
    }
    const free = await freeDuring(c.var, { from: round.seasonFrom, to: round.seasonTo })
    const wishes = wishesIn({ ...asked, takesAny: false }, free)
    if (wishes.length < new Set(asked.wishes).size) return again(refuseField(form, 'wish1', t('rules.wishes')))
    if (wishes.length === 0 && !asked.takesAny) return again(refuseField(form, 'wish1', t('application.noPlot')))
    return redirect(c, `/jardins/demandes/${await apply(c.var, round, personId, { ...asked, wishes })}`)
  })

  .get('/jardins/demandes/:plotApplication', resident, async c => {
    const application = await applicationById(c.var, param(c, 'plotApplication'))
    const isOwn = application !== undefined && application.person === c.var.actor.personId
    if (!application || (!isOwn && (await gardensRun(c.var)) !== null)) return notFound(c)
    const round = await roundById(c.var, application.round)
    if (!round) return notFound(c)
    const given = (await givenIn(c.var, round.id)).findLast(one => one.application === application.id)
    const props = {
      ...said(c),
      application,
      round,
      tier: tierOf(application, round),
      waitedYears: figureOn('waited-years', round.closesOn),
      plots: await plotsOf(c.var),
      standing:
        round.allocation && application.person !== null ? (await standingsOf(c.var, round.allocation)).get(application.person) : undefined,
      tenancy: given?.id ?? null,
      letters: await lettersOf(c.var).where('application_id', '=', application.id).execute(),
      isOwn,
    }
    return page(c, <ApplicationPage {...props} />)
  })

  .post('/jardins/demandes/:plotApplication/retrait', resident, async c => {
    const application = await applicationById(c.var, param(c, 'plotApplication'))
    if (!application) return notFound(c)
    if (application.person !== signedIn(c).personId) return forbidden(c)
    const round = await roundById(c.var, application.round)
    if (round?.stage !== 'open' || application.withdrawnAt !== null) return conflict(c, words(c.var.locale)('application.closed'))
    await withdraw(c.var, application)
    return redirect(c, `/jardins/demandes/${application.id}`)
  })

/** The tier given when the list was published; before, what the rules would give. */
export const tierOf = (application: Application, round: Pick<Round, 'closesOn'>): Tier =>
  tiers.find(one => one === application.tier) ?? priorityOf(application, { waitedYears: figureOn('waited-years', round.closesOn) })

const openRound = async (c: Request) => (await roundsOf(c.var)).find(one => one.stage === 'open')
const standing = async (c: Request, round: Round, person: string) =>
  (await applicationsBy(c.var, person)).find(one => one.round === round.id && one.withdrawnAt === null)

/** What was said before, to correct it. */
const valuesOf = (one: Application): FormValues => ({
  holder: one.holder,
  holderName: one.holderName,
  situation: [
    ...(one.livesHere ? ['lives-here'] : []),
    ...(one.withoutLand ? ['without-land'] : []),
    ...(one.lowIncome ? ['low-income'] : []),
    ...(one.needsRaised ? ['needs-raised'] : []),
  ],
  ...Object.fromEntries(one.wishes.map((id, at) => [`wish${at + 1}`, id])),
  takesAny: one.takesAny ? 'oui' : '',
  project: one.project,
})

const askProps = async (c: Request, round: Round, before: Application | undefined) => ({
  ...said(c),
  town: c.var.body.name,
  round,
  free: await freeDuring(c.var, { from: round.seasonFrom, to: round.seasonTo }),
  code: await formCode(c.var, '/jardins/demande'),
  isSignedIn: c.var.actor.personId !== null,
  isCorrection: before !== undefined,
})
