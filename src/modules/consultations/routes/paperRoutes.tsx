import { formCode } from '#engines/paper'
import { emptyForm, type Form } from '#kernel/forms'
import { conflict, deskHand, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { PrintForm, SheetForm } from '../forms.ts'
import { words } from '../locales/index.ts'
import { KeySheetPage } from '../pages/KeySheetPage.tsx'
import { PrintedSheetsPage } from '../pages/PrintedSheetsPage.tsx'
import { SheetsPage } from '../pages/SheetsPage.tsx'
import { consultationById, type Consultation } from '../queries/consultations.ts'
import { keySheet, printRun, printRuns, printSheets, sheetById } from '../queries/sheets.ts'
import { statements } from '../queries/statements.ts'
import { mayRun } from '../powers.ts'
import { readSheet } from '../rules/readSheet.ts'
import { canVote } from '../rules/standing.ts'
import type { ConsultationTables } from '../schema.ts'
import { found, type Request } from './reads.ts'

const base = '/consultations/:consultation/feuilles'
const sheetPath = '/consultations/feuilles/:sheet/saisie'

/** Numbered sheets to print in piles, and their keying in at the desk: each once. */
export const paperRoutes = router<ConsultationTables>()
  .get(base, resident, async c => {
    const one = await found(c)
    return one?.runs ? sheetsPage(c, one.consultation, emptyForm(PrintForm, { copies: '20' })) : notFound(c)
  })
  .post(base, resident, async c => {
    const one = await found(c)
    if (!one?.runs) return notFound(c)
    const form = await submitted(c, PrintForm)
    if (!form.ok) return sheetsPage(c, one.consultation, form, 422)
    const t = words(c.var.locale)
    const verdict = canVote({ ...one.consultation, opensOn: c.var.today, today: c.var.today })
    if (!verdict.ok) return conflict(c, t(`refusal.${verdict.because}`))
    const printed = (await statements(c.var, one.consultation.id, { limit: 300 })).map(({ number, text }) => ({ number, text }))
    return redirect(c, `/consultations/piles/${await printSheets(c.var, one.consultation.id, form.value.copies, printed)}`)
  })

  .get('/consultations/piles/:printRun', resident, async c => {
    const run = await printRun(c.var, c.req.param('printRun')!)
    const consultation = run && (await consultationById(c.var.db, c.var.body.id, run.consultation))
    if (!consultation || !(await mayRun(c.var, consultation.measure))) return notFound(c)
    const sheets = []
    for (const { id, number } of run.list) sheets.push({ number, code: await formCode(c.var, `/consultations/feuilles/${id}/saisie`) })
    return page(c, <PrintedSheetsPage t={words(c.var.locale)} consultation={consultation} run={run} sheets={sheets} />)
  })

  .get(sheetPath, deskHand, async c => keyingPage(c))
  .post(sheetPath, deskHand, async c => {
    const t = words(c.var.locale)
    const sheet = await sheetById(c.var, c.req.param('sheet')!)
    const consultation = sheet && (await consultationById(c.var.db, c.var.body.id, sheet.consultation))
    if (!consultation) return notFound(c)
    if (sheet.isKeyed) return conflict(c, t('keying.already'))
    const verdict = canVote({ ...consultation, today: c.var.today })
    if (!verdict.ok) return conflict(c, t(`refusal.${verdict.because}`))
    const printed = new Set(sheet.statements.map(one => one.number))
    const votes = readSheet((await submitted(c, SheetForm)).values).filter(one => printed.has(one.statement))
    if (votes.length === 0) return keyingPage(c, t('sheet.nothing'))
    await keySheet(c.var, sheet, votes)
    return redirect(c, `/consultations/feuilles/${sheet.id}/saisie`)
  })

const keyingPage = async (c: Request, error: string | null = null) => {
  const sheet = await sheetById(c.var, c.req.param('sheet')!)
  const consultation = sheet && (await consultationById(c.var.db, c.var.body.id, sheet.consultation))
  if (!consultation) return notFound(c)
  const code = await formCode(c.var, `/consultations/feuilles/${sheet.id}/saisie`)
  return page(
    c,
    <KeySheetPage t={words(c.var.locale)} consultation={consultation} sheet={sheet} code={code} error={error} />,
    error ? 422 : 200,
  )
}

const sheetsPage = async (c: Request, consultation: Consultation, form: Form<PrintForm>, status: 200 | 422 = 200) =>
  page(
    c,
    <SheetsPage t={words(c.var.locale)} consultation={consultation} runs={await printRuns(c.var, consultation.id)} form={form} />,
    status,
  )
