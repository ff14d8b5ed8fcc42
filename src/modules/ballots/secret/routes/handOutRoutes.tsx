import { agent, conflict, forbidden, notFound, page, redirect, router, submitted } from '#kernel/http'
import { record } from '#kernel/journal'
import { knownPerson, markAct, markOf, mayTakePart, peopleNamed, ruleById } from '#modules/roll'
import { words } from '../../locales/index.ts'
import type { Ballot } from '../../queries/ballots.ts'
import { actOf } from '../../queries/castBallot.ts'
import { canVoteAt } from '../../rules/life.ts'
import type { BallotTables } from '../../schema.ts'
import { HandOutForm } from '../forms.ts'
import { secretWords } from '../locales.ts'
import { HandOutPage } from '../pages/HandOutPage.tsx'
import { found, type Request } from './reads.ts'

const path = '/votes/:secretBallot/secret/remise'

/** One person, one code: the roll says that one was handed out, and cannot say which. */
export const handOutRoutes = router<BallotTables>()
  .get(path, agent, async c => {
    const ballot = await announced(c)
    if (ballot instanceof Response) return ballot
    const typed = (c.req.query('nom') ?? '').toWellFormed().replaceAll('\0', '').trim().slice(0, 80)
    const asked = HandOutForm.safeParse({ person: c.req.query('personne') ?? '' })
    const rule = await ruleById(c.var.db, c.var.body.id, ballot.rule)
    return page(
      c,
      <HandOutPage
        {...{ t: secretWords(c.var.locale), locale: c.var.locale, ballot, typed }}
        found={typed.length > 1 ? await peopleNamed(c.var, typed) : null}
        person={asked.success ? await personAt(c, ballot, asked.data.person) : null}
        minimumAge={rule?.minimumAge ?? null}
      />,
    )
  })
  .post(path, agent, async c => {
    const ballot = await announced(c)
    if (ballot instanceof Response) return ballot
    const form = await submitted(c, HandOutForm)
    const person = form.ok ? await personAt(c, ballot, form.value.person) : null
    if (!person) return notFound(c)
    const t = words(c.var.locale)
    if (!person.standing.ok) return forbidden(c, t('station.notOnTheRoll', { name: person.name }))
    const marked = await markAct(c.var, { act: actOf(ballot.id), personId: person.id, channel: 'screen' })
    if (!marked.ok) return conflict(c, t(`station.already.${marked.channel}`))
    if (!marked.isNew) return conflict(c, secretWords(c.var.locale)('hand.marked'))
    await record(c.var, 'ballot.codeHandedOut', { subject: actOf(ballot.id), content: { person: person.id } })
    return redirect(c, `/votes/${ballot.id}/secret/remise?personne=${person.id}`)
  })

/** Codes are handed out from the announcement to the close. */
const announced = async (c: Request): Promise<Ballot | Response> => {
  const ballot = await found(c)
  if (!ballot || ballot.state === 'draft') return notFound(c)
  const phase = canVoteAt(ballot, c.var.now)
  return phase.ok || phase.because === 'not-yet' ? ballot : conflict(c, words(c.var.locale)(`refusal.${phase.because}`))
}

const personAt = async (c: Request, ballot: Ballot, id: string) => {
  const person = await knownPerson(c.var, id)
  if (!person) return null
  const mark = await markOf(c.var, { act: actOf(ballot.id), personId: id })
  return { ...person, mark, standing: await mayTakePart(c.var, { rule: ballot.rule, personId: id }) }
}
