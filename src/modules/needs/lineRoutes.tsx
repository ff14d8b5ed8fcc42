import { paceRefusal, withinRate } from '#engines/moderation'
import { formCode } from '#engines/paper'
import { refuseField } from '#kernel/forms'
import { agent, anyone, conflict, forbidden, notFound, page, redirect, resident, router, signedIn, submitted, tooMany } from '#kernel/http'
import { dayInParis } from '#kernel/clock'
import { GroupingForm, NewPrecision, StepForm, WithdrawalForm } from './forms.ts'
import { isReadable, drawLine } from './drawLine.tsx'
import { words } from './locales/index.ts'
import { AgreePaperPage } from './pages/AgreePaperPage.tsx'
import { addStep, groupLine, holdLine } from './queries/liveLine.ts'
import { readLine } from './queries/readLine.ts'
import { addPrecision, agree, disagree } from './queries/stateLine.ts'
import { lineOf, type Request } from './reads.ts'
import { canStep, type StepName } from './rules/life.ts'
import { canAgree, canGroup } from './rules/sharing.ts'
import { linePath } from './rules/sitePath.ts'
import type { NeedsTables } from './schema.ts'

const base = '/besoins/lignes/:need'

/** Reading a line, seeing it too, adding a precision; and the life that the town hall gives it. */
export const lineRoutes = router<NeedsTables>()
  .get(base, anyone, async c => {
    const found = await readable(c)
    return found ? drawLine(c, found) : notFound(c)
  })

  .get(`${base}/constat`, anyone, async c => {
    const found = await readable(c)
    if (!found) return notFound(c)
    const props = { t: words(c.var.locale), isSignedIn: c.var.actor.personId !== null }
    return page(c, <AgreePaperPage {...props} {...found} code={await formCode(c.var, `${linePath(found.line.id)}/constat`)} />)
  })

  .post(`${base}/constat`, resident, async c => {
    const { personId, college } = signedIn(c)
    const found = await readable(c)
    if (!found) return notFound(c)
    const { line } = found
    const verdict = canAgree({ state: line.state, isGrouped: line.into !== null, isAuthor: line.isCredited })
    if (!verdict.ok) return conflict(c, words(c.var.locale)(`agree.cannot.${verdict.because}`))
    await agree(c.var, line.id, { personId, college: college ?? 'users' })
    return redirect(c, `${linePath(line.id)}#constats`)
  })

  .post(`${base}/constat/retrait`, resident, async c => {
    const found = await readable(c)
    if (!found) return notFound(c)
    await disagree(c.var, found.line.id, signedIn(c).personId)
    return redirect(c, `${linePath(found.line.id)}#constats`)
  })

  .post(`${base}/precisions`, resident, async c => {
    const { personId, college } = signedIn(c)
    const found = await readable(c)
    if (!found) return notFound(c)
    const { line } = found
    if (line.into !== null || line.state === 'closed')
      return conflict(c, words(c.var.locale)(`agree.cannot.${line.into === null ? 'closed' : 'grouped'}`))
    const form = await submitted(c, NewPrecision)
    if (!form.ok) return drawLine(c, found, { precision: form }, 422)
    const pace = await withinRate(c.var, 'need-precision')
    if (!pace.ok) return tooMany(c, paceRefusal(pace, c.var.locale))
    await addPrecision(c.var, line.id, { personId, college: college ?? 'users' }, form.value.text)
    return redirect(c, `${linePath(line.id)}#precisions`)
  })

  .post(`${base}/etapes`, agent, async c => {
    await holdLine(c.var, c.req.param('need')!)
    const found = await lineOf(c)
    if (!found) return notFound(c)
    const form = await submitted(c, StepForm)
    if (!form.ok) return drawLine(c, found, { step: form }, 422)
    const { step, reason, on, before, after, effect } = form.value
    const t = words(c.var.locale)
    if (step === 'checked') {
      if (before === '') return drawLine(c, found, { step: refuseField(form, 'before', t('step.beforeWanted')) }, 422)
      if (after === '') return drawLine(c, found, { step: refuseField(form, 'after', t('step.afterWanted')) }, 422)
      if (effect === null) return drawLine(c, found, { step: refuseField(form, 'effect', t('step.effectWanted')) }, 422)
    }
    const verdict = step === 'became' ? ({ ok: false, because: 'not-now' } as const) : rule(c, found.line, step, on)
    if (!verdict.ok) {
      const said = t(`step.cannot.${verdict.because}`)
      if (verdict.because === 'in-the-future' || verdict.because === 'before-stated')
        return drawLine(c, found, { step: refuseField(form, 'on', said) }, 422)
      return conflict(c, said)
    }
    const checked = step === 'checked' && effect !== null ? { before, after, effect } : null
    await addStep(c.var, found.line, { step, reason, on, checked })
    return redirect(c, `${linePath(found.line.id)}#vie`)
  })

  .post(`${base}/retrait`, resident, async c => {
    await holdLine(c.var, c.req.param('need')!)
    const found = await readable(c)
    if (!found) return notFound(c)
    const verdict = rule(c, found.line, 'closed', c.var.today)
    if (!verdict.ok) {
      const said = words(c.var.locale)(`step.cannot.${verdict.because}`)
      return verdict.because === 'not-agent' ? forbidden(c, said) : conflict(c, said)
    }
    const form = await submitted(c, WithdrawalForm)
    if (!form.ok) return drawLine(c, found, { withdrawal: form }, 422)
    await addStep(c.var, found.line, { step: 'closed', reason: form.value.reason, on: c.var.today, checked: null })
    return redirect(c, `${linePath(found.line.id)}#vie`)
  })

  .post(`${base}/regroupement`, agent, async c => {
    const id = c.req.param('need')!
    const form = await submitted(c, GroupingForm)
    // Always in the same order, so that two people who group crosswise do not wait for each other.
    for (const one of [id, form.ok ? form.value.into : id].toSorted()) await holdLine(c.var, one)
    const found = await lineOf(c)
    if (!found) return notFound(c)
    if (!form.ok) return drawLine(c, found, { grouping: form }, 422)
    const t = words(c.var.locale)
    const into = await readLine(c.var, form.value.into, null)
    if (!into) return drawLine(c, found, { grouping: refuseField(form, 'into', t('group.unknown')) }, 422)
    const verdict = canGroup({ ...found.line, isGrouped: found.line.into !== null }, { ...into, isGrouped: into.into !== null })
    if (!verdict.ok) {
      const said = t(`group.cannot.${verdict.because}`)
      return verdict.because === 'already-grouped'
        ? conflict(c, said)
        : drawLine(c, found, { grouping: refuseField(form, 'into', said) }, 422)
    }
    await groupLine(c.var, found.line, into.id, form.value.reason)
    return redirect(c, linePath(into.id))
  })

const rule = (c: Request, line: Parameters<typeof drawLine>[1]['line'], step: StepName, on: string) =>
  canStep({
    step,
    state: line.state,
    isGrouped: line.into !== null,
    isAgent: agent.allows(c.var.actor),
    isAuthor: c.var.actor.personId !== null && c.var.actor.personId === line.authorId,
    happenedOn: on,
    statedOn: dayInParis(line.at),
    today: c.var.today,
  })

const readable = async (c: Request) => {
  const found = await lineOf(c)
  return found && (await isReadable(c, found.line.id)) ? found : null
}
