import { agent, conflict, forbidden, notFound, redirect, router, submitted } from '#kernel/http'
import { notePayment, undoPayment } from '../acts/payments.ts'
import { PaymentForm, Reason } from '../forms.ts'
import { agreementById } from '../queries/conventions.ts'
import { paymentById } from '../queries/payments.ts'
import type { Tables } from '../schema.ts'
import { home, yearPath } from '../where.ts'
import { yearPage } from './oneYear.tsx'
import { param, said } from './shared.tsx'

/** Money that arrived, noted by the commune that received it. */
export const paymentRoutes = router<Tables>()
  .post(`${home}/conventions/:sharedAgreement/comptes/:sharedYear/versements`, agent, async c => {
    const agreement = await agreementById(c.var, Number(param(c, 'sharedAgreement')))
    const year = Number(param(c, 'sharedYear'))
    if (!agreement || !(year >= 2000 && year <= 2200)) return notFound(c)
    const form = await submitted(c, PaymentForm)
    if (!form.ok) return yearPage(c, { agreement, year }, { payment: form }, 422)
    const { amount, ...received } = form.value
    const verdict = await notePayment(c.var, agreement, { ...received, year, cents: amount })
    return verdict.ok
      ? redirect(c, `${yearPath(agreement.id, year)}#versements`)
      : conflict(c, said(c).t(`year.refused.${verdict.because}`))
  })
  .post(`${home}/versements/:sharedPayment/annulation`, agent, async c => {
    const payment = await paymentById(c.var, param(c, 'sharedPayment'))
    const agreement = payment && (await agreementById(c.var, payment.agreement))
    if (!payment || !agreement) return notFound(c)
    const form = await submitted(c, Reason)
    if (!form.ok) return yearPage(c, { agreement, year: payment.year }, { undoing: { payment: payment.id, form } }, 422)
    const verdict = await undoPayment(c.var, payment, form.value.reason.slice(0, 200))
    if (verdict.ok) return redirect(c, `${yearPath(agreement.id, payment.year)}#versements`)
    const text = said(c).t(`year.refused.${verdict.because}`)
    return verdict.because === 'not-member' ? forbidden(c, text) : conflict(c, text)
  })
