import { agent, anyone, conflict, download, notFound, page, redirect, router, submitted } from '#kernel/http'
import { closeBudget, countAgain } from '../count/closeBudget.ts'
import { LotForm } from '../forms.ts'
import { exportFile } from '../archive/exportFile.ts'
import { words } from '../locales/index.ts'
import { MethodPage } from '../pages/MethodPage.tsx'
import { ResultsPage } from '../pages/ResultsPage.tsx'
import { holdBudget } from '../queries/budgets.ts'
import { addLot, readCount, readLot } from '../queries/counts.ts'
import { readProjects } from '../queries/ideas.ts'
import { countSheets } from '../queries/sheets.ts'
import type { Tables } from '../schema.ts'
import { conductPage } from './budgetRoutes.tsx'
import { budgetOf, groupsOf, mapOf } from './reads.ts'
import { budgetPath } from '../rules/sitePath.ts'

/** The count, its results, its lot, and the file that replays it. */
export const resultRoutes = router<Tables>()
  .post('/budgets/:budget/decompte', agent, async c => {
    const budget = await budgetOf(c)
    if (!budget) return notFound(c)
    const t = words(c.var.locale)
    if (budget.phase !== 'counting') return conflict(c, t('cannot.not-counted'))
    const { open } = await countSheets(c.var, budget.id)
    if (open > 0) return conflict(c, t('conduct.sheetsOpen', { n: open }))
    await closeBudget(c.var, budget.id)
    return redirect(c, `${budgetPath(budget.id)}/resultats`)
  })
  .post('/budgets/:budget/tirage', agent, async c => {
    await holdBudget(c.var, c.req.param('budget') ?? '0')
    const budget = await budgetOf(c)
    if (!budget) return notFound(c)
    const count = await readCount(c.var, budget.id)
    const t = words(c.var.locale)
    if (!count || budget.archive || count.content.ties.length === 0 || count.content.seed !== null) return conflict(c, t('cannot.no-tie'))
    const form = await submitted(c, LotForm)
    if (!form.ok) return conductPage(c, budget, form, 422)
    await addLot(c.var, budget.id, form.value)
    await countAgain(c.var, budget)
    return redirect(c, `${budgetPath(budget.id)}/resultats`)
  })
  .get('/budgets/:budget/resultats', anyone, async c => {
    const budget = await budgetOf(c)
    const count = budget && (await readCount(c.var, budget.id))
    if (!budget || !count) return notFound(c)
    const { locale } = c.var
    const { districts, ages } = await groupsOf(c.var, locale)
    const named = (options: typeof districts) => new Map(options.map(({ value, label }) => [value, label]))
    return page(
      c,
      <ResultsPage
        t={words(locale)}
        locale={locale}
        budget={budget}
        count={count}
        lot={await readLot(c.var, budget.id)}
        map={await mapOf(c.var, budget)}
        ideas={await readProjects(c.var, budget.id)}
        labels={{ districts: named(districts), ages: named(ages) }}
      />,
    )
  })
  .get('/budgets/:budget/methode', anyone, async c => {
    const budget = await budgetOf(c)
    if (!budget) return notFound(c)
    const { locale } = c.var
    return page(c, <MethodPage t={words(locale)} locale={locale} budget={budget} count={await readCount(c.var, budget.id)} />)
  })
  .get('/budgets/:budget/bulletins.pb', anyone, async c => {
    const budget = await budgetOf(c)
    const count = budget && (await readCount(c.var, budget.id))
    if (!budget || !count) return notFound(c)
    return download(c, { name: `budget-${budget.id}.pb`, type: 'text/plain; charset=utf-8', body: await exportFile(c.var, budget, count) })
  })
