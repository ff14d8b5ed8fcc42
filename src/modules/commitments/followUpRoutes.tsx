import { addDays } from '#kernel/clock'
import { refuseField } from '#kernel/forms'
import { conflict, notFound, redirect, router, submitted, townHall } from '#kernel/http'
import { addMilestone, callBack, recordMoney, setClause, stepMilestone } from './followUp.ts'
import { ClauseCall, NewClause, NewMilestone, NewMilestoneStep, NewMoney } from './forms.ts'
import { words } from './locales/index.ts'
import { found, onePage } from './onePage.tsx'
import { checkClause } from './rules/checkClause.ts'
import type { CommitmentsTables } from './schema.ts'

/** What the town hall writes between the promise and its end: steps, money, and the clause that brings it back. */
export const followUpRoutes = router<CommitmentsTables>()
  .post('/engagements/:commitment/jalons', townHall, async c => {
    const commitment = await found(c)
    if (!commitment) return notFound(c)
    const t = words(c.var.locale)
    const milestone = await submitted(c, NewMilestone)
    if (!milestone.ok) return onePage(c, commitment, { milestone }, 422)
    if (commitment.ended) return onePage(c, commitment, { milestone: refuseField(milestone, '', t('refused.ended')) }, 422)
    if (milestone.value.dueOn < c.var.today)
      return onePage(c, commitment, { milestone: refuseField(milestone, 'dueOn', t('refused.past')) }, 422)
    await addMilestone(c.var, commitment, milestone.value)
    return redirect(c, `/engagements/${commitment.id}#jalons`)
  })

  .post('/engagements/:commitment/jalons/etapes', townHall, async c => {
    const commitment = await found(c)
    if (!commitment) return notFound(c)
    const t = words(c.var.locale)
    const form = await submitted(c, NewMilestoneStep)
    if (!form.ok) return onePage(c, commitment, { milestoneStep: form }, 422)
    const milestone = commitment.milestones.find(({ id }) => id === form.value.milestone)
    if (!milestone) return onePage(c, commitment, { milestoneStep: refuseField(form, 'milestone', t('new.unknown')) }, 422)
    const verdict = await stepMilestone(c.var, commitment, milestone, form.value)
    if (verdict.ok) return redirect(c, `/engagements/${commitment.id}#jalons`)
    const refusal = refuseField(form, fieldOf[verdict.because], t(`refused.${verdict.because}`))
    return onePage(c, commitment, { milestoneStep: refusal }, 422)
  })

  .post('/engagements/:commitment/argent', townHall, async c => {
    const commitment = await found(c)
    if (!commitment) return notFound(c)
    const t = words(c.var.locale)
    const money = await submitted(c, NewMoney)
    if (!money.ok) return onePage(c, commitment, { money }, 422)
    if (money.value.on > c.var.today) return onePage(c, commitment, { money: refuseField(money, 'on', t('refused.future')) }, 422)
    if (money.value.on < addDays(commitment.madeOn, -366))
      return onePage(c, commitment, { money: refuseField(money, 'on', t('refused.before')) }, 422)
    await recordMoney(c.var, commitment, money.value)
    return redirect(c, `/engagements/${commitment.id}#argent`)
  })

  .post('/engagements/:commitment/revoyure', townHall, async c => {
    const commitment = await found(c)
    if (!commitment) return notFound(c)
    const t = words(c.var.locale)
    const clause = await submitted(c, NewClause)
    if (!clause.ok) return onePage(c, commitment, { clause }, 422)
    const verdict = checkClause(clause.value, commitment, c.var.today)
    if (!verdict.ok) {
      const [field, said] = wrongClause[verdict.because]
      return onePage(c, commitment, { clause: refuseField(clause, field, t(said)) }, 422)
    }
    await setClause(c.var, commitment, verdict.clause)
    return redirect(c, `/engagements/${commitment.id}#revoyure`)
  })

  .post('/engagements/:commitment/revoyure/retour', townHall, async c => {
    const commitment = await found(c)
    if (!commitment) return notFound(c)
    const call = await submitted(c, ClauseCall)
    if (!call.ok) return onePage(c, commitment, { call }, 422)
    const t = words(c.var.locale)
    const clause = commitment.clauses.find(({ id }) => id === call.value.clause)
    if (!clause) return onePage(c, commitment, { call: refuseField(call, 'clause', t('new.unknown')) }, 422)
    const verdict = await callBack(c.var, commitment, clause, call.value.note)
    return verdict.ok ? redirect(c, `/engagements/${commitment.id}#revoyure`) : conflict(c, t('refused.called'))
  })

const fieldOf = { 'milestone-ended': 'milestone', 'no-note': 'note', 'no-day': 'dueOn', 'not-later': 'dueOn', past: 'dueOn' } as const
const wrongClause = {
  ended: ['', 'refused.ended'],
  day: ['on', 'refused.clause-day'],
  amount: ['amount', 'refused.clause-amount'],
  condition: ['condition', 'refused.clause-condition'],
  committee: ['agenda', 'refused.clause-committee'],
} as const
