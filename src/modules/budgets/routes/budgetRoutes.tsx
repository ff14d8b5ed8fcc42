import { isFollowing } from '#engines/following'
import { emptyForm, type Form, type FormValues, refuseField, type Submission } from '#kernel/forms'
import { agent, anyone, notFound, page, pageOf, redirect, router, submitted, townHall } from '#kernel/http'
import { markOf, rulesInForce, turnoutOf } from '#modules/roll'
import { winnersOf } from '../count/content.ts'
import { BudgetForm, LotForm } from '../forms.ts'
import { words } from '../locales/index.ts'
import { BudgetFormPage } from '../pages/BudgetFormPage.tsx'
import { BudgetPage } from '../pages/BudgetPage.tsx'
import { BudgetsPage } from '../pages/BudgetsPage.tsx'
import { ConductPage } from '../pages/ConductPage.tsx'
import { IdeasPage, shownStates } from '../pages/IdeasPage.tsx'
import { RulesPage } from '../pages/RulesPage.tsx'
import { voteAct } from '../participation.ts'
import { countBallots, readDraft } from '../queries/ballots.ts'
import {
  addBudget,
  type Budget,
  changeBudget,
  holdBudget,
  publishBudget,
  readBudgets,
  readRulesVersions,
  readSectors,
} from '../queries/budgets.ts'
import { readCount } from '../queries/counts.ts'
import { countIdeas, readIdeas, readProjects } from '../queries/ideas.ts'
import { refusedChanges, wrongDay } from '../rules/frozen.ts'
import type { BudgetRules } from '../rules/terms.ts'
import type { Tables } from '../schema.ts'
import { budgetOf, mapOf, type Request, ruleNamesOf } from './reads.ts'
import { budgetPath, budgetSubject } from '../rules/sitePath.ts'

/** Budgets, their rules, their ideas, and what the town hall does to run them. */
export const budgetRoutes = router<Tables>()
  .get('/budgets', anyone, async c => {
    const isTownHall = townHall.allows(c.var.actor)
    const budgets = await readBudgets(c.var, isTownHall)
    return page(c, <BudgetsPage t={words(c.var.locale)} locale={c.var.locale} budgets={budgets} isTownHall={isTownHall} />)
  })
  .get('/budgets/nouveau', agent, c => formPage(c, null, emptyForm(BudgetForm, { voteKind: 'approval', method: 'equal-shares' })))
  .post('/budgets', agent, async c => {
    const form = await checked(c, null)
    if (!form.ok) return formPage(c, null, form, 422)
    const id = await addBudget(c.var, wordsOf(form.value), rulesOf(form.value))
    return redirect(c, `${budgetPath(id)}/conduite`)
  })

  .get('/budgets/:budget', anyone, async c => {
    const budget = await budgetOf(c)
    return budget ? budgetPage(c, budget) : notFound(c)
  })
  .get('/budgets/:budget/idees', anyone, async c => {
    const budget = await budgetOf(c)
    return budget ? ideasPage(c, budget) : notFound(c)
  })
  .get('/budgets/:budget/regles', anyone, async c => {
    const budget = await budgetOf(c)
    if (!budget) return notFound(c)
    const { locale } = c.var
    return page(
      c,
      <RulesPage
        t={words(locale)}
        locale={locale}
        budget={budget}
        versions={await readRulesVersions(c.var, budget.id)}
        sectors={await readSectors(c.var, budget.id)}
        ruleNames={await ruleNamesOf(c.var, budget)}
        isTownHall={agent.allows(c.var.actor)}
      />,
    )
  })
  .get('/budgets/:budget/regles/modifier', agent, async c => {
    const budget = await budgetOf(c)
    if (!budget || budget.archive) return notFound(c)
    return formPage(c, budget, emptyForm(BudgetForm, await typedOf(c, budget)))
  })
  .post('/budgets/:budget/regles', agent, async c => {
    const id = c.req.param('budget') ?? '0'
    await holdBudget(c.var, id)
    const budget = await budgetOf(c)
    if (!budget || budget.archive) return notFound(c)
    const form = await checked(c, budget)
    if (!form.ok) return formPage(c, budget, form, 422)
    await changeBudget(c.var, budget, wordsOf(form.value), rulesOf(form.value), form.value.note)
    return redirect(c, `${budgetPath(budget.id)}/regles`)
  })
  .get('/budgets/:budget/conduite', townHall, async c => {
    const budget = await budgetOf(c)
    return budget ? conductPage(c, budget) : notFound(c)
  })
  .post('/budgets/:budget/publication', agent, async c => {
    await holdBudget(c.var, c.req.param('budget') ?? '0')
    const budget = await budgetOf(c)
    if (!budget) return notFound(c)
    if (budget.publishedAt === null) await publishBudget(c.var, budget)
    return redirect(c, budgetPath(budget.id))
  })

