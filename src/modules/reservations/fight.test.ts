import { expect, test } from 'vitest'
import { sql } from '#kernel/db'
import { cast, startApp } from '#kernel/testing'
import { reservations } from './index.ts'
import { addPolicy, addResource, addSession, booking } from '#engines/booking'

const slots = 10
const places = 6
const rounds = 2

test('many fight for the same hours and the same places: no overlap, no excess, each refusal in words', { timeout: 60_000 }, async () => {
  const app = await startApp({ engines: [booking], services: [reservations], now: '2026-12-01T09:00:00Z' })
  const { thing, session } = await app.inWorld(async world => {
    const policy = await addPolicy(world, { owner: 'essai', name: 'libre', since: '2026-01-01', rules: {} })
    return {
      thing: await addResource(world, { owner: 'essai', name: 'Salle', calendar: null, policy }),
      session: await addSession(world, {
        owner: 'essai',
        name: 'Atelier',
        capacity: places,
        policy,
        startsAt: '2026-12-05T14:00:00Z',
        endsAt: '2026-12-05T16:00:00Z',
      }),
    }
  })
  const statuses = new Map<number, number>()
  const silent: string[] = []
  const people = Object.keys(cast).slice(0, 13) as (keyof typeof cast)[]
  for (let round = 0; round < rounds; round += 1) {
    const answers: Promise<Response>[] = []
    // Each leaves with the session of whoever has just signed in; none is waited for before all have left.
    for (const name of people) {
      await app.signIn(name)
      for (let n = 0; n < 5; n += 1) {
        const from = 8 + ((round * 3 + n * 2 + name.length) % slots)
        answers.push(app.post(`/reservations/choses/${thing}`, { day: '2026-12-03', from: `${from}:00`, to: `${from + 1 + (n % 2)}:00` }))
      }
      answers.push(app.post(`/reservations/seances/${session}`, { places: String(1 + (round % 2)) }))
    }
    for (const answer of await Promise.all(answers)) {
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      const text = answer.status === 409 ? await answer.text() : ''
      if (text !== '' && !/C’est déjà pris|plus de place|reste que|Vous y êtes déjà|devancé/.test(text))
        silent.push(/<h1>.*?<\/h1>/.exec(text)?.[0] ?? '')
    }
  }
  const { rows } = await sql<{ overlaps: number; excess: number; kept: number; taken: number }>`select
    (select count(*)::int from booking.booking a join booking.booking b on a.resource_id = b.resource_id and a.id < b.id and a.during && b.during
      where a.state = 'confirmed' and b.state = 'confirmed') as overlaps,
    (select count(*)::int from booking.session where places_taken > capacity) as excess,
    (select count(*)::int from booking.booking where state = 'confirmed') as kept,
    (select coalesce(sum(places), 0)::int from booking.booking where session_id is not null and state = 'confirmed') as taken`.execute(
    app.owner.bare,
  )
  expect(rows[0]).toMatchObject({ overlaps: 0, excess: 0 })
  expect(rows[0]!.taken).toBeLessThanOrEqual(places)
  expect([...statuses.keys()].filter(status => status !== 303 && status !== 409)).toEqual([])
  expect(statuses.get(303)).toBe(rows[0]!.kept)
  expect(statuses.get(409)).toBeGreaterThan(50)
  expect(silent).toEqual([])
})
