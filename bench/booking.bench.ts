import { addCalendar, addOpening, addPolicy, addResource, addSession, availabilityOf, resourcesOf } from '#engines/booking'
import { dayInParis } from '#kernel/clock'
import type { AnyWorld } from '#kernel/world'
import { engines, services } from '../src/services.ts'
import { asCrowd, crowd } from './crowd.ts'
import { type Ground, openGround, secrets, timed } from './ground.ts'

const things = 200
const clients = 200
const slots = 20
const places = 12
/** How many requests each client sends: about a minute of fighting on two cores. */
const each = 30

/**
 * Availability of a month for 200 resources, with 10,000 then 100,000 bookings over a year (20 ms at most, and how it grows); then 200
 * clients who fight for 20 slots and 12 places while some are freed: no overlap, no excess, no status ≥ 500, nothing acknowledged and lost.
 * `npm run bench booking 1000000` measures ten times more again; `npm run bench booking 100000 month` leaves the fight out.
 */
export const run = async ([most = '100000', only = '']: readonly string[] = []) => {
  const ground = await openGround(engines, services)
  try {
    const month: Awaited<ReturnType<typeof availability>>[] = []
    for (let bookings = 10_000; bookings <= Number(most); bookings *= 10) month.push(await availability(ground, bookings))
    const growth = month.slice(1).map((one, at) => Math.round((one.ms / month[at]!.ms) * 100) / 100)
    const fight = only === 'month' ? 'not run' : await fighting(ground)
    console.log(
      JSON.stringify(
        { month, growthAtTenTimes: growth, fight, target: { msAt100000: 20, overlaps: 0, excess: 0, serverErrors: 0, lost: 0 } },
        null,
        1,
      ),
    )
  } finally {
    await ground.close()
  }
}

const availability = async (ground: Ground, bookings: number) => {
  const owner = `month${bookings}`
  const now = '2026-12-01T09:00:00.000Z'
  await within(ground, now, async world => {
    const policy = await addPolicy(world, { owner, name: 'essai', since: '2026-01-01', rules: {} })
    const calendar = await addCalendar(world, { owner, name: 'heures' })
    await addOpening(world, calendar, {
      firstDay: '2026-01-01',
      starts: '08:00',
      minutes: 720,
      rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA',
    })
    for (let n = 0; n < things; n += 1) await addResource(world, { owner, name: `Chose ${n}`, calendar, policy, position: n })
  })
  // Spread evenly over the year, an hour each, never two at once.
  await ground.owner.pool.query(
    `insert into booking.booking (body_id, held_by, owner, kind, resource_id, during, state, state_since, asked_at)
     select 1, 1, $1, 'time', r.id, tstzrange(t, t + interval '1 hour' * least(1, 0.9 * $3)), 'confirmed', now(), now()
     from booking.resource r, generate_series(0, $2 - 1) n, lateral (select '2026-07-01T08:00Z'::timestamptz + n * interval '1 hour' * $3 as t) spread
     where r.owner = $1`,
    [owner, bookings / things, (365 * 24) / (bookings / things)],
  )
  await ground.owner.pool.query('analyze booking.booking')
  const asked = { startsAt: '2026-12-01T00:00:00.000Z', endsAt: '2027-01-01T00:00:00.000Z' }
  return ground.house.application.transact<object, { bookings: number; ms: number; times: number }>({ body: 1, person: null }, async db => {
    const world = worldOf(ground, db, now)
    const resources = await resourcesOf(world, owner)
    let times = 0
    const ms = await timed(30, async () => {
      const found = await availabilityOf(world, resources, asked)
      times = [...found.values()].reduce((sum, one) => sum + one.taken.length, 0)
    })
    return { bookings, ms: Math.round(ms * 10) / 10, times }
  })
}

const fighting = async (ground: Ground) => {
  const people = await crowd(ground, 700, clients)
  const now = new Date().toISOString()
  const day = dayInParis(new Date(Date.now() + 5 * 86_400_000))
  const { thing, session } = await within(ground, now, async world => {
    const policy = await addPolicy(world, { owner: 'fight', name: 'essai', since: '2026-01-01', rules: {} })
    const startsAt = `${day}T12:00:00.000Z`
    return {
      thing: await addResource(world, { owner: 'fight', name: 'Salle', calendar: null, policy }),
      session: await addSession(world, {
        owner: 'fight',
        name: 'Atelier',
        capacity: places,
        policy,
        startsAt,
        endsAt: `${day}T14:00:00.000Z`,
      }),
    }
  })
  const half = (n: number) => `${String(8 + Math.floor(n / 2)).padStart(2, '0')}%3A${n % 2 === 0 ? '00' : '30'}`
  const requests = Array.from({ length: each }, (_, round) =>
    people.map(({ person, cookie }, n) => {
      const slot = (n * 7 + round * 3) % slots
      const key = `${person} ${round}`
      return n % 3 === 0
        ? { path: `/reservations/seances/${session}`, cookie, body: `places=${1 + (round % 2)}`, key }
        : { path: `/reservations/choses/${thing}`, cookie, body: `day=${day}&from=${half(slot)}&to=${half(slot + 1 + (round % 2))}`, key }
    }),
  ).flat()
  let freed = 0
  const freeing = setInterval(() => {
    ground.owner.pool
      .query(
        `update booking.booking set state = 'cancelled', state_since = now() where owner = 'fight' and state = 'confirmed' and random() < 0.3`,
      )
      .then(({ rowCount }) => void (freed += rowCount ?? 0))
      .catch(() => {})
  }, 1000)
  const seen = await asCrowd(ground, clients, requests)
  clearInterval(freeing)
  const { rows } = await ground.owner.pool.query(`select
    (select count(*)::int from booking.booking a join booking.booking b on a.resource_id = b.resource_id and a.id < b.id and a.during && b.during
      where a.owner = 'fight' and b.owner = 'fight' and a.state = 'confirmed' and b.state = 'confirmed') as overlaps,
    (select count(*)::int from booking.session s where s.places_taken > s.capacity or s.places_taken <>
      (select coalesce(sum(b.places), 0) from booking.booking b where b.session_id = s.id and b.state = 'confirmed') and s.owner = 'fight') as excess,
    (select count(*)::int from booking.booking where owner = 'fight') as kept`)
  return {
    clients,
    requests: requests.length,
    seconds: Math.round(seen.seconds),
    statuses: seen.statuses,
    overlaps: rows[0].overlaps,
    excess: rows[0].excess,
    freed,
    lost: seen.acknowledged.length - rows[0].kept,
    p50ms: Math.round(seen.p50),
    p99ms: Math.round(seen.p99),
  }
}

const within = <T>(ground: Ground, now: string, work: (world: AnyWorld) => Promise<T>): Promise<T> =>
  ground.house.jobs.transact<object, T>({ body: 1, person: null }, db => work(worldOf(ground, db, now)))

const worldOf = (ground: Ground, db: AnyWorld['db'], now: string): AnyWorld => ({
  db,
  body: { id: 1, slug: 'val-sur-yvette', name: 'Val-sur-Yvette', kind: 'commune', population: 9800, arms: null, accent: null },
  actor: { personId: null, name: 'Yvette', roles: new Set(), services: [], college: null, onBehalf: null },
  now,
  today: dayInParis(now),
  locale: 'fr',
  url: ground.origin,
  journalKey: secrets.journal,
  mode: 'demonstration',
  signingKey: secrets.signing,
})
