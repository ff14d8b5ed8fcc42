import { acceptOffer, cancelBooking, decideBooking, endEarly, endOffer, stepsOf, waitingFor } from '#engines/booking'
import { formCode } from '#engines/paper'
import { fileResponse, fileWords, storeFile } from '#kernel/files'
import { emptyForm, type Form, parseForm, refuseField } from '#kernel/forms'
import { conflict, forbidden, notFound, page, redirect, resident, router, signedIn, submitted, uploaded } from '#kernel/http'
import { instantInParis, parisTime } from '#kernel/rules'
import type { Verdict } from '#kernel/service'
import { chargeDamage, contestDamage, settle } from '../acts/charge.ts'
import { addPhoto } from '../acts/items.ts'
import { inspect, seeDriver } from '../acts/lend.ts'
import { Caption, DamageForm, Decision, Driver, FoundCount, InspectionForm, OfferAnswer, Reason, RulingForm } from '../forms.ts'
import { InspectionPage } from '../pages/InspectionPage.tsx'
import { LoanPage, type LoanProps } from '../pages/LoanPage.tsx'
import { agreementById } from '../queries/conventions.ts'
import { contestById, damagesOf } from '../queries/damages.ts'
import { type Item, itemById, photosOf } from '../queries/items.ts'
import { driverOf, inspectionsOf, lastOf, type Loan, loanById, loansIn } from '../queries/loans.ts'
import { statementsOf } from '../queries/accounts.ts'
import { type FoundPart, type Part, partStates } from '../rules/inspection.ts'
import type { Request, Tables } from '../schema.ts'
import { home, loanPath, runs, yearPath } from '../where.ts'
import { names, param, said } from './shared.tsx'

export const evidencePurpose = 'sharedEquipment.evidence'
interface Found {
  readonly loan: Loan
  readonly item: Item
  readonly runs: boolean
  readonly keeps: boolean
  /** An agent of the borrower's commune, or whoever asked. */
  readonly borrows: boolean
}
/** 404 for whoever may not know of this loan: it is read by the agents of its two communes, and by whoever asked. */
const withLoan = (work: (c: Request, found: Found) => Promise<Response>) => async (c: Request) => {
  const loan = await loanById(c.var, param(c, 'sharedLoan'))
  const item = loan && (await itemById(c.var, loan.resource))
  if (!loan || !item) return notFound(c)
  const isRunning = await runs(c.var)
  const isOwn = loan.person !== null && loan.person === signedIn(c).personId
  if (!isRunning && !isOwn) return notFound(c)
  const keeps = isRunning && loan.heldBy === c.var.body.id
  return work(c, { loan, item, runs: isRunning, keeps, borrows: isOwn || (isRunning && loan.body === c.var.body.id) })
}
const keeping = (work: (c: Request, found: Found) => Promise<Response>) =>
  withLoan(async (c, found) => (found.keeps ? work(c, found) : forbidden(c, said(c).t('damage.refused.not-yours'))))

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

  .get(
    `${home}/prets/:sharedLoan/depart`,
    resident,
    keeping((c, found) => inspectionPage(c, found, 'out')),
  )
  .get(
    `${home}/prets/:sharedLoan/retour`,
    resident,
    keeping((c, found) => inspectionPage(c, found, 'in')),
  )
  .post(
    `${home}/prets/:sharedLoan/depart`,
    resident,
    keeping((c, found) => inspected(c, found, 'out')),
  )
  .post(
    `${home}/prets/:sharedLoan/retour`,
    resident,
    keeping((c, found) => inspected(c, found, 'in')),
  )
  .post(
    `${home}/prets/:sharedLoan/photos`,
    resident,
    keeping(async (c, found) => {
      const form = await submitted(c, Caption)
      if (!form.ok) return loanPage(c, found, { photoForm: form }, 422)
      const last = (await inspectionsOf(c.var, found.loan.id)).toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1)
      if (!last) return conflict(c)
      const file = await uploaded(c, 'photo')
      if (!file) return loanPage(c, found, { photoForm: refuseField(form, '', said(c).t('error.photo')) }, 422)
      const stored = await addPhoto(c.var, { ...photoOf(found, last.id), ...file, caption: form.value.caption })
      if (!stored.ok) return loanPage(c, found, { photoForm: refuseField(form, '', fileWords(c.var.locale)(stored.because)) }, 422)
      return redirect(c, `${loanPath(found.loan.id)}#etats`)
    }),
  )

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
    if (!form.ok) return found ? loanPage(c, found, { ruling: { contest: contested.id, form } }, 422) : redirect(c, `${back}#contestations`)
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

const foundFor = async (c: Request, booking: string): Promise<Found | null> => {
  const loan = await loanById(c.var, booking)
  const item = loan && (await itemById(c.var, loan.resource))
  if (!loan || !item || !(await runs(c.var))) return null
  return { loan, item, runs: true, keeps: loan.heldBy === c.var.body.id, borrows: loan.body === c.var.body.id }
}
const photoOf = ({ loan, item }: Found, inspection: string) => ({ agreement: loan.agreement, resource: item.id, inspection })

