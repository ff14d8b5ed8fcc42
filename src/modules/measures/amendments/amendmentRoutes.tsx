import { interested } from '#engines/following'
import { moderationOf, paceRefusal, registerContent, withinRate } from '#engines/moderation'
import { formCode } from '#engines/paper'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { anyone, conflict, forbidden, notFound, page, pageOf, redirect, resident, router, signedIn, submitted } from '#kernel/http'
import type { MeasureDetail } from '../queries/readMeasure.ts'
import { readVersion, type VersionText } from '../queries/versions.ts'
import { amendmentPage } from './amendmentPage.tsx'
import { Brought, Improvement, NewAmendment, WithdrawalForm } from './forms.ts'
import { words } from './locales/index.ts'
import { AmendmentsPage } from './pages/AmendmentsPage.tsx'
import { ChoosePage } from './pages/ChoosePage.tsx'
import { gestureOf, gestureWords } from './pages/gestureWords.ts'
import { ImprovePage } from './pages/ImprovePage.tsx'
import { NewAmendmentPage } from './pages/NewAmendmentPage.tsx'
import { closeAmendment, lockMeasure } from './queries/decideAmendments.ts'
import { fileAmendment, improveAmendment, prefixOf } from './queries/fileAmendment.ts'
import { countAmendments, listAmendments } from './queries/listAmendments.ts'
import type { AmendmentDetail } from './queries/readAmendment.ts'
import { supportAmendment, withdrawAmendmentSupport } from './queries/supports.ts'
import { amendmentOf, measureOf, type Request } from './reads.ts'
import { canAmend } from './rules/canAmend.ts'
import { canChange } from './rules/canChange.ts'
import { passage, readProposal } from './rules/readProposal.ts'
import { type Gesture, states } from './rules/terms.ts'
import type { MeasureTables } from '../schema.ts'

const base = '/mesures/:measure/amendements'

