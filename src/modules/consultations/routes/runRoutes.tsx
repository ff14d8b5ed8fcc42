import { emptyForm, type Form, refuseField, type FormValues } from '#kernel/forms'
import { conflict, forbidden, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { addDays } from '#kernel/rules'
import { measuresById } from '#modules/measures'
import { serviceNamed } from '#modules/catalogue'
import { ConsultationForm, ProlongForm, PublishForm, ReasonForm } from '../forms.ts'
import { words } from '../locales/index.ts'
import { ConsultationFormPage } from '../pages/ConsultationFormPage.tsx'
import { RunPage } from '../pages/RunPage.tsx'
import { mayRun } from '../powers.ts'
import { addConsultation, correctConsultation, enterStep } from '../queries/changeConsultation.ts'
import type { Consultation } from '../queries/consultations.ts'
import { publicationOf } from '../queries/maps.ts'
import { addSeeds, replaceSeeds, statements } from '../queries/statements.ts'
import { publish } from '../results/publish.ts'
import { canClose, canOpen, canProlong, canPublish } from '../rules/standing.ts'
import { readSeeds } from '../rules/readSeeds.ts'
import { fewestSeeds } from '../rules/terms.ts'
import type { ConsultationTables } from '../schema.ts'
import { found, type Request } from './reads.ts'

const base = '/consultations/:consultation'

/** Preparing, opening, prolonging, closing and publishing: by the town hall, or the working group of the measure. */
export const runRoutes = router<ConsultationTables>()
  .get('/consultations/nouvelle', resident, async c => {
    const measure = digits(c.req.query('mesure'))
    if (!(await mayRun(c.var, measure))) return forbidden(c, words(c.var.locale)('run.notYours'))
    const t = words(c.var.locale)
    const about = { measure: measure ?? '', service: digits(c.req.query('service')) ?? '' }
    const dates = { opensOn: c.var.today, closesOn: addDays(c.var.today, 30) }
    return formPage(
      c,
      null,
      emptyForm(ConsultationForm, {
        ...about,
        ...dates,
        moderated: 'before',
        whoAdds: 'anyone',
        organiser: c.var.body.name,
        resultsAt: t('form.resultsHere'),
      }),
    )
  })

  .post('/consultations', resident, async c => {
    const form = await submitted(c, ConsultationForm)
    if (!(await mayRun(c.var, digits([form.values.measure ?? ''].flat()[0])))) return forbidden(c, words(c.var.locale)('run.notYours'))
    const checked = await check(c, form, true)
    if (!checked.ok) return formPage(c, null, checked.form, 422)
    const id = await addConsultation(c.var, checked.value)
    await addSeeds(c.var, id, checked.seeds)
    return redirect(c, `/consultations/${id}/conduite`)
  })

  .get(`${base}/correction`, resident, async c => {
    const one = await running(c)
    if (one instanceof Response) return one
    const seeds = (await statements(c.var, one.id)).filter(seed => seed.isSeed)
    return formPage(c, one, emptyForm(ConsultationForm, { ...typedAgain(one), seeds: seeds.map(seed => seed.text).join('\n') }))
  })
  .post(`${base}/correction`, resident, async c => {
    const one = await running(c)
    if (one instanceof Response) return one
    const form = await submitted(c, ConsultationForm)
    const checked = await check(c, form, one.state === 'draft')
    if (!checked.ok) return formPage(c, one, checked.form, 422)
    if (!(await mayRun(c.var, checked.value.measure))) return forbidden(c, words(c.var.locale)('run.notYours'))
    if (one.state !== 'draft' && checked.value.reason.length < 5)
      return formPage(c, one, refuseField(form, 'reason', words(c.var.locale)('form.reasonNeeded')), 422)
    await correctConsultation(c.var, one.id, checked.value, one.state === 'draft' ? '' : checked.value.reason)
    if (one.state === 'draft') await replaceSeeds(c.var, one.id, checked.seeds)
    return redirect(c, `/consultations/${one.id}${one.state === 'draft' ? '/conduite' : ''}`)
  })

  .get(`${base}/conduite`, resident, async c => {
    const one = await running(c)
    return one instanceof Response ? one : runPage(c, one)
  })

  .post(`${base}/ouverture`, resident, async c => {
    const one = await running(c)
    if (one instanceof Response) return one
    const verdict = canOpen({ ...one, today: c.var.today, statements: (await statements(c.var, one.id)).length, fewest: fewestSeeds })
    if (!verdict.ok) return conflict(c, words(c.var.locale)(`step.${verdict.because}`))
    await enterStep(c.var, one.id, 'opened')
    return redirect(c, `/consultations/${one.id}`)
  })

  .post(`${base}/prolongation`, resident, async c => {
    const one = await running(c)
    if (one instanceof Response) return one
    const form = await submitted(c, ProlongForm)
    if (!form.ok) return runPage(c, one, { prolong: form })
    const verdict = canProlong({ ...one, today: c.var.today, newClosesOn: form.value.closesOn })
    if (!verdict.ok) {
      const said = words(c.var.locale)(`step.${verdict.because}`)
      return verdict.because === 'not-later' ? runPage(c, one, { prolong: refuseField(form, 'closesOn', said) }) : conflict(c, said)
    }
    await enterStep(c.var, one.id, 'prolonged', form.value)
    return redirect(c, `/consultations/${one.id}`)
  })

  .post(`${base}/cloture`, resident, async c => {
    const one = await running(c)
    if (one instanceof Response) return one
    const form = await submitted(c, ReasonForm)
    if (!form.ok) return runPage(c, one, { close: form })
    const verdict = canClose({ ...one, today: c.var.today })
    if (!verdict.ok) return conflict(c, words(c.var.locale)(`step.${verdict.because}`))
    await enterStep(c.var, one.id, 'closed', form.value)
    return redirect(c, `/consultations/${one.id}/conduite`)
  })

  .post(`${base}/publication`, resident, async c => {
    const one = await running(c)
    if (one instanceof Response) return one
    const form = await submitted(c, PublishForm)
    if (!form.ok) return runPage(c, one, { publish: form })
    const verdict = canPublish({ ...one, today: c.var.today })
    if (!verdict.ok) return conflict(c, words(c.var.locale)(`step.${verdict.because}`))
    const before = await publicationOf(c.var.db, c.var.body.id, one.id)
    if (before && form.value.reason === '')
      return runPage(c, one, { publish: refuseField(form, 'reason', words(c.var.locale)('form.reasonNeeded')) })
    await publish(c.var, one, form.value.reason)
    return redirect(c, `/consultations/${one.id}/resultats`)
  })

const digits = (typed: string | undefined) => (typed !== undefined && /^\d{1,18}$/.test(typed) ? typed : null)

/** The consultation, for those who run it; else the answer to give. */
const running = async (c: Request): Promise<Consultation | Response> => {
  const one = await found(c)
  if (!one) return notFound(c)
  return one.runs ? one.consultation : forbidden(c, words(c.var.locale)('run.notYours'))
}

type Typed = Awaited<ReturnType<typeof submitted<typeof ConsultationForm>>>
const check = async (c: Request, form: Typed, withSeeds: boolean) => {
  const t = words(c.var.locale)
  if (!form.ok) return { ok: false, form } as const
  const refuse = (field: 'closesOn' | 'measure' | 'service' | 'seeds', said: string) =>
    ({ ok: false, form: refuseField(form, field, said) }) as const
  const { value } = form
  if (value.closesOn < value.opensOn) return refuse('closesOn', t('form.datesWrong'))
  if (value.measure !== null && (await measuresById(c.var.db, c.var.body.id, [value.measure])).length === 0)
    return refuse('measure', t('form.measureWrong'))
  if (value.service !== null && (await serviceNamed(c.var, value.service)) === null) return refuse('service', t('form.serviceWrong'))
  if (!withSeeds) return { ok: true, value, seeds: [] } as const
  const seeds = readSeeds(value.seeds)
  if (!seeds.ok) return refuse('seeds', t(`form.seeds.${seeds.because}`, { line: seeds.line, fewest: fewestSeeds }))
  return { ok: true, value, seeds: seeds.seeds } as const
}

const typedAgain = (one: Consultation): FormValues => ({
  title: one.title,
  introduction: one.introduction,
  organiser: one.organiser,
  purpose: one.purpose,
  followUp: one.followUp,
  resultsAt: one.resultsAt,
  measure: one.measure ?? '',
  service: one.service ?? '',
  moderated: one.moderated,
  whoAdds: one.whoAdds,
  opensOn: one.opensOn,
  closesOn: one.closesOn,
})

const formPage = (c: Request, consultation: Consultation | null, form: Form<ConsultationForm>, status: 200 | 422 = 200) =>
  page(c, <ConsultationFormPage t={words(c.var.locale)} consultation={consultation} form={form} />, status)

interface Forms {
  readonly prolong?: Form<ProlongForm>
  readonly close?: Form<ReasonForm>
  readonly publish?: Form<PublishForm>
}
const runPage = async (c: Request, consultation: Consultation, forms: Forms = {}) =>
  page(
    c,
    <RunPage
      t={words(c.var.locale)}
      today={c.var.today}
      consultation={consultation}
      statements={(await statements(c.var, consultation.id)).length}
      publication={await publicationOf(c.var.db, c.var.body.id, consultation.id)}
      prolong={forms.prolong ?? emptyForm(ProlongForm)}
      close={forms.close ?? emptyForm(ReasonForm)}
      publish={forms.publish ?? emptyForm(PublishForm)}
    />,
    Object.keys(forms).length > 0 ? 422 : 200,
  )