const loanPage = async (c: Request, { loan, item, ...powers }: Found, more: Partial<LoanProps> = {}, status: 200 | 422 = 200) => {
  const span = { startsAt: loan.startsAt, endsAt: loan.endsAt }
  const waiting = await waitingFor(c.var, { resource: item.id, ...span })
  const order = new Map(waiting.map(one => [one.id, one.rank]))
  const rank = order.get(loan.id)
  const others = powers.keeps
    ? (await loansIn(c.var, span, ['asked', 'waiting', 'offered']))
        .filter(one => one.resource === item.id && one.id !== loan.id)
        .toSorted((a, b) => a.priority - b.priority || (a.askedAt < b.askedAt ? -1 : 1))
    : []
  const inspections = await inspectionsOf(c.var, loan.id)
  const agreement = await agreementById(c.var, loan.agreement)
  return page(
    c,
    <LoanPage
      {...said(c)}
      {...powers}
      loan={loan}
      item={item}
      names={await names(c)}
      steps={await stepsOf(c.var, loan.id)}
      rank={loan.state === 'waiting' && rank !== undefined ? { rank, total: waiting.length } : null}
      others={others}
      inspections={inspections}
      photos={await photosOf(
        c.var,
        item.id,
        inspections.map(one => one.id),
      )}
      damages={await damagesOf(c.var, { booking: loan.id })}
      settledBy={(agreement?.inForce ?? agreement?.latest)?.terms.settledBy ?? ''}
      body={c.var.body.id}
      driver={powers.borrows ? await driverOf(c.var, loan.id) : null}
      {...more}
    />,
    status,
  )
}

/** What there should be at that inspection: the catalogue's list when it leaves, what left when it comes back. */
const expectedOf = async (c: Request, { loan, item }: Found, kind: 'out' | 'in'): Promise<readonly Part[]> => {
  const out = kind === 'in' ? lastOf(await inspectionsOf(c.var, loan.id), 'out') : null
  return out ? out.parts.map(({ name, count }) => ({ name, count })) : item.parts
}

const inspectionPage = async (c: Request, found: Found, kind: 'out' | 'in', sent?: Form<InspectionForm>, status: 200 | 409 | 422 = 200) => {
  const before = await inspectionsOf(c.var, found.loan.id)
  const again = lastOf(before, kind)
  const last = again ?? lastOf(before, 'out')
  const expected = await expectedOf(c, found, kind)
  const now = parisTime(again?.at ?? c.var.now)
  const known = expected.flatMap((part, at) => {
    const seen = last?.parts.find(one => one.name === part.name)
    return [
      [`count-${at}`, String(again ? (seen?.count ?? part.count) : part.count)],
      [`state-${at}`, seen?.state ?? 'fine'],
      [`note-${at}`, again ? (seen?.note ?? '') : ''],
    ]
  })
  const path = `${loanPath(found.loan.id)}/${kind === 'out' ? 'depart' : 'retour'}`
  const usual = {
    day: now.day,
    hour: now.time,
    counter: again?.counter === undefined || again.counter === null ? '' : String(again.counter),
    fuel: again?.fuel === undefined || again.fuel === null ? '' : String(again.fuel),
    remarks: again?.remarks ?? '',
    keeperSigned: 'account',
    keeperName: c.var.actor.name,
    ...Object.fromEntries(known),
  }
  return page(
    c,
    <InspectionPage
      {...said(c)}
      kind={kind}
      loan={found.loan}
      item={found.item}
      names={await names(c)}
      expected={expected}
      form={sent ?? emptyForm(InspectionForm, usual)}
      isAgain={again !== null}
      code={await formCode(c.var, path)}
    />,
    status,
  )
}

const inspected = async (c: Request, found: Found, kind: 'out' | 'in') => {
  const { t } = said(c)
  let form = await submitted(c, InspectionForm)
  const expected = await expectedOf(c, found, kind)
  const parts: FoundPart[] = []
  for (const [at, part] of expected.entries()) {
    const typed = [form.values[`count-${at}`] ?? ''].flat()[0] ?? ''
    const count = FoundCount.safeParse(typed)
    const state = partStates.find(one => one === form.values[`state-${at}`])
    if (!count.success) form = refuseField(form, `count-${at}`, t('inspection.countWrong'))
    else if (!state) form = refuseField(form, `state-${at}`, parseForm(Decision, {}, c.var.locale).errors.decision ?? '')
    else parts.push({ name: part.name, count: count.data, state, note: noteOf(form.values[`note-${at}`]) })
  }
  if (!form.ok) return inspectionPage(c, found, kind, form, 422)
  const { day, hour, counter, fuel, ...rest } = form.value
  if (rest.borrowerSigned === 'screen' && rest.borrowerName === '')
    return inspectionPage(c, found, kind, refuseField(form, 'borrowerName', t('inspection.nameNeeded')), 422)
  const verdict = await inspect(c.var, found.item, found.loan, {
    kind,
    at: instantInParis(day, hour),
    parts,
    counter: counter ?? null,
    fuel: found.item.energy === '' ? null : (fuel ?? null),
    remarks: rest.remarks,
    keeperName: rest.keeperName,
    keeperSigned: rest.keeperSigned,
    borrowerName: rest.borrowerName,
    borrowerSigned: rest.borrowerSigned,
    because: rest.because,
  })
  if (!verdict.ok) {
    const sentence = t(`inspection.refused.${verdict.because}`)
    const field = verdict.because === 'counter' || verdict.because === 'no-counter' ? 'counter' : verdict.because === 'before' ? 'day' : ''
    return inspectionPage(c, found, kind, refuseField(form, field, sentence), verdict.because === 'not-confirmed' ? 409 : 422)
  }
  // Back before its end: the time that is left is free at once. Too late or too early for that, nothing changes.
  if (kind === 'in') await endEarly(c.var, found.loan, { runs: true })
  const photo = await uploaded(c, 'photo')
  if (photo && verdict.id) await addPhoto(c.var, { ...photoOf(found, verdict.id), ...photo, caption: t(`inspection.${kind}`) })
  return redirect(c, `${loanPath(found.loan.id)}#etats`)
}
const noteOf = (value: string | readonly string[] | undefined) =>
  ([value ?? ''].flat()[0] ?? '')
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 300)
