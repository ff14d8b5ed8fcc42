import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { conflict, forbidden, notFound, page, redirect, resident, router, signedIn, submitted } from '#kernel/http'
import { markOf, mayTakePart } from '#modules/roll'
import { VoteForm } from '../forms.ts'
import { type T, words } from '../locales/index.ts'
import { OwnBallotPage } from '../pages/OwnBallotPage.tsx'
import { VotePage } from '../pages/VotePage.tsx'
import { type Ballot, questionsOf } from '../queries/ballots.ts'
import { actOf, type Cast, castBallot, ownBallot, saveDraft } from '../queries/castBallot.ts'
import { readAnswers, typedAnswers } from '../rules/answers.ts'
import { canVoteAt } from '../rules/life.ts'
import type { BallotTables } from '../schema.ts'
import { found, type Request } from './reads.ts'

const base = '/votes/:ballot'

/** The booth of a public vote: answering, keeping a draft, casting, changing, and the receipt. */
export const voteRoutes = router<BallotTables>()
  .get(`${base}/voter`, resident, async c => {
    const ballot = await found(c)
    if (!ballot) return notFound(c)
    const refusal = await whyNot(c, ballot)
    if (refusal) return refusal
    const own = await ownBallot(c.var, ballot.id, signedIn(c).personId)
    const answers = (own.draft ?? own.cast)?.answers ?? []
    return votePage(c, ballot, emptyForm(VoteForm, typedAnswers(await questionsOf(c.var, ballot.id), answers)))
  })
  .post(`${base}/voter`, resident, async c => {
    const ballot = await found(c)
    if (!ballot) return notFound(c)
    const t = words(c.var.locale)
    const verdict = canVoteAt(ballot, c.var.now)
    if (!verdict.ok) return conflict(c, t(`refusal.${verdict.because}`))
    const { personId } = signedIn(c)
    const form = await submitted(c, VoteForm)
    // Casting checks everything in its own statements; a draft, and a page to draw again, are checked here.
    if (!form.ok || form.value['act'] === 'draft') {
      const refusal = await whyNot(c, ballot)
      if (refusal) return refusal
    }
    const questions = await questionsOf(c.var, ballot.id)
    const { answers, errors } = readAnswers(questions, form.values)
    if (errors.length > 0) {
      const wrong = errors.reduce<Form<VoteForm>>(
        (left, one) => refuseField(left, one.field, t(`answer.${one.because}`, { n: one.most })),
        {
          values: form.values,
          errors: {},
        },
      )
      return votePage(c, ballot, wrong, 422)
    }
    if (!form.ok) return votePage(c, ballot, form, 422)
    if (form.value['act'] === 'draft') {
      await saveDraft(c.var, ballot.id, personId, answers)
      return redirect(c, `/votes/${ballot.id}/voter`)
    }
    const cast = await castBallot(c.var, ballot.id, personId, answers)
    return cast.ok ? redirect(c, `/votes/${ballot.id}/mon-bulletin`) : refusedCast(c, cast)
  })
  .get(`${base}/mon-bulletin`, resident, async c => {
    const ballot = await found(c)
    if (!ballot) return notFound(c)
    const { cast } = await ownBallot(c.var, ballot.id, signedIn(c).personId)
    if (!cast || cast.isHidden) return redirect(c, `/votes/${ballot.id}`)
    return page(c, <OwnBallotPage t={words(c.var.locale)} ballot={ballot} questions={await questionsOf(c.var, ballot.id)} cast={cast} />)
  })

/** What stands in the way of voting, answered in words; null when nothing does. */
const whyNot = async (c: Request, ballot: Ballot): Promise<Response | null> => {
  const t = words(c.var.locale)
  const { personId } = signedIn(c)
  const verdict = canVoteAt(ballot, c.var.now)
  if (!verdict.ok) return conflict(c, t(`refusal.${verdict.because}`))
  if (ballot.isSecret) return conflict(c, t('refusal.secret'))
  if (c.var.actor.onBehalf?.channel === 'guardian') return forbidden(c, t('refusal.guardian'))
  const mark = await markOf(c.var, { act: actOf(ballot.id), personId })
  if (mark?.channel === 'paper' || mark?.channel === 'station') return conflict(c, t(`refusal.already.${mark.channel}`))
  const standing = await mayTakePart(c.var, { rule: ballot.rule, personId })
  return standing.ok ? null : forbidden(c, t('refusal.not-on-the-roll'))
}

const refusedCast = (c: Request, cast: Cast & { ok: false }) => {
  const t: T = words(c.var.locale)
  if (cast.because === 'none') return notFound(c)
  if (cast.because === 'guardian') return forbidden(c, t('refusal.guardian'))
  if (cast.because === 'not-on-the-roll') return forbidden(c, t('refusal.not-on-the-roll'))
  if (cast.because === 'already') return conflict(c, t(`refusal.already.${cast.channel}`))
  return conflict(c, t(`refusal.${cast.because}`))
}

const votePage = async (c: Request, ballot: Ballot, form: Form<VoteForm>, status: 200 | 422 = 200) =>
  page(
    c,
    <VotePage
      {...{ t: words(c.var.locale), ballot, form }}
      questions={await questionsOf(c.var, ballot.id)}
      own={await ownBallot(c.var, ballot.id, signedIn(c).personId)}
    />,
    status,
  )
