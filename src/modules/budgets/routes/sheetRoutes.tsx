import { emptyForm, type Form, parseForm, refuseField } from '#kernel/forms'
import { conflict, deskHand, notFound, page, pageOf, redirect, router, submitted } from '#kernel/http'
import { BallotForm, SheetForm } from '../forms.ts'
import { words } from '../locales/index.ts'
import { KeySheetPage } from '../pages/KeySheetPage.tsx'
import { SheetsPage } from '../pages/SheetsPage.tsx'
import { type Budget, holdBudget } from '../queries/budgets.ts'
import { readProjects } from '../queries/ideas.ts'
import { countSheets, keySheet, readSheet, readSheets, type Sheet } from '../queries/sheets.ts'
import { type Choices, checkBallot } from '../rules/ballots.ts'
import { choicesFrom } from '../rules/choicesFrom.ts'
import type { Tables } from '../schema.ts'
import { budgetOf, type Request } from './reads.ts'
import { budgetPath } from '../rules/sitePath.ts'

/** Paper ballots come back and are keyed in twice, until the count. */
export const sheetRoutes = router<Tables>()
  .get('/budgets/:openBudget/bulletins-papier', deskHand, async c => {
    const budget = await budgetOf(c)
    return budget ? sheetsPage(c, budget, emptyForm(SheetForm)) : notFound(c)
  })
  .get('/budgets/:openBudget/bulletins-papier/saisie', deskHand, async c => {
    const budget = await budgetOf(c)
    if (!budget) return notFound(c)
    const form = parseForm(SheetForm, { code: c.req.query('code') ?? '' }, c.var.locale)
    const sheet = form.ok ? await readSheet(c.var, budget.id, form.value.code) : null
    if (!sheet) return sheetsPage(c, budget, refuseField(form, 'code', words(c.var.locale)('sheets.codeWrong')), 422)
    return keyPage(c, budget, sheet, {}, emptyForm(BallotForm))
  })
  .post('/budgets/:openBudget/bulletins-papier/saisie', deskHand, async c => {
    await holdBudget(c.var, c.req.param('openBudget') ?? '0')
    const budget = await budgetOf(c)
    if (!budget) return notFound(c)
    const t = words(c.var.locale)
    if (budget.phase !== 'vote' && budget.phase !== 'counting') return conflict(c, t('cannot.not-vote'))
    const code = await submitted(c, SheetForm)
    const sheet = code.ok ? await readSheet(c.var, budget.id, code.value.code) : null
    if (!sheet) return sheetsPage(c, budget, refuseField(code, 'code', t('sheets.codeWrong')), 422)
    if (sheet.isCounted) return conflict(c, t('sheets.isCounted'))
    if (isMine(c, sheet)) return conflict(c, t('sheets.same'))
    const form = await submitted(c, BallotForm)
    const projects = await readProjects(c.var, budget.id)
    const choices = choicesFrom(budget.rules.voteKind, form.values, new Set(projects.map(({ id }) => id)))
    const verdict = checkBallot(
      budget.rules,
      projects.map(({ id, costCents }) => ({ id, costCents: costCents ?? 0 })),
      choices,
    )
    if (!form.ok) return keyPage(c, budget, sheet, choices, form, 422)
    if (!verdict.ok) return keyPage(c, budget, sheet, choices, refuseField(form, '', t(`ballot.cannot.${verdict.because}`)), 422)
    await keySheet(c.var, budget.id, sheet, choices)
    return redirect(c, `${budgetPath(budget.id)}/bulletins-papier`)
  })

const isMine = (c: Request, { readings }: Sheet) => readings.some(({ by }) => by !== null && by === c.var.actor.personId)

const sheetsPage = async (c: Request, budget: Budget, form: Form<SheetForm>, status: 200 | 422 = 200) => {
  const asked = pageOf(c, 50)
  const found = await readSheets(c.var, budget.id, asked)
  return page(
    c,
    <SheetsPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      budget={budget}
      sheets={found.slice(0, asked.size)}
      counts={await countSheets(c.var, budget.id)}
      form={form}
      pageNumber={asked.number}
      hasMore={found.length > asked.size}
    />,
    status,
  )
}

const keyPage = async (c: Request, budget: Budget, sheet: Sheet, choices: Choices, form: Form<BallotForm>, status: 200 | 422 = 200) =>
  page(
    c,
    <KeySheetPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      budget={budget}
      sheet={sheet}
      projects={await readProjects(c.var, budget.id)}
      choices={choices}
      form={form}
      isSecondByTheSame={isMine(c, sheet)}
    />,
    status,
  )
