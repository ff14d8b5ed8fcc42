import { mayRun } from '#engines/booking'
import { fileWords } from '#kernel/files'
import { refuseField } from '#kernel/forms'
import { formatMoney } from '#kernel/i18n'
import { agent, conflict, forbidden, notFound, page, redirect, resident, router, submitted, uploaded } from '#kernel/http'
import { addEntry } from '../acts/account.ts'
import { announceLeaving, giveBack, renew } from '../acts/leave.ts'
import { declineOffer, signAgreement } from '../acts/offers.ts'
import { addVisit, answerObjection, object, takeStep } from '../acts/season.ts'
import { Answer, GivingBack, Leaving, NewStep, NewVisit, Objection, Payment, Renewal, Signature } from '../forms.ts'
import { words } from '../locales/index.ts'
import { ReceiptPage, TenancyPage } from '../pages/TenancyPage.tsx'
import { roundsOf } from '../queries/rounds.ts'
import { entriesOf, entryById, stepById, stepOfObjection, type Tenancy, tenancyById } from '../queries/tenancies.ts'
import { accountOf, mostOf } from '../rules/account.ts'
import type { Tables } from '../schema.ts'
import { owner, runsGarden } from '../who.ts'
import { mayRead } from './publicRoutes.tsx'
import { param, type Request, said } from './shared.tsx'
import { tenancyProps } from './tenancyProps.ts'