const wordsOf = ({ title, summary, sectors }: BudgetForm) => ({
  title,
  summary,
  sectors: sectors
    .split('\n')
    .map(line => line.trim().slice(0, 100).toWellFormed())
    .filter(line => line !== '')
    .slice(0, 30),
})

const rulesOf = (value: BudgetForm): Omit<BudgetRules, 'version'> => ({
  envelopeCents: value.envelope * 100,
  ceilingCents: value.ceiling === null ? null : value.ceiling * 100,
  ideasFrom: value.ideasFrom,
  ideasUntil: value.ideasUntil,
  studyUntil: value.studyUntil,
  voteFrom: value.voteFrom,
  voteUntil: value.voteUntil,
  proposeRule: value.proposeRule,
  voteRule: value.voteRule,
  voteKind: value.voteKind,
  mostChoices: value.voteKind === 'approval' ? value.mostChoices : null,
  points: value.voteKind === 'points' ? value.points : null,
  method: value.method,
})

const typedOf = async (c: Request, { id, title, summary, rules }: Budget): Promise<FormValues> => ({
  title,
  summary,
  sectors: (await readSectors(c.var, id)).map(({ name }) => name).join('\n'),
  envelope: String(rules.envelopeCents / 100),
  ceiling: rules.ceilingCents === null ? '' : String(rules.ceilingCents / 100),
  ideasFrom: rules.ideasFrom,
  ideasUntil: rules.ideasUntil,
  studyUntil: rules.studyUntil,
  voteFrom: rules.voteFrom,
  voteUntil: rules.voteUntil,
  proposeRule: rules.proposeRule ?? '',
  voteRule: rules.voteRule ?? '',
  voteKind: rules.voteKind,
  mostChoices: rules.mostChoices === null ? '' : String(rules.mostChoices),
  points: rules.points === null ? '' : String(rules.points),
  method: rules.method,
})

const fieldOf = { envelopeCents: 'envelope', ceilingCents: 'ceiling' } as const

/** The form held against the rules: days in order, points said, nothing frozen changed. */
const checked = async (c: Request, budget: Budget | null): Promise<Submission<BudgetForm>> => {
  const form = await submitted(c, BudgetForm)
  if (!form.ok) return form
  const t = words(c.var.locale)
  const { value } = form
  const day = wrongDay(value)
  if (day) return refuseField(form, day, t('form.dayWrong'))
  if (value.voteKind === 'points' && value.points === null) return refuseField(form, 'points', t('form.pointsMissing'))
  if (value.ceiling !== null && value.ceiling > value.envelope) return refuseField(form, 'ceiling', t('form.ceilingWrong'))
  const known = new Set((await rulesInForce(c.var)).map(({ id }) => id))
  for (const field of ['proposeRule', 'voteRule'] as const) {
    const rule = value[field]
    if (rule !== null && !known.has(rule) && budget?.rules[field] !== rule) return refuseField(form, field, t('form.ruleWrong'))
  }
  const [frozen] = budget ? refusedChanges(budget.rules, rulesOf(value), budget.publishedAt !== null, c.var.today) : []
  if (frozen)
    return refuseField(form, frozen in fieldOf ? fieldOf[frozen as keyof typeof fieldOf] : (frozen as keyof BudgetForm), t('form.frozen')) // the other rules have the names of their fields
  return budget?.publishedAt && value.note === '' ? refuseField(form, 'note', t('form.noteMissing')) : form
}

const formPage = async (c: Request, budget: Budget | null, form: Form<BudgetForm>, status: 200 | 422 = 200) =>
  page(
    c,
    <BudgetFormPage t={words(c.var.locale)} locale={c.var.locale} form={form} budget={budget} rollRules={await rulesInForce(c.var)} />,
    status,
  )

/** The numbers of the ideas that won, once there is a count. */
export const winnersIn = async (c: Request, budget: Budget): Promise<ReadonlySet<string> | undefined> => {
  const count = budget.isCounted ? await readCount(c.var, budget.id) : null
  if (!count) return undefined
  const won = new Set(winnersOf(count.content))
  return new Set(count.content.projects.filter(({ id }) => won.has(id)).map(({ idea }) => idea))
}

