import { paceRefusal, withinRate } from '#engines/moderation'
import { formCode } from '#engines/paper'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { anyone, notFound, page, redirect, resident, router, signedIn, submitted } from '#kernel/http'
import { NewLine } from './forms.ts'
import { words } from './locales/index.ts'
import { NewLinePage } from './pages/NewLinePage.tsx'
import { type Named, statementPath } from './pages/parts.tsx'
import { toldAlready } from './queries/readLines.ts'
import { readRounds } from './queries/rounds.ts'
import { stateLine } from './queries/stateLine.ts'
import { type Request, serviceOf } from './reads.ts'
import { standingOf } from './rules/rounds.ts'
import { nearLines } from './rules/sharing.ts'
import { linePath, sitePath } from './rules/sitePath.ts'
import type { NeedsTables } from './schema.ts'

type Near = readonly { readonly id: string; readonly what: string }[]

/** Stating a line: near ones are proposed first, so that people who say the same say it together. */
export const stateRoutes = router<NeedsTables>()
  .get('/besoins/services/:service/nouvelle', anyone, async c => {
    const service = await serviceOf(c)
    if (!service) return notFound(c)
    const kind = { manque: 'fails', marche: 'works' }[c.req.query('sur') ?? ''] ?? ''
    return newPage(c, service, emptyForm(NewLine, { kind }))
  })

  .post('/besoins/services/:service/lignes', resident, async c => {
    const { personId, college } = signedIn(c)
    const service = await serviceOf(c)
    if (!service) return notFound(c)
    const t = words(c.var.locale)
    const form = await submitted(c, NewLine)
    if (!form.ok) return newPage(c, service, form, [], 422)
    const { distinct, ...typed } = form.value
    const evidence = sitePath(typed.evidence, c.var.url)
    if (typed.evidence !== '' && evidence === '') return newPage(c, service, refuseField(form, 'evidence', t('new.evidenceWrong')), [], 422)
    const near = nearLines(typed.what, await toldAlready(c.var, service.id, typed.kind))
    if (near.length > 0 && !distinct) return newPage(c, service, refuseField(form, 'distinct', t('new.nearRefusal')), near, 422)
    const pace = await withinRate(c.var, 'need')
    if (!pace.ok) return newPage(c, service, refuseField(form, '', paceRefusal(pace, c.var.locale)), [], 429)

    const round = await openRoundOf(c, service)
    const line = { ...typed, evidence, service: service.id, round: round?.id ?? null }
    return redirect(c, linePath(await stateLine(c.var, { personId, college: college ?? 'users' }, line)))
  })

/** The round in which a line stated today stands, if any. */
const openRoundOf = async (c: Request, service: Named) =>
  (await readRounds(c.var, { service: service.id, isOpen: true })).find(round => standingOf(round, c.var.today) === 'open') ?? null

const newPage = async (c: Request, service: Named, form: Form<NewLine>, near: Near = [], status: 200 | 422 | 429 = 200) =>
  page(
    c,
    <NewLinePage
      t={words(c.var.locale)}
      service={service}
      form={form}
      round={await openRoundOf(c, service)}
      near={near}
      code={await formCode(c.var, `${statementPath(service.id)}/nouvelle`)}
    />,
    status,
  )
