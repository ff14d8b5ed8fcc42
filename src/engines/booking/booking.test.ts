import { expect, test } from 'vitest'
import { cast, type TestApp, actorNamed, startApp } from '#kernel/testing'
import type { CastName } from '#kernel/demonstration'
import type { AnyWorld } from '#kernel/world'
import {
  acceptOffer,
  addCalendar,
  addOpening,
  addPolicy,
  addResource,
  addSession,
  availabilityOf,
  blockResource,
  booking,
  bookingById,
  bookPlace,
  bookTime,
  cancelBooking,
  keepBookings,
  notePresence,
  type Outcome,
  refusalSentence,
  resourceById,
  type RulesGiven,
  sessionById,
  suspensionsOf,
  waitingFor,
} from './index.ts'

const now = '2026-12-01T09:00:00.000Z'
const at = (hour: string, day = '2026-12-03') => `${day}T${hour}:00.000Z`
const span = (from: string, to: string, day?: string) => ({ startsAt: at(from, day), endsAt: at(to, day) })

const house = async (rules: RulesGiven = {}) => {
  const app = await startApp({ engines: [booking], services: [], now })
  const made = await app.inWorld(async world => {
    const policy = await addPolicy(world, { owner: 'test', name: 'essai', rules, since: '2026-01-01' })
    const calendar = await addCalendar(world, { owner: 'test', name: 'heures' })
    await addOpening(world, calendar, { firstDay: '2026-01-01', starts: '09:00', minutes: 540, rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' })
    const resource = await addResource(world, { owner: 'test', name: 'Découpeuse', calendar, policy })
    const session = await addSession(world, { owner: 'test', name: 'Formation', capacity: 2, policy, ...span('14:00', '16:00') })
    return { policy, calendar, resource, session }
  })
  const as = <T>(name: CastName, work: (world: AnyWorld) => Promise<T>) => app.inWorld(world => work({ ...world, actor: actorNamed(name) }))
  const book = (name: CastName, from: string, to: string, more: { waits?: boolean; day?: string } = {}) =>
    as(name, async world => bookTime(world, (await resourceById(world, made.resource))!, span(from, to, more.day), more))
  const join = (name: CastName, more: { waits?: boolean; places?: number } = {}) =>
    as(name, async world => bookPlace(world, (await sessionById(world, made.session))!, more))
  return { app, ...made, as, book, join }
}
const said = (outcome: Outcome) => (outcome.ok ? outcome.state : refusalSentence(outcome, 'fr').replaceAll('\u00a0', ' '))
const idOf = (outcome: Outcome) => {
  if (!outcome.ok) throw new Error(said(outcome))
  return outcome.booking
}
const change = <T>(
  app: TestApp,
  id: string,
  work: (world: AnyWorld, found: NonNullable<Awaited<ReturnType<typeof bookingById>>>) => Promise<T>,
) => app.inWorld(async world => work(world, (await bookingById(world, id))!))

test('one thing at one time: the second is told what is taken and what is free next', { timeout: 60_000 }, async () => {
  const { book, app, resource } = await house({ waiting: { offerHours: 24 } })
  expect(said(await book('amina', '09:00', '10:30'))).toBe('confirmed')
  expect(said(await book('louis', '10:00', '11:00'))).toBe(
    'C’est déjà pris le jeudi 3 décembre 2026 de 10 h à 11 h 30. Libre ensuite : le jeudi 3 décembre 2026 de 11 h 30 à 12 h 30. Vous pouvez vous mettre sur la liste d’attente.',
  )
  expect(said(await book('louis', '10:30', '11:30'))).toBe('confirmed')
  expect(said(await book('jeanne', '06:00', '07:00'))).toMatch(
    /^C’est fermé à ce moment-là\. Libre ensuite : le jeudi 3 décembre 2026 de 9 h à 10 h\./,
  )
  await app.inWorld(async world => {
    const found = (await availabilityOf(world, [(await resourceById(world, resource))!], span('00:00', '23:00'))).get(resource)!
    expect(found.taken).toEqual([span('09:00', '11:30')])
    expect(found.free).toEqual([span('08:00', '09:00'), span('11:30', '17:00')])
  })
})

test('the database itself refuses two at once and one too many, whatever the code does', { timeout: 60_000 }, async () => {
  const { app, resource, session, join } = await house()
  const raw = (values: string) =>
    app.owner.pool.query(
      `insert into booking.booking (body_id, held_by, owner, kind, resource_id, session_id, during, state, state_since, person_id, asked_at) values ${values}`,
    )
  const row = (hours: string, state = 'confirmed') =>
    `(1, 1, 'test', 'time', ${resource}, null, '${hours}', '${state}', now(), null, now())`
  await raw(row('[2026-12-04 09:00Z,2026-12-04 10:00Z)'))
  await expect(raw(row('[2026-12-04 09:30Z,2026-12-04 11:00Z)'))).rejects.toThrow('one_at_a_time')
  await raw(row('[2026-12-04 09:30Z,2026-12-04 11:00Z)', 'cancelled'))
  await expect(app.owner.pool.query(`update booking.booking set state = 'confirmed' where state = 'cancelled'`)).rejects.toThrow(
    'one_at_a_time',
  )

  expect([said(await join('amina')), said(await join('louis'))]).toEqual(['confirmed', 'confirmed'])
  await expect(
    raw(`(1, 1, 'test', 'place', null, ${session}, '[2026-12-03 14:00Z,2026-12-03 16:00Z)', 'confirmed', now(), null, now())`),
  ).rejects.toThrow('no place left')
  await expect(app.owner.pool.query(`update booking.session set places_taken = 3`)).rejects.toThrow('check')
  await expect(app.owner.pool.query(`update booking.booking set places = 2 where kind = 'place'`)).rejects.toThrow('no place left')
})

test('a place that comes free goes to the first who waits, then, unanswered, to the next', { timeout: 60_000 }, async () => {
  const { app, join, session } = await house({ waiting: { offerHours: 24 } })
  const amina = idOf(await join('amina'))
  await join('louis')
  expect(said(await join('jeanne'))).toBe('Il n’y a plus de place. Vous pouvez vous mettre sur la liste d’attente.')
  const jeanne = idOf(await join('jeanne', { waits: true }))
  app.clock = new Date('2026-12-01T09:05:00Z')
  const karim = idOf(await join('karim', { waits: true }))
  expect(said(await join('karim', { waits: true }))).toBe('Vous y êtes déjà.')
  const list = await app.inWorld(world => waitingFor(world, { session }))
  expect(list.map(one => [one.rank, one.id, one.because])).toEqual([
    [1, jeanne, 'order'],
    [2, karim, 'order'],
  ])
  expect(new Set(list.map(one => one.pseudonym)).size).toBe(2)

  await change(app, amina, (world, found) => cancelBooking(world, found))
  expect(await change(app, jeanne, async (_, found) => found.state)).toBe('offered')
  app.clock = new Date('2026-12-02T10:00:00Z')
  await app.inWorld(keepBookings)
  expect(await change(app, jeanne, async (_, found) => found.state)).toBe('cancelled')
  expect(await change(app, karim, (world, found) => acceptOffer(world, found))).toEqual({ ok: true })
  expect(await change(app, karim, async (_, found) => found.state)).toBe('confirmed')
  await app.settle()
  const { rows } = await app.owner.pool.query(`select address, subject from mail.message order by queued_at, address, subject`)
  expect(rows).toContainEqual({ address: 'jeanne@exemple.fr', subject: 'Une place s’est libérée : Formation' })
  expect(rows).toContainEqual({ address: 'jeanne@exemple.fr', subject: 'Réservation annulée : Formation' })
})

test('rules are said all at once: quota, advance, residence, length', { timeout: 60_000 }, async () => {
  const { book } = await house({
    perWeek: { bookings: 1, minutes: 90 },
    advance: { mostDays: 7, leastMinutes: 60 },
    residence: 'verified',
    length: { step: 30, least: 30, most: 60 },
  })
  expect(said(await book('amina', '09:00', '10:00'))).toBe('confirmed')
  expect(said(await book('amina', '11:00', '12:00'))).toBe(
    'Une réservation par semaine au plus, et vous les avez déjà cette semaine-là. 1 h 30 par semaine au plus ; il vous reste 30 min cette semaine-là.',
  )
  expect(said(await book('nour', '09:00', '11:15', { day: '2026-12-18' }))).toBe(
    'C’est trop tôt : ce jour pourra être réservé à partir du vendredi 11 décembre 2026. La durée est de 1 h au plus. Choisissez une durée par tranches de 30 min. C’est réservé aux habitants dont l’adresse a été vérifiée : à l’accueil, ou par un code envoyé chez vous. 1 h 30 par semaine au plus ; il vous reste 1 h 30 cette semaine-là.',
  )
})

test('absences suspend, and what is put right or lifted counts no more', { timeout: 60_000 }, async () => {
  const { app, book, as } = await house({ checkInMinutes: 15, absences: { count: 2, withinDays: 60, suspendDays: 14 } })
  const first = idOf(await book('amina', '09:00', '10:00'))
  const second = idOf(await book('amina', '11:00', '12:00'))
  app.clock = new Date('2026-12-03T09:20:00Z')
  await app.inWorld(keepBookings)
  expect(await change(app, first, async (_, found) => found.state)).toBe('absent')
  expect(await change(app, first, (world, found) => notePresence(world, found, true))).toEqual({ ok: true })
  await change(app, first, (world, found) => notePresence(world, found, false))
  app.clock = new Date('2026-12-03T11:20:00Z')
  await app.inWorld(keepBookings)
  expect(await change(app, second, async (_, found) => found.state)).toBe('absent')
  const [suspended] = await as('amina', world => suspensionsOf(world, cast.amina.id, world.now))
  expect(suspended).toMatchObject({ absences: 2, until: '2026-12-17T11:20:00.000Z' })
  expect(said(await book('amina', '15:00', '16:00', { day: '2026-12-04' }))).toContain('après plusieurs absences')
})

test('a breakdown displaces what was booked and tells why; nobody can book meanwhile', { timeout: 60_000 }, async () => {
  const { app, book, resource } = await house()
  const booked = idOf(await book('amina', '09:00', '10:00'))
  const refused = await app.inWorld(async world =>
    blockResource(world, (await resourceById(world, resource))!, {
      startsAt: now,
      endsAt: null,
      reason: 'Panne du tube',
      displaces: false,
    }),
  )
  expect(refused).toMatchObject({ ok: false, inTheWay: [{ id: booked }] })
  const blocked = await app.inWorld(async world =>
    blockResource(world, (await resourceById(world, resource))!, { startsAt: now, endsAt: null, reason: 'Panne du tube', displaces: true }),
  )
  expect(blocked).toMatchObject({ ok: true, displaced: 1 })
  expect(said(await book('louis', '10:00', '11:00'))).toMatch(/^C’est déjà pris à partir du .*sans date de fin\. Rien de libre/)
  await app.settle()
  const { rows } = await app.owner.pool.query(`select text from mail.message where subject like 'Réservation annulée%'`)
  expect(rows[0].text).toContain('Motif : Panne du tube')
})