const budgetPage = async (c: Request, budget: Budget) => {
  const { locale, actor } = c.var
  const isVoted = budget.phase === 'vote' || budget.isCounted
  const shown = isVoted ? await readProjects(c.var, budget.id) : await readIdeas(c.var, { budget: budget.id }, { size: 60, start: 0 })
  const winners = await winnersIn(c, budget)
  const count = await readCount(c.var, budget.id)
  const won = count ? new Set(winnersOf(count.content)) : null
  return page(
    c,
    <BudgetPage
      t={words(locale)}
      locale={locale}
      budget={budget}
      sectors={await readSectors(c.var, budget.id)}
      map={await mapOf(c.var, budget)}
      shown={winners ? shown.toSorted((a, b) => Number(winners.has(b.id)) - Number(winners.has(a.id))) : shown}
      counts={{
        ideas: await countIdeas(c.var, { budget: budget.id }),
        projects: await countIdeas(c.var, { budget: budget.id, state: 'admissible' }),
        ballots: await ballotsOf(c, budget),
      }}
      winners={winners}
      spent={count && won ? count.content.projects.filter(({ id }) => won.has(id)).reduce((sum, { cost }) => sum + cost, 0) : null}
      ruleNames={await ruleNamesOf(c.var, budget)}
      own={await ownOf(c, budget)}
      isTownHall={townHall.allows(actor)}
      isFollowing={actor.personId === null ? null : await isFollowing(c.var, budgetSubject(budget.id), actor.personId)}
    />,
  )
}

/** How many voted: on the roll while the vote runs, in the box afterwards. */
const ballotsOf = async (c: Request, { id, phase }: Budget) => {
  const counts = phase === 'vote' ? await turnoutOf(c.var, voteAct(id)) : await countBallots(c.var, id)
  return Object.values(counts).reduce((sum, n) => sum + n, 0)
}

const ownOf = async (c: Request, budget: Budget) => {
  const { personId } = c.var.actor
  if (budget.phase !== 'vote' || personId === null) return null
  if (await markOf(c.var, { act: voteAct(budget.id), personId })) return 'cast'
  return (await readDraft(c.var, budget.id, personId)) ? 'draft' : 'none'
}

const ideasPage = async (c: Request, budget: Budget) => {
  const asked = pageOf(c, 30)
  const query = (name: string) => c.req.query(name) ?? ''
  const state = shownStates.find(one => one === query('etat')) ?? null
  const sector = /^[1-9]\d{0,17}$/.test(query('secteur')) ? query('secteur') : null
  // oxlint-disable-next-line no-control-regex
  const sought = query('q')
    .toWellFormed()
    .replace(/[\u0000-\u001f]/g, ' ')
    .slice(0, 200)
    .trim()
  const filter = { budget: budget.id, state, sector, words: sought }
  const found = await readIdeas(c.var, filter, { size: asked.size + 1, start: asked.start })
  return page(
    c,
    <IdeasPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      budget={budget}
      ideas={found.slice(0, asked.size)}
      map={await mapOf(c.var, budget)}
      sectors={await readSectors(c.var, budget.id)}
      asked={{ words: sought, sector: sector ?? '', state: state ?? '' }}
      pageNumber={asked.number}
      hasMore={found.length > asked.size}
      total={await countIdeas(c.var, filter)}
      winners={await winnersIn(c, budget)}
    />,
  )
}

/** What awaits the town hall; `lot` carries back what was typed. */
export const conductPage = async (c: Request, budget: Budget, lot: Form<LotForm> = emptyForm(LotForm), status: 200 | 422 = 200) => {
  const count = await readCount(c.var, budget.id)
  const won = await winnersIn(c, budget)
  const ideas = await readIdeas(c.var, { budget: budget.id })
  const awaitsLot = count !== null && count.content.ties.length > 0 && count.content.seed === null
  return page(
    c,
    <ConductPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      budget={budget}
      waiting={
        budget.phase === 'ideas' || budget.phase === 'study' ? ideas.filter(({ state }) => state === 'idea' || state === 'to-adapt') : []
      }
      lot={awaitsLot && !budget.archive ? { form: lot, ties: count.content.ties } : null}
      winnersWithoutMeasure={budget.archive ? [] : ideas.filter(({ id, measure }) => won?.has(id) && measure === null)}
    />,
    status,
  )
}
