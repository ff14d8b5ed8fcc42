import { fileResponse, fileWords, storeFile } from '#kernel/files'
import { refuseField } from '#kernel/forms'
import { conflict, forbidden, notFound, redirect, resident, router, submitted, uploaded } from '#kernel/http'
import { parisTime } from '#kernel/rules'
import { chargeDamage, contestDamage, settle } from '../acts/charge.ts'
import { DamageForm, Reason, RulingForm } from '../forms.ts'
import { agreementById } from '../queries/conventions.ts'
import { contestById, damagesOf } from '../queries/damages.ts'
import { inspectionsOf } from '../queries/loans.ts'
import { statementsOf } from '../queries/accounts.ts'
import { lastOf } from '../rules/inspection.ts'
import type { Tables } from '../schema.ts'
import { home, loanPath, runs, yearPath } from '../where.ts'
import { yearPage } from './oneYear.tsx'
import { param, said } from './shared.tsx'
import { evidencePurpose, foundFor, keeping, loanPage } from './oneLoan.tsx'

/** What is charged, contested and settled. */
export const damageRoutes = router<Tables>()
  .post(
    `${home}/prets/:sharedLoan/dommages`,
    resident,
    keeping(async (c, found) => {
      const form = await submitted(c, DamageForm)
      if (!form.ok) return loanPage(c, found, { damageForm: form }, 422)
      const back = lastOf(await inspectionsOf(c.var, found.loan.id), 'in')
      if (!back) return conflict(c, said(c).t('inspection.refused.not-out'))
      const file = await uploaded(c, 'file')
      const stored = file && (await storeFile(c.var, { ...file, purpose: evidencePurpose, agreement: found.loan.agreement }))
      if (stored && !stored.ok)
        return loanPage(c, found, { damageForm: refuseField(form, '', fileWords(c.var.locale)(stored.because)) }, 422)
      const charged = await chargeDamage(c.var, found.loan, {
        cents: form.value.amount,
        reason: form.value.reason,
        file: stored ? stored.file.id : null,
        year: Number(parisTime(back.at).day.slice(0, 4)),
      })
      return charged.ok ? redirect(c, `${loanPath(found.loan.id)}#dommages`) : conflict(c, said(c).t(`damage.refused.${charged.because}`))
    }),
  )
  .post(`${home}/dommages/:sharedDamage/contestation`, resident, async c => {
    const [damage] = await damagesOf(c.var, { id: param(c, 'sharedDamage') })
    const found = damage && (await foundFor(c, damage.booking))
    if (!damage || !found) return notFound(c)
    const form = await submitted(c, Reason)
    if (!form.ok) return loanPage(c, found, { contesting: { damage: damage.id, form } }, 422)
    const verdict = await contestDamage(c.var, damage, form.value.reason)
    if (!verdict.ok) return verdict.because === 'not-yours' ? forbidden(c) : conflict(c, said(c).t('damage.refused.already'))
    return redirect(c, `${loanPath(found.loan.id)}#dommages`)
  })
  .get(`${home}/dommages/:sharedDamage/piece`, resident, async c => {
    const [damage] = await damagesOf(c.var, { id: param(c, 'sharedDamage') })
    if (!damage || damage.file === null || !(await foundFor(c, damage.booking))) return notFound(c)
    return (await fileResponse(c.var, damage.file, { purpose: evidencePurpose, heldBy: damage.body })) ?? notFound(c)
  })
  .post(`${home}/contestations/:sharedContest/decision`, resident, async c => {
    const contested = await contestById(c.var, param(c, 'sharedContest'))
    if (!contested || !(await runs(c.var))) return notFound(c)
    const [damage = null] = contested.damage === null ? [] : await damagesOf(c.var, { id: contested.damage })
    const statement = (await statementsOf(c.var, contested.agreement)).find(one => one.id === contested.statement)
    const found = damage ? await foundFor(c, damage.booking) : null
    if (damage ? !found : !statement) return notFound(c)
    const { t } = said(c)
    const form = await submitted(c, RulingForm)
    const back = statement ? yearPath(statement.agreement, statement.year) : found ? loanPath(found.loan.id) : home
    if (!form.ok) {
      const ruling = { contest: contested.id, form }
      if (found) return loanPage(c, found, { ruling }, 422)
      const agreement = await agreementById(c.var, contested.agreement)
      return agreement && statement ? yearPage(c, { agreement, year: statement.year }, { ruling }, 422) : notFound(c)
    }
    const { outcome, amount, reason, decidedBy } = form.value
    if (damage && outcome === 'changed' && amount === undefined)
      return loanPage(c, found!, { ruling: { contest: contested.id, form: refuseField(form, 'amount', t('damage.newAmountNeeded')) } }, 422)
    const keptBy = damage?.body ?? statement?.body ?? 0
    const verdict = await settle(c.var, { contest: contested, keptBy, damage }, { outcome, cents: amount ?? null, reason, decidedBy })
    if (!verdict.ok)
      return verdict.because === 'not-yours'
        ? forbidden(c, t('damage.refused.not-yours'))
        : conflict(c, t(`damage.refused.${verdict.because}`))
    return redirect(c, back)
  })