export const tenancyRoutes = router<Tables>()
  .get('/jardins/attributions/:plotTenancy', resident, async c => {
    const tenancy = await readable(c)
    return tenancy ? page(c, <TenancyPage {...await tenancyProps(c, tenancy)} />) : notFound(c)
  })

  .post('/jardins/attributions/:plotTenancy/signature', resident, async c => {
    const t = words(c.var.locale)
    const tenancy = await readable(c)
    if (!tenancy) return notFound(c)
    if (!isHolder(c, tenancy)) return forbidden(c)
    const form = await submitted(c, Signature)
    if (!form.ok) return page(c, <TenancyPage {...await tenancyProps(c, tenancy, { signature: form })} />, 422)
    if (!form.value.read)
      return page(c, <TenancyPage {...await tenancyProps(c, tenancy, { signature: refuseField(form, 'read', t('sign.mustRead')) })} />, 422)
    const verdict = await signAgreement(c.var, tenancy, form.value)
    return verdict.ok ? back(c, tenancy) : conflict(c, t(`sign.${verdict.because}`))
  })

  .post('/jardins/attributions/:plotTenancy/refus', resident, async c => {
    const tenancy = await readable(c)
    if (!tenancy) return notFound(c)
    if (!isHolder(c, tenancy)) return forbidden(c)
    const verdict = await declineOffer(c.var, tenancy)
    return verdict.ok ? back(c, tenancy) : conflict(c, words(c.var.locale)(`sign.${verdict.because}`))
  })

  .post('/jardins/attributions/:plotTenancy/renouvellement', resident, async c => {
    const tenancy = await readable(c)
    if (!tenancy) return notFound(c)
    if (!isHolder(c, tenancy)) return forbidden(c)
    const form = await submitted(c, Renewal)
    if (!form.ok) return page(c, <TenancyPage {...await tenancyProps(c, tenancy, { renewal: form })} />, 422)
    const round = (await roundsOf(c.var)).find(one => one.stage === 'open')
    const verdict = await renew(c.var, tenancy, round, form.value.quotient)
    return verdict.ok ? back(c, tenancy) : conflict(c, words(c.var.locale)(`renew.${verdict.because}`))
  })

  .post('/jardins/attributions/:plotTenancy/depart', resident, async c => {
    const t = words(c.var.locale)
    const tenancy = await readable(c)
    if (!tenancy) return notFound(c)
    if (!isHolder(c, tenancy)) return forbidden(c)
    const form = await submitted(c, Leaving)
    if (!form.ok) return page(c, <TenancyPage {...await tenancyProps(c, tenancy, { leaving: form })} />, 422)
    const verdict = await announceLeaving(c.var, tenancy, form.value.on)
    if (verdict.ok) return back(c, tenancy)
    if (verdict.because === 'not-held') return conflict(c, t('leave.not-held'))
    return page(c, <TenancyPage {...await tenancyProps(c, tenancy, { leaving: refuseField(form, 'on', t('leave.past')) })} />, 422)
  })

  .post('/jardins/attributions/:plotTenancy/paiements', agent, async c => {
    const t = words(c.var.locale)
    const tenancy = await tenancyById(c.var, param(c, 'plotTenancy'))
    if (!tenancy) return notFound(c)
    const form = await submitted(c, Payment)
    if (!form.ok) return page(c, <TenancyPage {...await tenancyProps(c, tenancy, { payment: form })} />, 422)
    const { kind, euros, note } = form.value
    const most = mostOf(kind, accountOf(await entriesOf(c.var, tenancy.id)))
    if (euros > most) {
      const refusal = refuseField(form, 'euros', t('payment.most', { amount: formatMoney(most, c.var.locale) }))
      return page(c, <TenancyPage {...await tenancyProps(c, tenancy, { payment: refusal })} />, 422)
    }
    return redirect(
      c,
      `/jardins/recus/${await addEntry(c.var, tenancy.id, { kind, cents: euros, note, season: tenancy.until.slice(0, 4) })}`,
    )
  })

  .get('/jardins/recus/:plotReceipt', resident, async c => {
    const entry = await entryById(c.var, param(c, 'plotReceipt'))
    const tenancy = entry && (await tenancyById(c.var, entry.tenancy))
    if (!entry || !tenancy || entry.kind === 'fee' || entry.kind === 'deposit' || !(await mayRead(c, tenancy))) return notFound(c)
    return page(c, <ReceiptPage {...said(c)} town={c.var.body.name} entry={entry} tenancy={tenancy} />)
  })

  .post('/jardins/attributions/:plotTenancy/visites', resident, async c => {
    const t = words(c.var.locale)
    const tenancy = await runnable(c)
    if (!('id' in tenancy)) return tenancy
    if (tenancy.signedAt === null || tenancy.endedOn !== null) return conflict(c, t('step.because.not-held'))
    const form = await submitted(c, NewVisit)
    const again = async (visit: typeof form) => page(c, <TenancyPage {...await tenancyProps(c, tenancy, { visit })} />, 422)
    if (!form.ok) return again(form)
    const photo = await uploaded(c, 'photo')
    if (photo && form.value.caption === '') return again(refuseField(form, 'caption', t('visit.captionMissing')))
    const seen = await addVisit(c.var, tenancy, { ...form.value, photo: photo && { ...photo, caption: form.value.caption } })
    if (seen.ok) return redirect(c, `/jardins/attributions/${tenancy.id}#visites`)
    const because = seen.because === 'type-not-allowed' ? t('visit.notImage') : fileWords(c.var.locale)(seen.because)
    return again(refuseField(form, 'caption', because))
  })

  .post('/jardins/attributions/:plotTenancy/etapes', resident, async c => {
    const tenancy = await runnable(c)
    if (!('id' in tenancy)) return tenancy
    const form = await submitted(c, NewStep)
    if (!form.ok) return page(c, <TenancyPage {...await tenancyProps(c, tenancy, { step: form })} />, 422)
    const verdict = await takeStep(c.var, tenancy, form.value.reason)
    return verdict.ok ? back(c, tenancy) : conflict(c, words(c.var.locale)(`step.because.${verdict.because}`))
  })

  .post('/jardins/etapes/:plotStep/contestation', resident, async c => {
    const t = words(c.var.locale)
    const step = await stepById(c.var, param(c, 'plotStep'))
    const tenancy = step && (await tenancyById(c.var, step.tenancy))
    if (!step || !tenancy || !(await mayRead(c, tenancy))) return notFound(c)
    if (!isHolder(c, tenancy)) return forbidden(c)
    const form = await submitted(c, Objection)
    if (!form.ok) return page(c, <TenancyPage {...await tenancyProps(c, tenancy, { objection: form })} />, 422)
    const verdict = await object(c.var, step, form.value.text)
    return verdict.ok ? back(c, tenancy) : conflict(c, t(`object.${verdict.because}`))
  })

  .post('/jardins/contestations/:plotObjection/reponse', resident, async c => {
    const t = words(c.var.locale)
    const step = await stepOfObjection(c.var, param(c, 'plotObjection'))
    const tenancy = step && (await tenancyById(c.var, step.tenancy))
    if (!step || !tenancy || !(await mayRead(c, tenancy))) return notFound(c)
    if (isHolder(c, tenancy) || !(await runsGarden(c.var, tenancy.garden))) return forbidden(c, t('only.stewards'))
    const form = await submitted(c, Answer)
    if (!form.ok) return page(c, <TenancyPage {...await tenancyProps(c, tenancy, { answer: form })} />, 422)
    const { accepted, answer } = form.value
    const verdict = await answerObjection(c.var, tenancy, step, { accepted: accepted === 'yes', answer })
    return verdict.ok ? back(c, tenancy) : conflict(c, t(`answer.${verdict.because}`))
  })

  .post('/jardins/attributions/:plotTenancy/restitution', resident, async c => {
    const t = words(c.var.locale)
    const tenancy = await runnable(c)
    if (!('id' in tenancy)) return tenancy
    const form = await submitted(c, GivingBack)
    if (!form.ok) return page(c, <TenancyPage {...await tenancyProps(c, tenancy, { givingBack: form })} />, 422)
    const verdict = await giveBack(c.var, tenancy, { note: form.value.note, keptCents: form.value.kept })
    if (verdict.ok) return back(c, tenancy)
    if (verdict.because !== 'too-much') return conflict(c, t(verdict.because === 'already' ? 'giveBack.already' : 'step.because.not-held'))
    const held = accountOf(await entriesOf(c.var, tenancy.id)).depositHeld
    const refusal = refuseField(form, 'kept', t('payment.most', { amount: formatMoney(held, c.var.locale) }))
    return page(c, <TenancyPage {...await tenancyProps(c, tenancy, { givingBack: refusal })} />, 422)
  })

const isHolder = (c: Request, tenancy: Tenancy) => tenancy.person !== null && tenancy.person === c.var.actor.personId
const back = (c: Request, tenancy: Tenancy) => redirect(c, `/jardins/attributions/${tenancy.id}`)

/** The file asked for, when this person may read it. */
const readable = async (c: Request): Promise<Tenancy | undefined> => {
  const tenancy = await tenancyById(c.var, param(c, 'plotTenancy'))
  return tenancy && (await mayRead(c, tenancy)) ? tenancy : undefined
}
/** The file asked for, when this person runs the garden and judges somebody else's plot; or the answer that says why not. */
const runnable = async (c: Request): Promise<Tenancy | Response> => {
  const tenancy = await readable(c)
  if (!tenancy) return notFound(c)
  const runs = await runsGarden(c.var, tenancy.garden)
  if (runs && !isHolder(c, tenancy)) return tenancy
  return forbidden(c, words(c.var.locale)((await mayRun(c.var, owner)) ? 'only.others' : 'only.stewards'))
}
