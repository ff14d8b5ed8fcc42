import { stringify } from 'csv-stringify/sync'
import { anyone, conflict, download, notFound, page, redirect, router, type Routes, submitted } from '#kernel/http'
import { numberAt, parameterAt, participation } from '#kernel/parameters'
import { fileMarkdown, fileRows } from '../fileText.ts'
import { FileLine, Presentation } from '../forms.ts'
import { register, type Request } from '../here.ts'
import { words } from '../locales/index.ts'
import { commissionParameters } from '../models.ts'
import { CommissionPage } from '../pages/CommissionPage.tsx'
import { CompleteFilePage } from '../pages/CompleteFilePage.tsx'
import { YearlyFilePage } from '../pages/YearlyFilePage.tsx'
import { type Committee } from '../committee.ts'
import { commissionHere } from '../queries/committees.ts'
import { notePresentation, saveFileItem, yearlyFile } from '../queries/yearlyFile.ts'
import { commissionDuty } from '../rules/commission.ts'
import type { Tables } from '../schema.ts'

const threshold = 'public-services-commission.threshold'

/** The consultative commission on local public services (CGCT L1413-1): whether it is compulsory here, and its yearly files. */
export const commissionRoutes: Routes = router<Tables>()
  .get('/comites/ccspl', anyone, async c => {
    const { body, today, locale, actor } = c.var
    const commission = await commissionHere(c.var)
    const duty = commissionDuty(body, numberAt(participation, threshold, today))
    const year = Number(today.slice(0, 4))
    const first = Math.min(Number(commission?.actOn.slice(0, 4) ?? year), year)
    const years = Array.from({ length: Math.min(year - first + 1, 10) }, (_, back) => year - back)
    const props = { t: words(locale), locale, duty, parameter: parameterAt(participation, threshold, today), commission, years }
    return page(c, <CommissionPage {...props} manages={register.allows(actor)} />)
  })

  .get(
    '/comites/ccspl/:fileYear',
    anyone,
    withYear(async (c, commission, year) => page(c, <YearlyFilePage {...await viewOf(c, commission, year)} />)),
  )

  .get(
    '/comites/ccspl/:fileYear/dossier.md',
    anyone,
    withYear(async (c, commission, year) => {
      const body = fileMarkdown(await yearlyFile(c.var, commission, year), c.var.locale)
      return download(c, { name: `dossier-${year}.md`, type: 'text/markdown; charset=utf-8', body })
    }),
  )

  .get(
    '/comites/ccspl/:fileYear/dossier.csv',
    anyone,
    withYear(async (c, commission, year) => {
      const body = stringify(fileRows(await yearlyFile(c.var, commission, year)), { header: true, escape_formulas: true })
      return download(c, { name: `dossier-${year}.csv`, type: 'text/csv; charset=utf-8', body })
    }),
  )

  .get(
    '/comites/ccspl/:fileYear/pieces',
    register,
    withYear(async (c, commission, year) => page(c, <CompleteFilePage {...await viewOf(c, commission, year)} />)),
  )

  .post(
    '/comites/ccspl/:fileYear/pieces',
    register,
    withYear(async (c, commission, year) => {
      const form = await submitted(c, FileLine)
      if (!form.ok) return page(c, <CompleteFilePage {...await viewOf(c, commission, year)} wrong={form} />, 422)
      const { item, service, meeting, receivedOn, ...line } = form.value
      const file = await yearlyFile(c.var, commission, year)
      if (item && !file.items.some(one => one.id === item)) return notFound(c)
      if (service && !file.catalogue.some(one => one.id === service)) return notFound(c)
      if (meeting && !file.meetings.some(one => one.id === meeting)) return notFound(c)
      const row = { ...line, serviceId: service ?? null, meetingId: meeting ?? null, receivedOn: receivedOn ?? null }
      await saveFileItem(c.var, commission.id, year, item ?? null, row)
      return redirect(c, `/comites/ccspl/${year}`)
    }),
  )

  .post(
    '/comites/ccspl/:fileYear/presentation',
    register,
    withYear(async (c, commission, year) => {
      const form = await submitted(c, Presentation)
      if (!form.ok) return conflict(c, Object.values(form.errors)[0])
      await notePresentation(c.var, commission.id, year, form.value.presentedOn, form.value.act)
      return redirect(c, `/comites/ccspl/${year}#presentation`)
    }),
  )

function withYear(work: (c: Request, commission: Committee, year: number) => Promise<Response>) {
  return async (c: Request) => {
    const asked = c.req.param('fileYear') ?? ''
    const commission = /^(19[9]\d|20\d\d|21\d\d)$/.test(asked) ? await commissionHere(c.var) : null
    return commission ? work(c, commission, Number(asked)) : notFound(c)
  }
}

const viewOf = async (c: Request, commission: Committee, year: number) => {
  const file = await yearlyFile(c.var, commission, year)
  const before = parameterAt(commissionParameters, 'public-services-commission.presented-before', c.var.today).value
  return { t: words(c.var.locale), locale: c.var.locale, file, dueOn: `${year + 1}-${before}`, manages: register.allows(c.var.actor) }
}