/** Reading, filing, supporting, improving and withdrawing amendments. */
export const amendmentRoutes = router<MeasureTables>()
  .get(base, anyone, async c => {
    const measure = await measureOf(c)
    if (!measure) return notFound(c)
    const { db, body, locale, actor, today } = c.var
    const asked = pageOf(c)
    const state = c.req.query('etat') === 'tous' ? null : (states.find(one => one === c.req.query('etat')) ?? 'open')
    const found = await listAmendments(db, body.id, measure.id, state, asked)
    const lines = found.slice(0, asked.size)
    const moderated = await moderationOf(
      db,
      body.id,
      lines.map(({ id }) => `amendment:${id}`),
    )
    const counts = await countAmendments(db, body.id, measure.id)
    const ranks = new Map(measure.paragraphs.map(({ id }, at) => [id, at + 1]))
    return page(
      c,
      <AmendmentsPage
        t={words(locale)}
        locale={locale}
        reader={actor}
        measure={measure}
        isOpen={canAmend({ ...measure, today }).ok}
        state={state}
        counts={counts}
        lines={lines}
        moderated={moderated}
        ranks={ranks}
        page={asked.number}
        hasMore={found.length > asked.size}
      />,
    )
  })

  .get(`${base}/nouveau`, anyone, async c => {
    const measure = await measureOf(c)
    const version = measure && (await readVersion(c.var.db, c.var.body.id, measure.id))
    if (!version) return notFound(c)
    const verdict = canAmend({ ...measure, today: c.var.today })
    if (!verdict.ok) return conflict(c, words(c.var.locale)(`refusal.${verdict.because}`))
    const gesture = gestureOf(c.req.query('geste'))
    const brought = Brought.parse(c.req.query())
    const asked = c.req.queries('paragraphe') ?? []
    const chosen = version.paragraphs.filter(({ id }) => asked.includes(id)).map(({ id }) => id)
    if (gesture === null || (chosen.length === 0 && gesture !== 'addition'))
      return choosePage(c, measure, version, brought, gesture !== null)
    const present = gesture === 'rewrite' ? passage(version.paragraphs, new Set(chosen)) : ''
    const text = [present, brought.texte].filter(Boolean).join('\n\n')
    return newPage(c, measure, version, gesture, chosen, emptyForm(NewAmendment, { text, reason: brought.motif, origin: brought.origine }))
  })

  .post(base, resident, async c => {
    const { personId, college } = signedIn(c)
    const t = words(c.var.locale)
    const measure = await measureOf(c)
    const current = measure && (await readVersion(c.var.db, c.var.body.id, measure.id))
    if (!current) return notFound(c)
    const verdict = canAmend({ ...measure, today: c.var.today })
    if (!verdict.ok) return conflict(c, t(`refusal.${verdict.because}`))

    const form = await submitted(c, NewAmendment)
    const typed = [form.values['paragraph'] ?? []].flat()
    const gesture = form.ok ? form.value.gesture : (gestureWords.find(one => one.gesture === form.values['gesture'])?.gesture ?? 'rewrite')
    if (!form.ok) return newPage(c, measure, current, gesture, typed, form, 422)
    const { version, paragraph, text, reason, origin } = form.value
    const read = version === current.number ? current : await readVersion(c.var.db, c.var.body.id, measure.id, version)
    if (!read) return newPage(c, measure, current, gesture, typed, refuseField(form, '', t('refusal.unknown-version')), 422)
    const proposal = { gesture, paragraphs: paragraph, text: gesture === 'removal' ? '' : text }
    const proposed = readProposal(read.paragraphs, proposal, 'new')
    if (!proposed.ok) {
      return newPage(
        c,
        measure,
        read,
        gesture,
        typed,
        refuseField(
          form,
          proposed.because === 'no-text' || proposed.because === 'nothing-changed' ? 'text' : '',
          t(`refusal.${proposed.because}`),
        ),
        422,
      )
    }
    const pace = await withinRate(c.var, 'amendment')
    if (!pace.ok) return newPage(c, measure, read, gesture, typed, refuseField(form, '', paceRefusal(pace, c.var.locale)), 429)

    const wording = { ...proposal, baseVersion: read.number, base: read.paragraphs, reason }
    const id = await fileAmendment(c.var, measure.id, { personId, college: college ?? 'users', origin }, wording, prefix =>
      operationsOf(wording, prefix),
    )
    await publish(c, measure.id, id, personId, proposal.text, reason)
    await interested(c.var, `amendment:${id}`, personId, 'author')
    await interested(c.var, `measure:${measure.id}`, personId, 'author')
    return redirect(c, `/mesures/${measure.id}/amendements/${id}`)
  })

  .get(`${base}/:amendment`, anyone, async c => {
    const found = await amendmentOf(c)
    return found ? amendmentPage(c, found) : notFound(c)
  })

  .post(`${base}/:amendment/soutien`, resident, async c => {
    const { personId } = signedIn(c)
    const found = await amendmentOf(c)
    if (!found) return notFound(c)
    const { measure, amendment } = found
    if (amendment.state !== 'open') return conflict(c, words(c.var.locale)('refusal.decided'))
    const verdict = canAmend({ ...measure, today: c.var.today })
    if (!verdict.ok) return conflict(c, words(c.var.locale)(`refusal.${verdict.because}`))
    await supportAmendment(c.var, measure.id, amendment.id, personId)
    return redirect(c, `/mesures/${measure.id}/amendements/${amendment.id}#soutien`)
  })

  .post(`${base}/:amendment/soutien/retrait`, resident, async c => {
    const { personId } = signedIn(c)
    const found = await amendmentOf(c)
    if (!found) return notFound(c)
    await withdrawAmendmentSupport(c.var, found.measure.id, found.amendment.id, personId)
    return redirect(c, `/mesures/${found.measure.id}/amendements/${found.amendment.id}#soutien`)
  })

  .get(`${base}/:amendment/amelioration`, resident, async c => {
    const found = await amendmentOf(c)
    if (!found) return notFound(c)
    const refusal = changeRefusal(c, found.amendment)
    return (
      refusal ??
      improvePage(c, found.measure, found.amendment, emptyForm(Improvement, { text: found.amendment.text, reason: found.amendment.reason }))
    )
  })

  .post(`${base}/:amendment/amelioration`, resident, async c => {
    const { personId } = signedIn(c)
    await lockMeasure(c.var, c.req.param('measure')!)
    const found = await amendmentOf(c)
    if (!found) return notFound(c)
    const { measure, amendment } = found
    const refusal = changeRefusal(c, amendment)
    if (refusal) return refusal
    const t = words(c.var.locale)
    const form = await submitted(c, Improvement)
    if (!form.ok) return improvePage(c, measure, amendment, form, 422)
    const wording = { ...amendment, text: amendment.gesture === 'removal' ? '' : form.value.text, reason: form.value.reason }
    const read = readProposal(amendment.base, wording, prefixOf(amendment.id))
    if (!read.ok) return improvePage(c, measure, amendment, refuseField(form, 'text', t(`refusal.${read.because}`)), 422)
    const pace = await withinRate(c.var, 'amendment')
    if (!pace.ok) return improvePage(c, measure, amendment, refuseField(form, '', paceRefusal(pace, c.var.locale)), 429)

    await improveAmendment(c.var, measure.id, amendment.id, amendment.revision + 1, { ...wording, operations: read.operations })
    await publish(c, measure.id, amendment.id, personId, wording.text, wording.reason)
    return redirect(c, `/mesures/${measure.id}/amendements/${amendment.id}`)
  })

  .post(`${base}/:amendment/retrait`, resident, async c => {
    await lockMeasure(c.var, c.req.param('measure')!)
    const found = await amendmentOf(c)
    if (!found) return notFound(c)
    const { measure, amendment } = found
    const refusal = changeRefusal(c, amendment)
    if (refusal) return refusal
    const form = await submitted(c, WithdrawalForm)
    await closeAmendment(c.var, measure.id, amendment, 'withdrawn', form.ok ? form.value.reason : '')
    return redirect(c, `/mesures/${measure.id}/amendements/${amendment.id}`)
  })

