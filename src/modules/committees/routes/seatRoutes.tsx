import { type Assembly, meetingsOf, meetingsWorld } from '#engines/meetings'
import { addDays, dayInParis } from '#kernel/clock'
import { type Form, refuseField } from '#kernel/forms'
import { conflict, notFound, page, redirect, router, type Routes, submitted } from '#kernel/http'
import type { z } from 'zod'
import { EndedMandate, GivenRole, GivenSeat, NewSeats, RenewedMandate } from '../forms.ts'
import { register, type Request, rolesToday, unless, withCommittee } from '../here.ts'
import { words } from '../locales/index.ts'
import { SeatsPage } from '../pages/SeatsPage.tsx'
import type { SeatsView } from '../pages/views.ts'
import { waitingCandidacies } from '../queries/candidacies.ts'
import { type Committee, committeeUrl, isEnded } from '../committee.ts'
import { peopleCalled, townHallPeople } from '../queries/people.ts'
import {
  addSeats,
  endSeat,
  giveRole,
  giveSeat,
  type Mandate,
  mandatesIn,
  removeSeat,
  renewSeat,
  type Seat,
  seatsOf,
} from '../queries/seats.ts'
import { canSeat } from '../rules/canSeat.ts'
import { substituteOn } from '../rules/composition.ts'
import type { Tables } from '../schema.ts'

type Typed = z.output<typeof GivenSeat>
const seatsUrl = (committee: Committee) => committeeUrl(committee.id, '/sieges')

