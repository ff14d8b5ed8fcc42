import { emptyForm, type Form, type FormValues, refuseField } from '#kernel/forms'
import { anyone, conflict, forbidden, notFound, page, redirect, resident, router, signedIn, submitted } from '#kernel/http'
import { markAct, markOf, revokeAct, ruleById } from '#modules/roll'
import { BallotForm, RevokeForm } from '../forms.ts'
import { words } from '../locales/index.ts'
import { BallotPage, type BallotProps } from '../pages/BallotPage.tsx'
import { OwnBallotPage } from '../pages/OwnBallotPage.tsx'
import { PaperBallotPage } from '../pages/PaperBallotPage.tsx'
import { channelOf, mayVote, voteAct } from '../participation.ts'
import { castBallot, readBallot, readDraft, removeBallot, saveDraft } from '../queries/ballots.ts'
import { type Budget, holdBudget } from '../queries/budgets.ts'
import { type Idea, readProjects } from '../queries/ideas.ts'
import { issueSheet } from '../queries/sheets.ts'
import { type Choices, checkBallot, totalsOf } from '../rules/ballots.ts'
import { choicesFrom } from '../rules/choicesFrom.ts'
import { rotated } from '../rules/rotation.ts'
import type { Tables } from '../schema.ts'
import { budgetOf, groupsOf, type Request } from './reads.ts'
import { budgetPath } from '../rules/sitePath.ts'

/** Voting: a draft that says it is one, read over, cast, changed until the close; paper handed out at the desk. */
export const ballotRoutes = router<Tables>()
  .get('/budgets/:openBudget/vote', anyone, async c => {
    const budget = await budgetOf(c)
    if (!budget) return notFound(c)
    if (budget.phase !== 'vote') return conflict(c, words(c.var.locale)('cannot.not-vote'))
    const own = await ownBallot(c, budget)
    const asksToChange = c.req.query('modifier') === 'oui'
    if (own.is === 'cast' && !asksToChange) return ownPage(c, budget, own.choices, 'cast', emptyForm(BallotForm))
    return ballotPage(c, budget, own.draft ?? own.choices, emptyForm(BallotForm, own.values))
  })
  .post('/budgets/:openBudget/vote', resident, async c => {
    const budget = await budgetOf(c)
    if (!budget) return notFound(c)
    const t = words(c.var.locale)
    if (budget.phase !== 'vote') return conflict(c, t('cannot.not-vote'))
    if (!(await mayVote(c.var, budget)).ok) return forbidden(c, t('cannot.participate'))
    const form = await submitted(c, BallotForm)
    const projects = await readProjects(c.var, budget.id)
    const choices = choicesFrom(budget.rules.voteKind, form.values, new Set(projects.map(({ id }) => id)))
    if (!form.ok) return ballotPage(c, budget, choices, form, 422)
    const { personId } = signedIn(c)
    if (form.value.act === 'save') {
      await saveDraft(c.var, budget.id, personId, choices)
      return redirect(c, `${budgetPath(budget.id)}/vote?modifier=oui#total`)
    }
    const verdict = checkBallot(budget.rules, projects.map(costed), choices)
    if (!verdict.ok) return ballotPage(c, budget, choices, refuseField(form, '', t(`ballot.cannot.${verdict.because}`)), 422)
    if (form.value.act === 'review') {
      await saveDraft(c.var, budget.id, personId, choices)
      return ownPage(c, budget, choices, 'review', form)
    }
    return cast(c, budget, personId, choices, form.value)
  })
  .post('/budgets/:openBudget/vote/annulation', resident, async c => {
    const budget = await budgetOf(c)
    if (!budget) return notFound(c)
    const t = words(c.var.locale)
    if (budget.phase !== 'vote') return conflict(c, t('cannot.not-vote'))
    const { personId, onBehalf } = signedIn(c)
    if (onBehalf === null || onBehalf.channel === 'guardian') return forbidden(c)
    const form = await submitted(c, RevokeForm)
    if (!form.ok) return ownPage(c, budget, (await ownBallot(c, budget)).choices, 'cast', emptyForm(BallotForm), form, 422)
    await revokeAct(c.var, { act: voteAct(budget.id), personId, because: form.value.because })
    await removeBallot(c.var, budget.id, personId)
    return redirect(c, `${budgetPath(budget.id)}/vote/papier`)
  })
  .get('/budgets/:openBudget/vote/papier', anyone, async c => {
    const budget = await budgetOf(c)
    return budget ? paperPage(c, budget, null) : notFound(c)
  })
  .post('/budgets/:openBudget/vote/papier', resident, async c => {
    const budget = await budgetOf(c)
    if (!budget) return notFound(c)
    const t = words(c.var.locale)
    if (budget.phase !== 'vote') return conflict(c, t('cannot.not-vote'))
    const { personId, onBehalf } = signedIn(c)
    if (onBehalf === null || onBehalf.channel === 'guardian') return forbidden(c)
    if (!(await mayVote(c.var, budget)).ok) return forbidden(c, t('cannot.participate'))
    if (await markOf(c.var, { act: voteAct(budget.id), personId })) return conflict(c, t('ballot.already.screen'))
    const marked = await markAct(c.var, { act: voteAct(budget.id), personId, channel: 'paper' })
    if (!marked.ok) return conflict(c, t(`ballot.already.${marked.channel}`))
    return paperPage(c, budget, await issueSheet(c.var, budget.id))
  })

