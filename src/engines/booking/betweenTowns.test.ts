import { expect, test } from 'vitest'
import { startApp } from '#kernel/testing'
import { actorNamed } from '#kernel/testing'
import type { AnyWorld } from '#kernel/world'
import {
  accountsOfHolders,
  addCalendar,
  addHolder,
  addOpening,
  addPolicy,
  addResource,
  bookingById,
  bookingsIn,
  bookingsOn,
  bookTime,
  booking,
  cancelBooking,
  decideBooking,
  resourceById,
  resourcesOf,
} from './index.ts'

const span = { startsAt: '2026-12-03T09:00:00.000Z', endsAt: '2026-12-03T12:00:00.000Z' }

/** A tent of Val-sur-Yvette, under the agreement that it has with the Communauté du Plateau; Orsigny has none. */
const house = async () => {
  const app = await startApp({ engines: [booking], services: [], now: '2026-12-01T09:00:00Z' })
  const there = <T>(body: number, work: (world: AnyWorld) => Promise<T>) =>
    app.inWorld(world =>
      app.house.application.transact<object, T>({ body, person: null }, db =>
        work({ ...world, db, body: { ...world.body, id: body }, actor: actorNamed(body === 3 ? 'bruno' : 'claire') }),
      ),
    )
  const tent = await app.inWorld(async world => {
    const agreement = 1
    const policy = await addPolicy(world, {
      owner: 'equipment',
      name: 'prêt',
      agreement,
      since: '2026-01-01',
      rules: { approval: { needed: true } },
    })
    const calendar = await addCalendar(world, { owner: 'equipment', name: 'heures', agreement })
    await addOpening(world, calendar, { firstDay: '2026-01-01', starts: '08:00', minutes: 600, rule: 'FREQ=DAILY' })
    return addResource(world, { owner: 'equipment', name: 'Grande tente', calendar, policy, agreement })
  })
  return { app, there, tent }
}

test(
  'a neighbour sees, asks, is answered and cancels; two towns never hold one thing at once; a third sees nothing',
  { timeout: 60_000 },
  async () => {
    const { there, tent } = await house()
    expect(await there(2, world => resourcesOf(world, 'equipment'))).toEqual([])
    const asked = await there(3, async world => bookTime(world, (await resourceById(world, tent))!, span))
    if (!asked.ok) throw new Error(asked.because)
    expect(asked.state).toBe('asked')
    expect(await there(1, async world => (await bookTime(world, (await resourceById(world, tent))!, span)).ok)).toBe(false)

    expect(await there(3, async world => decideBooking(world, (await bookingById(world, asked.booking))!, true))).toEqual({
      ok: false,
      because: 'not-yours',
    })
    expect(await there(1, world => bookingsIn(world, 'equipment', span))).toMatchObject([{ id: asked.booking, body: 3, heldBy: 1 }])
    await there(1, async world => decideBooking(world, (await bookingById(world, asked.booking))!, true))
    expect(await there(3, async world => (await bookingById(world, asked.booking))?.state)).toBe('confirmed')
    expect(await there(3, async world => cancelBooking(world, (await bookingById(world, asked.booking))!))).toEqual({ ok: true })
    expect(await there(1, world => bookingsOn(world, tent, span))).toEqual([])
    expect(await there(2, world => bookingById(world, asked.booking))).toBeUndefined()
  },
)

test('where priorities decide, nobody is agreed to while a higher one waits for that time', { timeout: 60_000 }, async () => {
  const { app, there } = await house()
  const stage = await app.inWorld(async world => {
    const policy = await addPolicy(world, {
      owner: 'equipment',
      name: 'podium',
      agreement: 1,
      since: '2026-01-01',
      rules: { approval: { needed: true, byPriority: true }, waiting: { offerHours: 48 } },
    })
    return addResource(world, { owner: 'equipment', name: 'Podium', calendar: null, policy, agreement: 1 })
  })
  const ask = (body: number, priority: number) =>
    there(body, async world => bookTime(world, (await resourceById(world, stage))!, span, { priority, waits: true }))
  const [club, school] = [await ask(1, 2), await ask(3, 0)]
  if (!club.ok || !school.ok) throw new Error('neither was written down')
  expect([club.state, school.state]).toEqual(['asked', 'waiting'])
  const decide = (agreed: boolean) => there(1, async world => decideBooking(world, (await bookingById(world, club.booking))!, agreed))
  expect(await decide(true)).toEqual({ ok: false, because: 'others-first' })
  expect(await decide(false)).toEqual({ ok: true })
  expect(await there(3, async world => (await bookingById(world, school.booking))?.state)).toBe('offered')
})

test('nobody changes the booking of bodies that are not theirs, even by writing the step themselves', { timeout: 60_000 }, async () => {
  const { app, there, tent } = await house()
  const asked = await there(1, async world => bookTime(world, (await resourceById(world, tent))!, span))
  if (!asked.ok) throw new Error(asked.because)
  const written = app.house.application.transact<object, unknown>({ body: 2, person: null }, async db =>
    (await import('#kernel/db'))
      .sql`insert into booking.step (body_id, booking_body, booking_id, state, at) values (2, 1, ${asked.booking}, 'cancelled', now())`.execute(
      db,
    ),
  )
  await expect(written).rejects.toThrow('belongs to other bodies')
})

test('several organisations own time on one calendar, each against its share', { timeout: 60_000 }, async () => {
  const { app } = await house()
  const accounts = await app.inWorld(async world => {
    const calendar = await addCalendar(world, { owner: 'fablab', name: 'FabLab' })
    const basis = 'Convention du 2 mars 2026'
    const town = await addHolder(world, calendar, { name: 'Commune', permille: 500, basis, since: '2026-01-01' })
    const makers = await addHolder(world, calendar, { name: 'Les Bricoleurs', permille: 500, basis, since: '2026-01-01' })
    await addOpening(world, calendar, { firstDay: '2026-11-30', starts: '14:00', minutes: 240, rule: 'FREQ=WEEKLY;BYDAY=WE', holder: town })
    await addOpening(world, calendar, {
      firstDay: '2026-11-30',
      starts: '09:00',
      minutes: 480,
      rule: 'FREQ=WEEKLY;BYDAY=SA',
      holder: makers,
    })
    return accountsOfHolders(world, calendar, { startsAt: '2026-11-29T23:00:00.000Z', endsAt: '2026-12-06T23:00:00.000Z' })
  })
  expect(accounts).toMatchObject([
    { name: 'Commune', minutes: 240, openedPermille: 333, difference: -120 },
    { name: 'Les Bricoleurs', minutes: 480, openedPermille: 667, difference: 120 },
  ])
})
