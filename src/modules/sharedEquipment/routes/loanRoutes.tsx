import { acceptOffer, cancelBooking, decideBooking, endOffer } from '#engines/booking'
import { refuseField } from '#kernel/forms'
import { conflict, forbidden, redirect, resident, router, submitted } from '#kernel/http'
import type { Verdict } from '#kernel/service'
import { seeDriver } from '../acts/lend.ts'
import { Decision, Driver, OfferAnswer, Reason } from '../forms.ts'
import { inspectionsOf, type Loan } from '../queries/loans.ts'
import type { Request, Tables } from '../schema.ts'
import { home, loanPath } from '../where.ts'
import { said } from './shared.tsx'
import { keeping, loanPage, withLoan } from './oneLoan.tsx'

type LoanRefusal = 'too-late' | 'wrong-state' | 'not-yours' | 'others-first' | 'expired'
const unless = (c: Request, verdict: Verdict<LoanRefusal>, loan: Loan) =>
  verdict.ok ? redirect(c, loanPath(loan.id)) : conflict(c, said(c).t(`loan.refused.${verdict.because}`))

/** A loan from the request to the decision on what came back broken. */
export const loanRoutes = router<Tables>()
  .get(
    `${home}/prets/:sharedLoan`,
    resident,
    withLoan((c, found) => loanPage(c, found)),
  )
  .post(
    `${home}/prets/:sharedLoan/accord`,
    resident,
    keeping(async (c, found) => {
      const form = await submitted(c, Decision)
      if (!form.ok) return loanPage(c, found, { decision: form }, 422)
      const agreed = form.value.decision === 'agree'
      if (!agreed && form.value.reason === '')
        return loanPage(c, found, { decision: refuseField(form, 'reason', said(c).t('loan.reasonNeeded')) }, 422)
      return unless(c, await decideBooking(c.var, found.loan, agreed, form.value.reason), found.loan)
    }),
  )
  .post(
    `${home}/prets/:sharedLoan/annulation`,
    resident,
    withLoan(async (c, found) => {
      const form = await submitted(c, Reason)
      if (!form.ok) return loanPage(c, found, { cancelling: form }, 422)
      if ((await inspectionsOf(c.var, found.loan.id)).length > 0) return conflict(c, said(c).t('loan.refused.wrong-state'))
      return unless(c, await cancelBooking(c.var, found.loan, { reason: form.value.reason, runs: found.runs }), found.loan)
    }),
  )
  .post(
    `${home}/prets/:sharedLoan/offre`,
    resident,
    withLoan(async (c, found) => {
      if (!found.borrows) return forbidden(c)
      const form = await submitted(c, OfferAnswer)
      if (!form.ok) return loanPage(c, found, {}, 422)
      const accepts = form.value.answer === 'accept'
      return unless(c, accepts ? await acceptOffer(c.var, found.loan) : await endOffer(c.var, found.loan, 'declined'), found.loan)
    }),
  )
  .post(
    `${home}/prets/:sharedLoan/conducteur`,
    resident,
    withLoan(async (c, found) => {
      if (!found.runs || found.loan.body !== c.var.body.id) return forbidden(c, said(c).t('damage.refused.not-yours'))
      const form = await submitted(c, Driver)
      if (!form.ok)
        return loanPage(c, found, { driverForm: form.errors.seen ? refuseField(form, 'seen', said(c).t('loan.seenNeeded')) : form }, 422)
      await seeDriver(c.var, found.loan, form.value.name)
      return redirect(c, loanPath(found.loan.id))
    }),
  )
