import { compareVersions } from '#engines/texts'
import { debateSummary, DebateSummary } from '#engines/debate'
import { moderationOf } from '#engines/moderation'
import { emptyForm, type Form } from '#kernel/forms'
import { page } from '#kernel/http'
import type { MeasureDetail } from '../queries/readMeasure.ts'
import type { VersionText } from '../queries/versions.ts'
import { DecisionForm } from './forms.ts'
import { words } from './locales/index.ts'
import { AmendmentPage } from './pages/AmendmentPage.tsx'
import { neighboursOf } from './queries/listAmendments.ts'
import type { AmendmentDetail } from './queries/readAmendment.ts'
import { deciderOf } from './powers.ts'
import type { Request } from './reads.ts'
import { canDecide } from './rules/canDecide.ts'
import { amended } from './rules/readProposal.ts'
import { settle } from './rules/settle.ts'

interface Found {
  readonly measure: MeasureDetail
  readonly amendment: AmendmentDetail
  readonly current: VersionText
}

/** Draws an amendment, with the decision form for those who hold the pen. */
export const amendmentPage = async (
  c: Request,
  { measure, amendment, current }: Found,
  form: Form<DecisionForm> = emptyForm(DecisionForm),
  status: 200 | 409 | 422 = 200,
) => {
  const { db, body, actor, locale } = c.var
  const subject = `amendment:${amendment.id}`
  const url = `/mesures/${measure.id}/amendements/${amendment.id}`
  const decides = canDecide(await deciderOf(c.var, measure), amendment.state).ok
  const neighbours = decides ? await neighboursOf(db, body.id, measure.id, amendment.id, amendment.paragraphs) : []
  const hasConflict = amendment.state === 'open' && !settle(current.paragraphs, [{ ...amendment, amendment: amendment.id }]).ok
  return page(
    c,
    <AmendmentPage
      t={words(locale)}
      locale={locale}
      reader={actor}
      measure={measure}
      amendment={amendment}
      current={current.number}
      hasConflict={hasConflict}
      moderated={(await moderationOf(db, body.id, [subject])).get(subject)}
      rows={compareVersions(amendment.base, amended(amendment.base, amendment.operations))}
      decision={decides ? { form, neighbours } : null}
      debate={<DebateSummary locale={locale} url={`${url}/debat`} debate={await debateSummary(c.var, subject)} />}
    />,
    status,
  )
}
