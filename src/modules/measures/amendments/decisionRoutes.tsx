import { emptyForm, type Form } from '#kernel/forms'
import { conflict, forbidden, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import type { MeasureDetail } from '../queries/readMeasure.ts'
import { readVersion, type VersionText } from '../queries/versions.ts'
import type { MeasureTables } from '../schema.ts'
import { amendmentPage } from './amendmentPage.tsx'
import { DecisionForm, mergeForm, MergeTarget, textField } from './forms.ts'
import { words } from './locales/index.ts'
import { MergePage, NothingToMergePage } from './pages/MergePage.tsx'
import { deciderOf } from './powers.ts'
import { closeAmendment, lockMeasure, takeUp } from './queries/decideAmendments.ts'
import { type AmendmentDetail, readAmendment } from './queries/readAmendment.ts'
import { amendmentOf, measureOf, type Request } from './reads.ts'
import { canDecide, holdsPen } from './rules/canDecide.ts'
import { type Dispute, disputes } from './rules/disputes.ts'
import { settle, type Tabled } from './rules/settle.ts'

/** What the working group makes of amendments: accept, refuse, or merge and arbitrate. Every decision waits its turn on the measure. */
export const decisionRoutes = router<MeasureTables>()
  .post('/mesures/:measure/amendements/:amendment/decision', resident, async c => {
    await lockMeasure(c.var, c.req.param('measure')!)
    const found = await amendmentOf(c)
    if (!found) return notFound(c)
    const { measure, amendment, current } = found
    const t = words(c.var.locale)
    const verdict = canDecide(await deciderOf(c.var, measure), amendment.state)
    if (!verdict.ok) return verdict.because === 'decided' ? conflict(c, t('refusal.decided')) : forbidden(c, t('refusal.not-in-group'))
    const form = await submitted(c, DecisionForm)
    if (!form.ok) return amendmentPage(c, found, form, 422)

    const back = `/mesures/${measure.id}/amendements/${amendment.id}`
    if (form.value.outcome === 'refuse') {
      await closeAmendment(c.var, measure.id, amendment, 'refused', form.value.reason)
      return redirect(c, back)
    }
    const settled = settle(current.paragraphs, [tabledFrom(amendment)])
    if (!settled.ok)
      return mergePage(c, { measure, current, amendments: [amendment], reason: form.value.reason, refusal: t('refusal.conflict') }, 409)
    await takeUp(c.var, measure.id, current, [amendment], settled.settlement, form.value.reason)
    return redirect(c, back)
  })

  .get('/mesures/:measure/fusion', resident, async c => {
    const measure = await measureOf(c)
    if (!measure) return notFound(c)
    const t = words(c.var.locale)
    if (!holdsPen(await deciderOf(c.var, measure))) return forbidden(c, t('refusal.not-in-group'))
    const asked = MergeTarget.safeParse({ amendment: c.req.queries('amendement') })
    const onTable = asked.success ? await tableOf(c, measure.id, asked.data.amendment) : null
    if (!onTable) return page(c, <NothingToMergePage t={t} measure={measure} />)
    return mergePage(c, { measure, ...onTable, reason: '' })
  })

  .post('/mesures/:measure/fusion', resident, async c => {
    await lockMeasure(c.var, c.req.param('measure')!)
    const measure = await measureOf(c)
    if (!measure) return notFound(c)
    const t = words(c.var.locale)
    if (!holdsPen(await deciderOf(c.var, measure))) return forbidden(c, t('refusal.not-in-group'))
    const asked = await submitted(c, MergeTarget)
    if (!asked.ok) return page(c, <NothingToMergePage t={t} measure={measure} />, 422)
    const onTable = await tableOf(c, measure.id, asked.value.amendment)
    if (!onTable) return conflict(c, t('refusal.decided'))
    const { current, amendments } = onTable
    const disputed = disputes(current.paragraphs, amendments.map(tabledFrom))
    const form = await submitted(c, mergeForm(disputed.map(({ paragraph }) => paragraph)))
    if (!form.ok) return drawMerge(c, measure, current, amendments, disputed, form, 422)
    if (form.value['version'] !== current.number) return drawMerge(c, measure, current, amendments, disputed, form, 409, t('refusal.moved'))

    const settled = settle(current.paragraphs, amendments.map(tabledFrom), textsFrom(disputed, form.value))
    if (!settled.ok) return drawMerge(c, measure, current, amendments, disputed, form, 409, t('refusal.conflict'))
    const number = await takeUp(c.var, measure.id, current, amendments, settled.settlement, String(form.value['reason']))
    return redirect(c, `/mesures/${measure.id}/versions/${number}`)
  })

interface Table {
  readonly current: VersionText
  /** Still open, the first filed first. */
  readonly amendments: readonly AmendmentDetail[]
}

/** The amendments named, with the present text; null when one of them is not there or already decided. */
const tableOf = async (c: Request, measure: string, ids: readonly string[]): Promise<Table | null> => {
  const { db, body, actor } = c.var
  const current = await readVersion(db, body.id, measure)
  const amendments: AmendmentDetail[] = []
  for (const id of new Set(ids.map(one => BigInt(one).toString()))) {
    const amendment = await readAmendment(db, body.id, measure, id, actor.personId)
    if (amendment?.state !== 'open') return null
    amendments.push(amendment)
  }
  return current && { current, amendments: amendments.toSorted((a, b) => Number(a.id) - Number(b.id)) }
}

const tabledFrom = ({ id, base, operations }: AmendmentDetail): Tabled => ({ amendment: id, base, operations })

/** What the group wrote for each disputed paragraph; empty removes it. */
const textsFrom = (disputed: readonly Dispute[], value: Readonly<Record<string, string | number>>) =>
  new Map(disputed.map(({ paragraph }) => [paragraph, String(value[textField(paragraph)] ?? '') || null]))

const mergePage = (
  c: Request,
  { measure, current, amendments, reason, refusal }: Table & { measure: MeasureDetail; reason: string; refusal?: string },
  status: 200 | 409 = 200,
) => {
  const disputed = disputes(current.paragraphs, amendments.map(tabledFrom))
  const suggestions = Object.fromEntries(disputed.map(({ paragraph, suggestion }) => [textField(paragraph), suggestion]))
  const form = emptyForm(mergeForm(disputed.map(({ paragraph }) => paragraph)), { reason, ...suggestions })
  return drawMerge(c, measure, current, amendments, disputed, form, status, refusal)
}

const drawMerge = (
  c: Request,
  measure: MeasureDetail,
  current: VersionText,
  amendments: readonly AmendmentDetail[],
  disputed: readonly Dispute[],
  form: Form<Record<string, string | number>>,
  status: 200 | 409 | 422,
  refusal?: string,
) =>
  page(
    c,
    <MergePage
      t={words(c.var.locale)}
      measure={measure}
      version={current.number}
      amendments={amendments}
      disputes={disputed}
      form={form}
      refusal={refusal}
    />,
    status,
  )
