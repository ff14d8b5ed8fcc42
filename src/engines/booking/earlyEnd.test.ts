import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CastName } from '#kernel/demonstration'
import { actorNamed, startApp } from '#kernel/testing'
import type { AnyWorld } from '#kernel/world'
import {
  accountOf,
  addPolicy,
  addResource,
  availabilityOf,
  booking,
  bookingById,
  bookTime,
  earlyEndOf,
  endEarly,
  entriesOf,
  notePresence,
  type Outcome,
  resourceById,
  type RulesGiven,
  sayEarlyEnd,
} from './index.ts'

const at = (hour: string) => `2026-12-03T${hour}:00.000Z`
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) })
const house = async (rules: RulesGiven = {}) => {
  const app = await startApp({ engines: [booking], services: [], now: at('08:00') })
  const policy = await app.inWorld(world => addPolicy(world, { owner: 'test', name: 'essai', rules, since: '2026-01-01' }))
  const add = (name: string) => app.inWorld(world => addResource(world, { owner: 'test', name, calendar: null, policy }))
  const as = <T>(name: CastName, work: (world: AnyWorld) => Promise<T>) => app.inWorld(world => work({ ...world, actor: actorNamed(name) }))
  const book = (name: CastName, resource: string, from: string, to: string, waits = false) =>
    as(name, async world => bookTime(world, (await resourceById(world, resource))!, span(from, to), { waits }))
  const end = (name: CastName, id: string, runs = true) =>
    as(name, async world => endEarly(world, (await bookingById(world, id))!, { runs }))
  const found = async (id: string) => (await app.inWorld(world => bookingById(world, id)))!
  const clock = (hour: string) => void (app.clock = new Date(at(hour)))
  return { app, add, as, book, end, found, clock }
}
const idOf = (outcome: Outcome) => {
  if (!outcome.ok) throw new Error(outcome.because)
  return outcome.booking
}
const perHour = { kind: 'flat', per: 'hour', cents: 600 } as const

test(
  'given back early, the time after it is free at once, goes to whoever waits, and only the time used is counted',
  { timeout: 60_000 },
  async () => {
    const { app, add, book, end, found, clock } = await house({
      price: perHour,
      earlyEnd: { counts: 'used' },
      waiting: { offerHours: 24 },
      length: { most: 600 },
    })
    const laser = await add('Découpeuse')
    const amina = idOf(await book('amina', laser, '09:00', '15:00'))
    const louis = idOf(await book('louis', laser, '13:00', '14:00', true))
    expect(await end('karim', amina)).toEqual({ ok: false, because: 'not-begun' })
    clock('10:10')
    expect(await end('karim', amina)).toEqual({ ok: true })
    expect(await found(amina)).toMatchObject({ state: 'present', endsAt: at('10:10'), priceCents: 3600 })
    expect((await found(louis)).state).toBe('offered')
    expect((await book('jeanne', laser, '11:00', '12:00')).ok).toBe(true)
    expect((await book('jeanne', laser, '13:00', '14:00')).ok).toBe(false)

    const [early, entries] = await app.inWorld(async world => [await earlyEndOf(world, amina), await entriesOf(world, amina)] as const)
    expect(entries.map(one => [one.kind, one.cents])).toEqual([
      ['charge', 3600],
      ['waiver', 2700],
    ])
    expect(accountOf(entries).owed).toBe(900)
    expect(sayEarlyEnd(early!, 'fr').replaceAll('\u00a0', ' ')).toBe(
      'Rendu le jeudi 3 décembre 2026 à 11 h 10, au lieu du jeudi 3 décembre 2026 à 16 h. Compté : 1 h 30 de temps utilisé.',
    )
    await app.settle()
    const { rows } = await app.owner.pool.query(`select address, text from mail.message where subject = 'Bien rendu : Découpeuse'`)
    expect(rows).toMatchObject([{ address: 'amina@exemple.fr', text: expect.stringContaining('Compté') }])
    expect(await end('karim', amina)).toEqual({ ok: false, because: 'over' })
  },
)

test(
  'without a word in the rules the time booked stays counted, and the person cannot end it themselves',
  { timeout: 60_000 },
  async () => {
    const { app, add, book, end, found, clock } = await house({ price: perHour })
    const laser = await add('Découpeuse')
    const amina = idOf(await book('amina', laser, '09:00', '12:00'))
    clock('10:00')
    expect(await end('amina', amina, false)).toEqual({ ok: false, because: 'not-allowed' })
    expect(await end('karim', amina)).toEqual({ ok: true })
    expect(accountOf(await app.inWorld(world => entriesOf(world, amina))).owed).toBe(1800)
    expect(await app.inWorld(world => earlyEndOf(world, amina))).toMatchObject({ counts: 'booked', minutes: 180 })
    expect((await found(amina)).endsAt).toBe(at('10:00'))
  },
)

