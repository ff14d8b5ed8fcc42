import { emptyForm, type Form } from '#kernel/forms'
import { agent, conflict, forbidden, notFound, page, redirect, router, signedIn, submitted } from '#kernel/http'
import { knownPerson, markOf, mayTakePart, peopleNamed, ruleById } from '#modules/roll'
import { MarkForm, RevokeForm } from '../forms.ts'
import { words } from '../locales/index.ts'
import { StationPage, type Voter } from '../pages/StationPage.tsx'
import { type Ballot, ballotById } from '../queries/ballots.ts'
import { actOf } from '../queries/castBallot.ts'
import { markAtStation, revokeBallot } from '../queries/station.ts'
import { canVoteAt } from '../rules/life.ts'
import type { BallotTables } from '../schema.ts'
import type { Request } from './reads.ts'

const base = '/votes/:ballot/bureau'
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The polling station: who votes there can no longer vote on line, and the reverse is settled here, before the close. */
export const stationRoutes = router<BallotTables>()
  .get(base, agent, async c => {
    const ballot = await openBallot(c)
    if (ballot instanceof Response) return ballot
    const asked = c.req.query('personne') ?? ''
    const voter = uuid.test(asked) ? await voterAt(c, ballot, asked) : null
    return stationPage(c, ballot, voter, emptyForm(RevokeForm))
  })
  .post(`${base}/marques`, agent, async c => {
    const ballot = await openBallot(c)
    if (ballot instanceof Response) return ballot
    const t = words(c.var.locale)
    const form = await submitted(c, MarkForm)
    if (!form.ok) return conflict(c, t('station.choose'))
    const voter = await voterAt(c, ballot, form.value.person)
    if (!voter) return notFound(c)
    if (!voter.standing.ok) return forbidden(c, t('station.notOnTheRoll', { name: voter.name }))
    if (voter.id === signedIn(c).personId) return conflict(c, t('station.self'))
    const marked = await markAtStation(c.var, ballot, { personId: voter.id, channel: form.value.channel })
    if (!marked.ok) return conflict(c, t(`station.already.${marked.channel}`))
    return redirect(c, `/votes/${ballot.id}/bureau?personne=${voter.id}`)
  })
  .post(`${base}/revocation`, agent, async c => {
    const ballot = await openBallot(c)
    if (ballot instanceof Response) return ballot
    const form = await submitted(c, RevokeForm)
    const typed = [form.values['person'] ?? ''].flat()[0] ?? ''
    const voter = uuid.test(typed) ? await voterAt(c, ballot, typed) : null
    if (!voter) return notFound(c)
    if (!form.ok) return stationPage(c, ballot, voter, form, 422)
    const revoked = await revokeBallot(c.var, ballot, { personId: voter.id, because: form.value.reason })
    if (!revoked.ok) return conflict(c, words(c.var.locale)(`station.${revoked.because}`))
    return redirect(c, `/votes/${ballot.id}/bureau?personne=${voter.id}`)
  })

const openBallot = async (c: Request): Promise<Ballot | Response> => {
  const ballot = await ballotById(c.var, c.req.param('ballot')!)
  if (!ballot) return notFound(c)
  const verdict = canVoteAt(ballot, c.var.now)
  return verdict.ok ? ballot : conflict(c, words(c.var.locale)(`refusal.${verdict.because}`))
}

const voterAt = async (c: Request, ballot: Ballot, id: string): Promise<Voter | null> => {
  const person = await knownPerson(c.var, id)
  if (!person) return null
  const mark = await markOf(c.var, { act: actOf(ballot.id), personId: id })
  return { ...person, mark, standing: await mayTakePart(c.var, { rule: ballot.rule, personId: id }) }
}

const stationPage = async (c: Request, ballot: Ballot, voter: Voter | null, revoke: Form<RevokeForm>, status: 200 | 422 = 200) => {
  const typed = (c.req.query('nom') ?? '').toWellFormed().replaceAll('\0', '').trim().slice(0, 80)
  const rule = await ruleById(c.var.db, c.var.body.id, ballot.rule)
  return page(
    c,
    <StationPage
      {...{ t: words(c.var.locale), locale: c.var.locale, ballot, typed, voter, revoke }}
      found={typed.length > 1 ? await peopleNamed(c.var, typed) : null}
      minimumAge={rule?.minimumAge ?? null}
    />,
    status,
  )
}