/** The composition as the town hall writes it down: seats, who holds them, how mandates go on and end. */
export const seatRoutes: Routes = router<Tables>()
  .get(
    '/comites/:committee/sieges',
    register,
    withCommittee(async (c, committee, assembly) => seatsPage(c, committee, assembly)),
  )

  .post(
    '/comites/:committee/sieges',
    register,
    withCommittee(async (c, committee, assembly) => {
      const form = await submitted(c, NewSeats)
      if (!form.ok) return seatsPage(c, committee, assembly, { wrongSeats: form })
      if (isEnded(committee, c.var.today)) return unless(c, { ok: false, because: 'ended' }, () => notFound(c))
      const { count, ...seat } = form.value
      await addSeats(c.var, committee.id, seat, count)
      return redirect(c, seatsUrl(committee))
    }),
  )

  .post(
    '/comites/:committee/sieges/:seat/retrait',
    register,
    withCommittee(async (c, committee) => {
      const seat = await seatOf(c, committee)
      if (!seat) return notFound(c)
      const held = (await mandatesIn(c.var, committee.id)).some(
        one => one.seatId === seat.id && (one.until === null || one.until >= c.var.today),
      )
      return unless(c, held ? { ok: false, because: 'seat-occupied' } : { ok: true }, async () => {
        await removeSeat(c.var, committee.id, seat.id)
        return redirect(c, seatsUrl(committee))
      })
    }),
  )

  .post(
    '/comites/:committee/sieges/:seat/mandat',
    register,
    withCommittee(async (c, committee, assembly) => {
      const seat = await seatOf(c, committee)
      if (!seat) return notFound(c)
      const typed = await submitted(c, GivenSeat)
      if (!typed.ok) return seatsPage(c, committee, assembly, { wrong: { seat: seat.id, form: typed } })
      const person = await personMeant(c, typed.value)
      if ('said' in person)
        return seatsPage(c, committee, assembly, { wrong: { seat: seat.id, form: refuseField(typed, 'person', person.said) } })
      const given = { ...typed.value, personId: person.id, until: typed.value.until ?? null }
      const may = await maySeat(c, committee, assembly, seat, given, given.substitute)
      if (!may.ok) {
        const field =
          may.because === 'ends-before' ? 'until' : may.because === 'before-meeting' || may.because === 'seat-taken' ? 'since' : 'person'
        const form = refuseField(typed, field, words(c.var.locale)(`refused.${may.because}`))
        return seatsPage(c, committee, assembly, { wrong: { seat: seat.id, form } })
      }
      await giveSeat(c.var, committee, assembly, seat, given, given.substitute)
      return redirect(c, `${seatsUrl(committee)}#siege-${seat.id}`)
    }),
  )

  .post(
    '/comites/:committee/mandats/:mandate/fin',
    register,
    withMandate(async (c, committee, assembly, mandate) => {
      const form = await submitted(c, EndedMandate)
      if (!form.ok) return conflict(c, Object.values(form.errors)[0])
      if (mandate.until !== null && mandate.until < c.var.today)
        return unless(c, { ok: false, because: 'already-ended' }, () => notFound(c))
      const earliest = addDays((await lastMetOn(c, assembly)) ?? addDays(mandate.since, -1), 0)
      if (form.value.on < earliest && !mandate.substitute) return unless(c, { ok: false, because: 'end-too-early' }, () => notFound(c))
      await endSeat(c.var, committee, assembly, mandate, form.value.on, form.value.reason)
      return redirect(c, `${seatsUrl(committee)}#siege-${mandate.seatId}`)
    }),
  )

  .post(
    '/comites/:committee/mandats/:mandate/renouvellement',
    register,
    withMandate(async (c, committee, assembly, mandate) => {
      const form = await submitted(c, RenewedMandate)
      if (!form.ok) return conflict(c, Object.values(form.errors)[0])
      if (mandate.until === null) return unless(c, { ok: false, because: 'no-end' }, () => notFound(c))
      if (mandate.until < c.var.today) return unless(c, { ok: false, because: 'already-ended' }, () => notFound(c))
      const until = form.value.until ?? null
      if (until !== null && until <= mandate.until) return unless(c, { ok: false, because: 'ends-before' }, () => notFound(c))
      const followed = (await mandatesIn(c.var, committee.id)).some(
        one => one.seatId === mandate.seatId && one.substitute === mandate.substitute && one.since > mandate.since,
      )
      return unless(c, followed ? { ok: false, because: 'seat-taken' } : { ok: true }, async () => {
        await renewSeat(c.var, committee, assembly, mandate, until, form.value.record)
        return redirect(c, `${seatsUrl(committee)}#siege-${mandate.seatId}`)
      })
    }),
  )

  .post(
    '/comites/:committee/mandats/:mandate/role',
    register,
    withMandate(async (c, committee, assembly, mandate) => {
      const form = await submitted(c, GivenRole)
      if (!form.ok) return conflict(c, Object.values(form.errors)[0])
      await giveRole(c.var, committee, assembly, mandate.personId, form.value.role)
      return redirect(c, `${seatsUrl(committee)}#siege-${mandate.seatId}`)
    }),
  )

  .post(
    '/comites/:committee/mandats/:mandate/appel',
    register,
    withMandate(async (c, committee, assembly, mandate) => {
      const [seat, mandates] = [
        (await seatsOf(c.var, committee.id)).find(one => one.id === mandate.seatId),
        await mandatesIn(c.var, committee.id),
      ]
      if (!seat) return notFound(c)
      if (substituteOn(mandates, seat.id, c.var.today)?.id !== mandate.id)
        return unless(c, { ok: false, because: 'not-a-substitute' }, () => notFound(c))
      return callSubstitute(c, committee, assembly, seat, mandates, mandate)
    }),
  )

function withMandate(work: (c: Request, committee: Committee, assembly: Assembly, mandate: Mandate) => Promise<Response>) {
  return withCommittee(async (c, committee, assembly) => {
    const mandate = (await mandatesIn(c.var, committee.id)).find(one => one.id === c.req.param('mandate'))
    return mandate ? work(c, committee, assembly, mandate) : notFound(c)
  })
}

const seatOf = async (c: Request, committee: Committee) => (await seatsOf(c.var, committee.id)).find(one => one.id === c.req.param('seat'))