test(
  'the person says it themselves where the rules let them; neither an absence nor what is over ends early',
  { timeout: 60_000 },
  async () => {
    const { add, as, book, end, found, clock } = await house({ earlyEnd: { byPerson: true } })
    const seat = await add('Poste')
    const [amina, louis] = [idOf(await book('amina', seat, '09:00', '10:00')), idOf(await book('louis', seat, '10:00', '11:00'))]
    clock('09:30')
    expect(await end('amina', amina, false)).toEqual({ ok: true })
    clock('10:30')
    await as('karim', async world => notePresence(world, await found(louis), false))
    expect(await end('louis', louis, false)).toEqual({ ok: false, because: 'wrong-state' })
  },
)

test('the line itself is refused to other bodies, outside of the booking, and a second time', { timeout: 60_000 }, async () => {
  const { app, add, as, book, found, clock } = await house()
  const amina = idOf(await book('amina', await add('Poste'), '09:00', '12:00'))
  clock('10:00')
  await as('karim', async world => notePresence(world, await found(amina), true))
  const line = (body: number, ended: string) =>
    app.owner.pool.query(
      `insert into booking.early_end (body_id, booking_body, booking_id, ended_at, counts, counted_minutes, at) values (${body}, 1, ${amina}, '${ended}', 'used', 60, now())`,
    )
  await expect(line(2, at('10:00'))).rejects.toThrow('other bodies')
  await expect(line(1, at('09:00'))).rejects.toThrow('within the booking')
  await expect(line(1, at('12:00'))).rejects.toThrow('within the booking')
  await line(1, at('11:00'))
  await expect(line(1, at('10:00'))).rejects.toThrow('duplicate key')
})

// Each life has something under way that is given back.
const begun = [{ kind: 'book', after: 0, length: 24 }, { kind: 'wait', minutes: 3 }, { kind: 'end' }] as const
const act = fc.oneof(
  fc.record({ kind: fc.constant('book' as const), after: fc.integer({ min: 0, max: 30 }), length: fc.integer({ min: 1, max: 24 }) }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('end' as const) }),
)
test(
  'whatever is booked and given back, no two hold one thing at once, and what was freed can be booked',
  { timeout: 120_000 },
  async () => {
    const { app, add, as } = await house({ length: { step: 5, least: 5, most: 600 } })
    const minutes = 60_000
    let ends = 0
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async acts => {
        const resource = await add('Poste')
        let time = Date.parse(at('08:00'))
        app.clock = new Date(time)
        const iso = (ms: number) => new Date(ms).toISOString()
        const booked: string[] = []
        const bookAt = (from: number, to: number) =>
          as('amina', async world => bookTime(world, (await resourceById(world, resource))!, { startsAt: iso(from), endsAt: iso(to) }))
        for (const one of [...begun, ...acts]) {
          if (one.kind === 'wait') {
            time += one.minutes * 5 * minutes
            app.clock = new Date(time)
          } else if (one.kind === 'book') {
            const from = time + one.after * 5 * minutes
            const outcome = await bookAt(from, from + one.length * 5 * minutes)
            if (outcome.ok) booked.push(outcome.booking)
          } else {
            const now = iso(time)
            const under = (await app.inWorld(world => Promise.all(booked.map(id => bookingById(world, id))))).find(
              found => found && found.startsAt < now && now < found.endsAt,
            )
            if (!under) continue
            expect(await as('karim', world => endEarly(world, under, { runs: true }))).toEqual({ ok: true })
            const again = await bookAt(time, Date.parse(under.endsAt))
            expect(again.ok, `${now} to ${under.endsAt} was freed`).toBe(true)
            booked.push(idOf(again))
            ends += 1
          }
        }
        await app.inWorld(async world => {
          const spans = (await Promise.all(booked.map(id => bookingById(world, id)))).toSorted((a, b) =>
            a!.startsAt < b!.startsAt ? -1 : 1,
          )
          for (const [n, one] of spans.entries()) if (n > 0) expect(spans[n - 1]!.endsAt <= one!.startsAt).toBe(true)
          const all = { startsAt: at('08:00'), endsAt: '2026-12-06T08:00:00.000Z' }
          const { taken, free } = (await availabilityOf(world, [(await resourceById(world, resource))!], all)).get(resource)!
          const sum = (list: readonly { startsAt: string; endsAt: string }[]) =>
            list.reduce((total, one) => total + Date.parse(one.endsAt) - Date.parse(one.startsAt), 0)
          expect(sum(taken)).toBe(sum(spans.map(one => one!)))
          expect(sum(free)).toBeLessThanOrEqual(sum([all]) - sum(taken))
        })
      }),
      { numRuns: 25 },
    )
    expect(ends).toBeGreaterThanOrEqual(25)
  },
)
