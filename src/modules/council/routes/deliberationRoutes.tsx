import type { z } from 'zod'
import { emptyForm, type Form, refuseField, type Submission } from '#kernel/forms'
import { conflict, notFound, page, redirect, router, type Routes, submitted } from '#kernel/http'
import { latestMeasures } from '#modules/measures'
import { correctDeliberation, draftDeliberation, type Written } from '../acts/deliberations.ts'
import { deliberationUrl } from '../council.ts'
import { DeliberationForm, SourceForm } from '../forms.ts'
import { register, type Request, withDeliberation } from '../here.ts'
import { words } from '../locales/index.ts'
import { matters } from '../matters.ts'
import { DeliberationFormPage } from '../pages/DeliberationFormPage.tsx'
import { councilSession } from '../queries/assembly.ts'
import { type Deliberation, deliberationsOf } from '../queries/deliberations.ts'
import type { Tables } from '../schema.ts'
import { sourceOf } from '../sourceOf.ts'

type Typed = z.output<typeof DeliberationForm>

/** A deliberation as the clerk writes it: drafted from a vote or an item, corrected until it is published. */
export const deliberationRoutes: Routes = router<Tables>()
  .get('/conseil/deliberations/nouvelle', register, async c => {
    const asked = SourceForm.safeParse({
      seance: c.req.query('seance'),
      vote: c.req.query('vote') ?? '',
      point: c.req.query('point') ?? '',
    })
    if (!asked.success) return notFound(c)
    const known = await alreadyWritten(c, asked.data)
    if (known) return redirect(c, deliberationUrl(known.id))
    const found = await sourceFor(c, asked.data)
    if (!found) return conflict(c, words(c.var.locale)('refused.nothing-decided'))
    const measure = /^\/mesures\/(\d{1,18})/.exec(found.link)?.[1]
    const form = emptyForm(DeliberationForm, {
      title: found.title,
      text: found.text,
      isTransmissible: 'oui',
      ...(measure ? { measure1: measure, stage1: found.source.outcome === 'carried' ? 'decided' : 'same' } : {}),
    })
    return formPage(c, form, { source: asked.data })
  })

  .post('/conseil/deliberations', register, async c => {
    const asked = await submitted(c, SourceForm)
    if (!asked.ok) return conflict(c, Object.values(asked.errors)[0])
    const found = await sourceFor(c, asked.value)
    if (!found) return conflict(c, words(c.var.locale)('refused.nothing-decided'))
    const form = await checked(c)
    if (!form.ok) return formPage(c, form, { source: asked.value }, 422)
    if (await alreadyWritten(c, asked.value)) return conflict(c, words(c.var.locale)('refused.already-written'))
    return redirect(c, deliberationUrl(await draftDeliberation(c.var, found.source, writtenFrom(form.value))))
  })

  .get(
    '/conseil/deliberations/:deliberation/modification',
    register,
    withDeliberation(async (c, deliberation) => formPage(c, emptyForm(DeliberationForm, typedFrom(deliberation)), { deliberation })),
  )

  .post(
    '/conseil/deliberations/:deliberation/modification',
    register,
    withDeliberation(async (c, deliberation) => {
      const form = await checked(c)
      if (!form.ok) return formPage(c, form, { deliberation }, 422)
      await correctDeliberation(c.var, deliberation.id, writtenFrom(form.value))
      return redirect(c, deliberationUrl(deliberation.id))
    }),
  )

type Asked = z.output<typeof SourceForm>

const sourceFor = async (c: Request, asked: Asked) => {
  const session = await councilSession(c.var, asked.seance)
  const over = session && (session.meeting.state === 'closed' || session.meeting.state === 'opened')
  return over ? sourceOf(session, asked) : null
}

const alreadyWritten = async (c: Request, asked: Asked) => {
  const { deliberations } = await deliberationsOf(c.var, { meeting: asked.seance, drafts: true }, { size: 200, start: 0 })
  return asked.vote
    ? deliberations.find(one => one.voteId === asked.vote)
    : deliberations.find(one => one.voteId === null && one.itemId === asked.point)
}

/** What the schema cannot know: the budget's year goes with its name, and a measure is named once. */
const checked = async (c: Request): Promise<Submission<Typed>> => {
  const form = await submitted(c, DeliberationForm)
  const t = words(c.var.locale)
  if (!form.ok) return form
  const { budgetYear, budgetName } = form.value
  if (budgetYear !== '' && budgetName === '') return refuseField(form, 'budgetName', t('form.budgetTogether'))
  if (budgetYear === '' && budgetName !== '') return refuseField(form, 'budgetYear', t('form.budgetTogether'))
  const [from = '', to = from] = budgetYear.split('/')
  if (from > to) return refuseField(form, 'budgetYear', t('form.yearsInOrder'))
  const named = measuresIn(form.value).map(one => one.measure)
  if (new Set(named).size < named.length) return refuseField(form, 'measure2', t('form.measureTwice'))
  const known = new Set((await latestMeasures(c.var.db, c.var.body.id, mostMeasures)).map(one => one.id))
  return named.every(id => known.has(id)) ? form : refuseField(form, 'measure1', t('form.measureUnknown'))
}
const mostMeasures = 300

const measuresIn = (typed: Typed): Written['measures'] =>
  ([1, 2, 3] as const).flatMap(at => {
    const measure = typed[`measure${at}`]
    return measure ? [{ measure, stage: typed[`stage${at}`] }] : []
  })

const writtenFrom = (typed: Typed): Written => {
  const { title, text, matter, budgetYear, budgetName, isTransmissible } = typed
  return { title, text, matter, budgetYear, budgetName, isTransmissible, amount: typed.amount ?? null, measures: measuresIn(typed) }
}

const typedFrom = (one: Deliberation) => ({
  title: one.title,
  text: one.text,
  matter: one.matter,
  budgetYear: one.budgetYear,
  budgetName: one.budgetName,
  amount: one.amount === null ? '' : (one.amount / 100).toFixed(2).replace('.', ','),
  isTransmissible: one.isTransmissible ? 'oui' : '',
  ...Object.fromEntries(
    one.measures.flatMap(({ measure, stage }, at) => [
      [`measure${at + 1}`, measure],
      [`stage${at + 1}`, stage],
    ]),
  ),
})

const formPage = async (
  c: Request,
  form: Form<Typed>,
  about: { readonly source: Asked } | { readonly deliberation: Deliberation },
  status: 200 | 422 = 200,
) => {
  const measures = await latestMeasures(c.var.db, c.var.body.id, mostMeasures)
  const choices = {
    matters: matters.map(one => ({ value: one.code, label: `${one.code} ${one.family} : ${one.name}` })),
    measures: measures.map(one => ({ value: one.id, label: one.title })),
  }
  return page(c, <DeliberationFormPage t={words(c.var.locale)} form={form} about={about} choices={choices} />, status)
}