const operationsOf = (wording: Parameters<typeof readProposal>[1] & { base: Parameters<typeof readProposal>[0] }, prefix: string) => {
  const read = readProposal(wording.base, wording, prefix)
  return read.ok ? read.operations : []
}

/** Puts the text in the hands of moderation, which decides whether it shows at once. */
const publish = (c: Request, measure: string, id: string, authorId: string, text: string, reason: string) =>
  registerContent(c.var, {
    subject: `amendment:${id}`,
    authorId,
    text: [text, reason].filter(Boolean).join('\n\n'),
    url: `/mesures/${measure}/amendements/${id}`,
  })

/** Why this person may not change that amendment, as an answer; null when they may. */
const changeRefusal = (c: Request, amendment: AmendmentDetail) => {
  const verdict = canChange({ state: amendment.state, isAuthor: amendment.authorId === signedIn(c).personId })
  if (verdict.ok) return null
  const reason = words(c.var.locale)(`refusal.${verdict.because}`)
  return verdict.because === 'not-yours' ? forbidden(c, reason) : conflict(c, reason)
}

const choosePage = async (c: Request, measure: MeasureDetail, version: VersionText, brought: Brought, nothingTicked: boolean) => {
  const code = await formCode(c.var, `/mesures/${measure.id}/amendements/nouveau`)
  return page(
    c,
    <ChoosePage t={words(c.var.locale)} measure={measure} version={version} code={code} brought={brought} nothingTicked={nothingTicked} />,
    nothingTicked ? 422 : 200,
  )
}

const newPage = async (
  c: Request,
  measure: MeasureDetail,
  version: VersionText,
  gesture: Gesture,
  chosen: readonly string[],
  form: Form<NewAmendment>,
  status: 200 | 422 | 429 = 200,
) => {
  const known = version.paragraphs.filter(({ id }) => chosen.includes(id))
  const code = await formCode(
    c.var,
    `/mesures/${measure.id}/amendements/nouveau${known.length > 1 ? '' : `?${addressOf(gesture, known[0]?.id)}`}`,
  )
  return page(
    c,
    <NewAmendmentPage
      t={words(c.var.locale)}
      measure={measure}
      gesture={gesture}
      version={version.number}
      passage={known}
      form={form}
      code={code}
    />,
    status,
  )
}

const improvePage = async (
  c: Request,
  measure: MeasureDetail,
  amendment: AmendmentDetail,
  form: Form<Improvement>,
  status: 200 | 422 | 429 = 200,
) => {
  const code = await formCode(c.var, `/mesures/${measure.id}/amendements/${amendment.id}/amelioration`)
  const known = amendment.base.filter(({ id }) => amendment.paragraphs.includes(id))
  return page(
    c,
    <ImprovePage t={words(c.var.locale)} measure={measure} amendment={amendment} passage={known} form={form} code={code} />,
    status,
  )
}

/** A form for one paragraph has a code of its own; one for several starts from the whole text. */
const addressOf = (gesture: Gesture, paragraph: string | undefined) =>
  new URLSearchParams({
    geste: gestureWords.find(one => one.gesture === gesture)?.word ?? '',
    ...(paragraph === undefined ? {} : { paragraphe: paragraph }),
  })
