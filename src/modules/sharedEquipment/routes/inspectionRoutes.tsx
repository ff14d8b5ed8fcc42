import { endEarly } from '#engines/booking'
import { formCode } from '#engines/paper'
import { fileWords } from '#kernel/files'
import { emptyForm, type Form, parseForm, refuseField } from '#kernel/forms'
import { conflict, page, redirect, resident, router, submitted, uploaded } from '#kernel/http'
import { instantInParis, parisTime } from '#kernel/rules'
import { addPhoto } from '../acts/items.ts'
import { inspect } from '../acts/lend.ts'
import { Caption, Decision, FoundCount, InspectionForm } from '../forms.ts'
import { InspectionPage } from '../pages/InspectionPage.tsx'
import { inspectionsOf } from '../queries/loans.ts'
import { type FoundPart, type Part, partStates, lastOf } from '../rules/inspection.ts'
import type { Request, Tables } from '../schema.ts'
import { home, loanPath } from '../where.ts'
import { names, said } from './shared.tsx'
import { type Found, keeping, loanPage, photoOf } from './oneLoan.tsx'

/** The two inspections, on a telephone or on paper. */
export const inspectionRoutes = router<Tables>()
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
    return inspectionPage(
      c,
      found,
      kind,
      refuseField(form, field, sentence),
      verdict.because === 'not-confirmed' || verdict.because === 'closed' ? 409 : 422,
    )
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
