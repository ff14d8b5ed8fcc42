import { emptyForm, type Form } from '#kernel/forms'
import { agent, conflict, notFound, page, redirect, router, submitted, townHall } from '#kernel/http'
import { turnoutOf } from '#modules/roll'
import { ReasonForm } from '../forms.ts'
import { words } from '../locales/index.ts'
import { RunPage } from '../pages/RunPage.tsx'
import { type Ballot, ballotById, questionsOf } from '../queries/ballots.ts'
import { actOf } from '../queries/castBallot.ts'
import { cancelBallot } from '../queries/cancelBallot.ts'
import { enterStep } from '../queries/changeBallot.ts'
import { countingTables } from '../queries/paper.ts'
import { publishResult } from '../results/publishResult.ts'
import { canAnnounce, canCancel, canPublish } from '../rules/life.ts'
import type { BallotTables } from '../schema.ts'
import { beginBoard, mayAnnounceSecret } from '../secret/index.ts'
import type { Request } from './reads.ts'

const base = '/votes/:draftBallot'

/** The town hall runs a vote: announces, cancels with a reason, publishes. Opening, closing and counting are the clock's. */
export const runRoutes = router<BallotTables>()
  .get(`${base}/conduite`, townHall, async c => {
    const ballot = await asked(c)
    return ballot ? runPage(c, ballot, emptyForm(ReasonForm)) : notFound(c)
  })
  .post(`${base}/annonce`, agent, async c => {
    const ballot = await asked(c)
    if (!ballot) return notFound(c)
    const obstacle = await announceObstacle(c, ballot)
    if (obstacle) return conflict(c, obstacle)
    if (ballot.isSecret) await beginBoard(c.var, ballot)
    await enterStep(c.var, ballot, 'announced', { content: { opensAt: ballot.opensAt, closesAt: ballot.closesAt } })
    return redirect(c, `/votes/${ballot.id}`)
  })
  .post(`${base}/annulation`, agent, async c => {
    const ballot = await asked(c)
    if (!ballot) return notFound(c)
    if (!canCancel(ballot, c.var.now).ok) return conflict(c, words(c.var.locale)('refusal.too-late'))
    const form = await submitted(c, ReasonForm)
    if (!form.ok) return runPage(c, ballot, form, 422)
    await cancelBallot(c.var, ballot, form.value.reason)
    return redirect(c, `/votes/${ballot.id}`)
  })
  .post(`${base}/publication`, agent, async c => {
    const ballot = await asked(c)
    if (!ballot) return notFound(c)
    const obstacle = await publishObstacle(c, ballot)
    if (obstacle) return conflict(c, obstacle)
    await publishResult(c.var, ballot)
    return redirect(c, `/votes/${ballot.id}/resultats`)
  })

const asked = (c: Request): Promise<Ballot | null> => ballotById(c.var, c.req.param('draftBallot')!)

const announceObstacle = async (c: Request, ballot: Ballot): Promise<string | null> => {
  const t = words(c.var.locale)
  const questions = (await questionsOf(c.var, ballot.id)).map(one => ({ options: one.options.length }))
  const verdict = canAnnounce({ ...ballot, now: c.var.now, questions })
  if (!verdict.ok) return t(`refusal.${verdict.because}`)
  if (!ballot.isSecret) return null
  const secret = await mayAnnounceSecret(c.var, ballot)
  return secret.ok ? null : t(`refusal.${secret.because}`)
}

const publishObstacle = async (c: Request, ballot: Ballot): Promise<string | null> => {
  const verdict = canPublish({ ...ballot, tables: await countingTables(c.var, ballot.id) })
  return verdict.ok ? null : words(c.var.locale)(`refusal.${verdict.because}`)
}

const runPage = async (c: Request, ballot: Ballot, cancel: Form<ReasonForm>, status: 200 | 422 = 200) => {
  const obstacle =
    ballot.state === 'draft' ? await announceObstacle(c, ballot) : ballot.state === 'counted' ? await publishObstacle(c, ballot) : null
  return page(
    c,
    <RunPage
      {...{ t: words(c.var.locale), ballot, cancel, obstacle }}
      questions={await questionsOf(c.var, ballot.id)}
      turnout={await turnoutOf(c.var, actOf(ballot.id))}
      unsettled={(await countingTables(c.var, ballot.id)).filter(table => !table.isSettled).length}
    />,
    status,
  )
}
