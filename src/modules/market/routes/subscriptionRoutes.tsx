import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { conflict, forbidden, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { answerAppeal, appeal, decideSuccession, excuse, giveNotice, hear, liftStep, presentSuccessor, takeStep } from '../acts/steps.ts'
import { endSubscription } from '../acts/traders.ts'
import { AppealAnswer, Excuse, Heard, Lifting, NewAppeal, NewNotice, NewStep, NewSuccession, SuccessionDecision } from '../forms.ts'
import { words } from '../locales/index.ts'
import { figureOn } from '../parameters.ts'
import { StepLetterPage, SuccessionPage } from '../pages/LetterPages.tsx'
import { SubscriptionPage, type SubscriptionProps } from '../pages/SubscriptionPage.tsx'
import { attendanceOf, comingDays, type Step, stepById, stepsOf, type Succession, successionById, successionsOf } from '../queries/steps.ts'
import { type Subscription, subscriptionById, type Trader, traderById } from '../queries/traders.ts'
import { absencesOf, isTooMany, nextStep } from '../rules/absences.ts'
import type { Tables } from '../schema.ts'
import { runsMarket } from '../who.ts'
import { param, type Request, said } from './shared.tsx'

export const subscriptionRoutes = router<Tables>()
  .get('/marche/abonnements/:marketSubscription', resident, async c => {
    const found = await readable(c, param(c, 'marketSubscription'))
    return found instanceof Response ? found : page(c, <SubscriptionPage {...await propsOf(c, found)} />)
  })

  .post('/marche/abonnements/:marketSubscription/fin', resident, async c => {
    const found = await readable(c, param(c, 'marketSubscription'))
    if (found instanceof Response) return found
    await endSubscription(c.var, found.subscription, 'left')
    return back(c, found)
  })

  .post('/marche/abonnements/:marketSubscription/absences', resident, async c => {
    const found = await runnable(c, param(c, 'marketSubscription'))
    if (found instanceof Response) return found
    const form = await submitted(c, Excuse)
    if (!form.ok) return page(c, <SubscriptionPage {...await propsOf(c, found)} />, 422)
    await excuse(c.var, found.subscription, form.value.day, form.value.reason)
    return back(c, found)
  })

  .post('/marche/abonnements/:marketSubscription/prevenir', resident, async c => {
    const found = await readable(c, param(c, 'marketSubscription'))
    if (found instanceof Response) return found
    const form = await submitted(c, NewNotice)
    if (!form.ok) return page(c, <SubscriptionPage {...await propsOf(c, found, { notice: form })} />, 422)
    if (!(await comingDays(c.var, found.subscription)).some(one => one.day === form.value.day)) return notFound(c)
    await giveNotice(c.var, found.subscription, form.value)
    return back(c, found)
  })

  .post('/marche/abonnements/:marketSubscription/etapes', resident, async c => {
    const found = await runnable(c, param(c, 'marketSubscription'))
    if (found instanceof Response) return found
    if (found.subscription.endedOn !== null) return conflict(c, words(c.var.locale)('step.because.done'))
    const form = await submitted(c, NewStep)
    if (!form.ok) return page(c, <SubscriptionPage {...await propsOf(c, found, { step: form })} />, 422)
    const verdict = await takeStep(c.var, found.subscription, form.value)
    return verdict.ok ? back(c, found) : conflict(c, words(c.var.locale)(`step.because.${verdict.because}`))
  })

  .post('/marche/abonnements/:marketSubscription/succession', resident, async c => {
    const t = words(c.var.locale)
    const found = await readable(c, param(c, 'marketSubscription'))
    if (found instanceof Response) return found
    const open = (await successionsOf(c.var, found.subscription.id)).some(one => one.decision === null)
    if (open || found.subscription.endedOn !== null) return conflict(c)
    const form = await submitted(c, NewSuccession)
    const again = async (succession: Form<NewSuccession>) => page(c, <SubscriptionPage {...await propsOf(c, found, { succession })} />, 422)
    if (!form.ok) return again(form)
    const verdict = await presentSuccessor(c.var, found.subscription, form.value)
    if (!verdict.ok) return again(refuseField(form, 'causedOn', t(`succession.because.${verdict.because}`)))
    return redirect(c, `/marche/abonnements/${found.subscription.id}#succession`)
  })

  .post('/marche/etapes/:marketStep/audition', resident, async c => {
    const found = await stepAsked(c, true)
    if (found instanceof Response) return found
    if (found.step.kind !== 'hearing' || found.step.heardOn !== null || found.step.liftedOn !== null) return conflict(c)
    const form = await submitted(c, Heard)
    if (!form.ok) return page(c, <SubscriptionPage {...await propsOf(c, found, { heard: form })} />, 422)
    await hear(c.var, found.step, form.value.said)
    return back(c, found)
  })

  .post('/marche/etapes/:marketStep/levee', resident, async c => {
    const found = await stepAsked(c, true)
    if (found instanceof Response) return found
    const form = await submitted(c, Lifting)
    if (!form.ok) return page(c, <SubscriptionPage {...await propsOf(c, found, { lifting: form })} />, 422)
    await liftStep(c.var, found.step, form.value.reason)
    return back(c, found)
  })

  .post('/marche/etapes/:marketStep/recours', resident, async c => {
    const found = await stepAsked(c, false)
    if (found instanceof Response) return found
    if (!found.isMine) return forbidden(c)
    if (found.step.appeal) return conflict(c, words(c.var.locale)('appeal.twice'))
    const form = await submitted(c, NewAppeal)
    if (!form.ok) return page(c, <SubscriptionPage {...await propsOf(c, found, { appeal: form })} />, 422)
    await appeal(c.var, found.step, form.value.text)
    return back(c, found)
  })

  .post('/marche/etapes/:marketStep/reponse', resident, async c => {
    const found = await stepAsked(c, true)
    if (found instanceof Response) return found
    const form = await submitted(c, AppealAnswer)
    if (!form.ok) return page(c, <SubscriptionPage {...await propsOf(c, found, { answer: form })} />, 422)
    const verdict = await answerAppeal(c.var, found.step, { accepted: form.value.accepted === 'yes', answer: form.value.answer })
    return verdict.ok ? back(c, found) : conflict(c, words(c.var.locale)(`appeal.${verdict.because}`))
  })

  .get('/marche/courriers/etapes/:marketStep', resident, async c => {
    const found = await stepAsked(c, false)
    return found instanceof Response ? found : page(c, <StepLetterPage {...said(c)} town={c.var.body.name} {...found} />)
  })

  .get('/marche/successions/:marketSuccession', resident, async c => {
    const found = await successionAsked(c)
    return found instanceof Response ? found : page(c, <SuccessionPage {...successionProps(c, found)} />)
  })

  .post('/marche/successions/:marketSuccession/decision', resident, async c => {
    const found = await successionAsked(c)
    if (found instanceof Response) return found
    if (!c.var.actor.roles.has('agent') || found.isMine) return forbidden(c, words(c.var.locale)('only.placers'))
    if (found.succession.decision !== null) return conflict(c, words(c.var.locale)('succession.decided'))
    const form = await submitted(c, SuccessionDecision)
    if (!form.ok) return page(c, <SuccessionPage {...successionProps(c, found)} form={form} />, 422)
    await decideSuccession(c.var, found.succession, form.value)
    return redirect(c, `/marche/successions/${found.succession.id}`)
  })

interface Found {
  readonly subscription: Subscription
  readonly trader: Trader
  readonly runs: boolean
  readonly isMine: boolean
}
/** A fixed place, for its holder and for who runs the market. */
const readable = async (c: Request, id: string): Promise<Found | Response> => {
  const subscription = await subscriptionById(c.var, id)
  const trader = subscription && (await traderById(c.var, subscription.trader))
  if (!subscription || !trader) return notFound(c)
  const isMine = trader.person !== null && trader.person === c.var.actor.personId
  const runs = await runsMarket(c.var)
  return isMine || runs ? { subscription, trader, runs, isMine } : notFound(c)
}
/** The same for who judges it: never one's own. */
const runnable = async (c: Request, id: string): Promise<Found | Response> => {
  const found = await readable(c, id)
  return found instanceof Response || (found.runs && !found.isMine) ? found : forbidden(c, words(c.var.locale)('only.placers'))
}
const stepAsked = async (c: Request, judges: boolean): Promise<(Found & { readonly step: Step }) | Response> => {
  const step = await stepById(c.var, param(c, 'marketStep'))
  if (!step) return notFound(c)
  const found = await (judges ? runnable : readable)(c, step.subscription)
  return found instanceof Response ? found : { ...found, step }
}
const successionAsked = async (c: Request): Promise<(Found & { readonly succession: Succession }) | Response> => {
  const succession = await successionById(c.var, param(c, 'marketSuccession'))
  if (!succession) return notFound(c)
  const found = await readable(c, succession.subscription)
  return found instanceof Response ? found : { ...found, succession }
}
const back = (c: Request, { subscription }: Found) => redirect(c, `/marche/abonnements/${subscription.id}#suivi`)
const successionProps = (c: Request, found: Found & { readonly succession: Succession }) => ({
  ...said(c),
  town: c.var.body.name,
  ...found,
  today: c.var.today,
  decides: c.var.actor.roles.has('agent') && !found.isMine,
  form: emptyForm(SuccessionDecision),
})

const propsOf = async (c: Request, found: Found, forms: Partial<SubscriptionProps['forms']> = {}): Promise<SubscriptionProps> => {
  const { today } = c.var
  const { subscription, trader, runs, isMine } = found
  const attendance = await attendanceOf(c.var, subscription)
  const steps = await stepsOf(c.var, subscription.id)
  const count = absencesOf(attendance, today.slice(0, 4))
  const most = { inARow: figureOn('absences-in-a-row', today), inTheYear: figureOn('absences-in-the-year', today) }
  return {
    ...said(c),
    subscription,
    trader,
    attendance,
    coming: await comingDays(c.var, subscription),
    count,
    most,
    isTooMany: isTooMany(count, most),
    steps,
    next: nextStep(steps, today),
    successions: await successionsOf(c.var, subscription.id),
    seniorityYears: Math.min(figureOn('succession-years', today), figureOn('succession-most-years', today)),
    months: { present: figureOn('succession-months', today), answer: figureOn('succession-answer-months', today) },
    hearingDays: figureOn('hearing-days', today),
    runs: runs && !isMine,
    isMine,
    today,
    forms: {
      notice: emptyForm(NewNotice),
      step: emptyForm(NewStep),
      heard: emptyForm(Heard),
      lifting: emptyForm(Lifting),
      appeal: emptyForm(NewAppeal),
      answer: emptyForm(AppealAnswer),
      succession: emptyForm(NewSuccession),
      ...forms,
    },
  }
}