const costed = ({ id, costCents }: Idea) => ({ id, costCents: costCents ?? 0 })

const cast = async (
  c: Request,
  { id }: Budget,
  personId: string,
  choices: Choices,
  { district, age }: { readonly district: string; readonly age: string },
) => {
  const t = words(c.var.locale)
  // The count takes the budget first too: a ballot is before the close, or refused.
  await holdBudget(c.var, id)
  const still = await budgetOf(c)
  if (still?.phase !== 'vote') return conflict(c, t('cannot.not-vote'))
  const marked = await markAct(c.var, { act: voteAct(id), personId, channel: channelOf(c.var) })
  if (!marked.ok) return conflict(c, t(`ballot.already.${marked.channel}`))
  const groups = await groupsOf(c.var, c.var.locale)
  const known = (options: readonly { readonly value: string }[], said: string) =>
    options.some(({ value }) => value === said) ? said : null
  await castBallot(c.var, id, personId, { choices, district: known(groups.districts, district), age: known(groups.ages, age) })
  return redirect(c, `${budgetPath(id)}/vote`)
}

/** What this person keeps: the ballot cast, the draft, or nothing. */
const ownBallot = async (c: Request, { id }: Budget) => {
  const { personId } = c.var.actor
  const ballot = personId === null ? null : await readBallot(c.var, id, personId)
  const draft = personId === null ? null : await readDraft(c.var, id, personId)
  const values: FormValues = { district: ballot?.district ?? '', age: ballot?.age ?? '' }
  return { is: ballot ? 'cast' : draft ? 'draft' : 'none', choices: ballot?.choices ?? draft ?? {}, draft, values } as const
}

const ballotPage = async (c: Request, budget: Budget, choices: Choices, form: Form<BallotForm>, status: 200 | 422 = 200) => {
  const { locale } = c.var
  const projects = await readProjects(c.var, budget.id)
  const own = await ownBallot(c, budget)
  const rule = budget.rules.voteRule === null ? null : await ruleById(c.var.db as never, c.var.body.id, budget.rules.voteRule) // the roll reads its own table
  const props: BallotProps = {
    t: words(locale),
    locale,
    budget,
    projects: rotated(projects, budget.rules.voteFrom, c.var.today),
    choices,
    totals: totalsOf(projects.map(costed), choices),
    own: own.is === 'cast' ? 'changing' : own.is,
    form,
    standing: await mayVote(c.var, budget),
    minimumAge: rule?.minimumAge ?? null,
    groups: await groupsOf(c.var, locale),
  }
  return page(c, <BallotPage {...props} />, status)
}

const ownPage = async (
  c: Request,
  budget: Budget,
  choices: Choices,
  is: 'review' | 'cast',
  form: Form<BallotForm>,
  revoke: Form<RevokeForm> = emptyForm(RevokeForm),
  status: 200 | 422 = 200,
) => {
  const projects = await readProjects(c.var, budget.id)
  const { onBehalf } = c.var.actor
  return page(
    c,
    <OwnBallotPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      budget={budget}
      chosen={projects.filter(({ id }) => choices[id] !== undefined)}
      choices={choices}
      totalCents={totalsOf(projects.map(costed), choices).cents}
      is={is}
      form={form}
      revoke={is === 'cast' && onBehalf !== null && onBehalf.channel !== 'guardian' ? revoke : null}
    />,
    status,
  )
}

const paperPage = async (c: Request, budget: Budget, code: string | null) =>
  page(
    c,
    <PaperBallotPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      budget={budget}
      projects={rotated(await readProjects(c.var, budget.id), budget.rules.voteFrom, c.var.today)}
      code={code}
      canIssue={budget.phase === 'vote' && c.var.actor.onBehalf !== null && c.var.actor.onBehalf.channel !== 'guardian'}
    />,
  )