/** The substitute takes over today, until the day on which the holder's mandate would have ended. */
const callSubstitute = async (
  c: Request,
  committee: Committee,
  assembly: Assembly,
  seat: Seat,
  mandates: readonly Mandate[],
  substitute: Mandate,
) => {
  const { today, locale } = c.var
  const holder = mandates.find(one => one.seatId === seat.id && !one.substitute && (one.until === null || one.until >= today))
  const given = {
    personId: substitute.personId,
    since: today,
    until: holder?.until ?? substitute.until,
    record: substitute.record,
    recordUrl: substitute.recordUrl,
  }
  const may = await maySeat(c, committee, assembly, seat, given, false, holder)
  return unless(c, may, async () => {
    const yesterday = addDays(today, -1)
    const reason = words(locale)('seats.called')
    if (holder) await endSeat(c.var, committee, assembly, holder, yesterday, reason)
    await endSeat(c.var, committee, assembly, substitute, yesterday, reason)
    await giveSeat(c.var, committee, assembly, seat, given)
    return redirect(c, `${seatsUrl(committee)}#siege-${seat.id}`)
  })
}

/** Holds what is asked against what is already written; `but` is a mandate that ends by the same act. */
export const maySeat = async (
  c: Request,
  committee: Committee,
  assembly: Assembly,
  seat: Seat,
  given: { personId: string; since: string; until: string | null; record: string },
  substitute = false,
  but?: Mandate,
) => {
  const mandates = (await mandatesIn(c.var, committee.id)).filter(one => one.id !== but?.id)
  const meets = (one: Mandate) => (given.until === null || one.since <= given.until) && (one.until === null || given.since <= one.until)
  return canSeat({
    taken: mandates.some(one => one.seatId === seat.id && one.substitute === substitute && meets(one)),
    sits: mandates.some(one => one.personId === given.personId && one.substitute === substitute && meets(one)),
    since: given.since,
    until: given.until,
    lastMetOn: await lastMetOn(c, assembly),
    isEnded: isEnded(committee, c.var.today),
    designation: seat.designation,
    record: given.record,
  })
}

const lastMetOn = async (c: Request, assembly: Assembly): Promise<string | null> => {
  const met = (await meetingsOf(meetingsWorld(c.var), assembly.id)).find(one => one.state === 'opened' || one.state === 'closed')
  return met ? dayInParis(met.startsAt) : null
}

/** Whom the form names: chosen in the list, or called so. A name that is nobody's, or several people's, is said. */
const personMeant = async (c: Request, { known, person }: Typed): Promise<{ id: string } | { said: string }> => {
  const t = words(c.var.locale)
  if (person === '') {
    if (!known) return { said: t('seats.nobody') }
    const lists = [...(await townHallPeople(c.var, 'elected')), ...(await townHallPeople(c.var, 'agent'))]
    const candidates = await waitingCandidacies(c.var, c.req.param('committee') ?? '')
    const found = lists.some(one => one.id === known) || candidates.some(one => one.personId === known)
    return found ? { id: known } : { said: t('seats.unknownPerson') }
  }
  const [first, second] = await peopleCalled(c.var, person)
  if (!first) return { said: t('seats.unknownPerson') }
  return second ? { said: t('seats.severalPeople') } : { id: first.id }
}

const seatsPage = async (
  c: Request,
  committee: Committee,
  assembly: Assembly,
  wrong: { wrong?: { seat: string; form: Form<Typed> }; wrongSeats?: Form<z.output<typeof NewSeats>> } = {},
) => {
  const view: SeatsView = {
    committee,
    seats: await seatsOf(c.var, committee.id),
    mandates: await mandatesIn(c.var, committee.id),
    roles: await rolesToday(c, assembly),
    candidacies: await waitingCandidacies(c.var, committee.id),
    elected: await townHallPeople(c.var, 'elected'),
    agents: await townHallPeople(c.var, 'agent'),
    today: c.var.today,
    ...wrong,
  }
  return page(c, <SeatsPage t={words(c.var.locale)} locale={c.var.locale} view={view} />, wrong.wrong || wrong.wrongSeats ? 422 : 200)
}
