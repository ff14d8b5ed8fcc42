import { signInAs } from '#kernel/auth'
import { dayInParis } from '#kernel/clock'
import { sql } from '#kernel/db'
import { cast } from '#kernel/demonstration'
import type { AnyWorld } from '#kernel/world'
import { keepTime } from '../src/modules/ballots/clock.ts'
import { addBallot, enterStep, putQuestion } from '../src/modules/ballots/queries/changeBallot.ts'
import { engines, services } from '../src/services.ts'
import { asCrowd, crowd } from './crowd.ts'
import { type Ground, openGround, secrets } from './ground.ts'

const voters = 2000
const connections = 50
/** From the first request to the closing instant: some of the crowd comes too late. */
const secondsOpen = 30

/**
 * 2,000 residents vote as a vote closes, one in ten twice, one in ten marked at the station meanwhile; then the count. Judged:
 * nothing lost, nobody twice, no status ≥ 500, nothing accepted at or after the closing instant.
 */
export const run = async () => {
  const ground = await openGround(engines, services)
  const rounds = []
  for (let round = 1; round <= 3; round += 1) rounds.push(await storm(ground, round))
  console.log(JSON.stringify({ rounds, target: { lost: 0, double: 0, serverErrors: 0, late: 0, uncounted: 0 } }, null, 1))
  await ground.close()
}

const storm = async (ground: Ground, round: number) => {
  const people = await crowd(ground, 500 + round, voters)
  const agent = await signInAs(ground.house.application, cast.claire.id, secrets.signing)
  const closesAt = new Date(Date.now() + secondsOpen * 1000).toISOString()
  const ballot = await within(ground, new Date().toISOString(), world => openBallot(world, closesAt))
  const path = `/votes/${ballot}`
  const requests = people.flatMap(({ person, cookie }, n) => {
    const vote = { path: `${path}/voter`, cookie, body: `act=cast&q1=${1 + (n % 3)}`, key: person }
    const station = { path: `${path}/bureau/marques`, cookie: agent, body: `person=${person}&channel=station`, key: `station ${person}` }
    return [vote, ...(n % 10 === 0 ? [vote] : []), ...(n % 10 === 5 ? [station] : [])]
  })
  const seen = await asCrowd(ground, connections, requests)
  await new Promise(resolve => setTimeout(resolve, Math.max(0, Date.parse(closesAt) - Date.now())))
  const tooLate = await asCrowd(ground, connections, requests.slice(0, 200))

  const { rows: cutOff } = await ground.owner.pool.query(
    `select count(*) filter (where cast_at >= $2)::int as late, count(*)::int as kept, array_agg(person_id) as people from ballots.entry where ballot_id = $1`,
    [ballot, closesAt],
  )
  const { rows: marks } = await ground.owner.pool.query(
    `select person_id as person, channel, count(*)::int as times from roll.mark where act = $1 group by 1, 2`,
    [`ballot:${ballot}`],
  )
  const kept = new Set(cutOff[0].people as string[])
  const stationed = new Set(marks.filter(mark => mark.channel === 'station').map(mark => mark.person as string))
  await within(ground, new Date(Date.parse(closesAt) + 61_000).toISOString(), keepTime)
  const { rows: counted } = await ground.owner.pool.query(
    `select (content ->> 'electronic')::int as n, (select count(*)::int from ballots.entry e where e.ballot_id = r.ballot_id) as links
     from ballots.result r where ballot_id = $1`,
    [ballot],
  )
  const acknowledged = new Set(seen.acknowledged)
  return {
    acknowledgedPerSecond: Math.round(seen.acknowledged.length / seen.seconds),
    statuses: seen.statuses,
    statusesAfterClose: tooLate.statuses,
    lost: [...acknowledged].filter(key => (key.startsWith('station ') ? !stationed.has(key.slice(8)) : !kept.has(key))).length,
    double: marks.length - new Set(marks.map(mark => mark.person)).size + [...kept].filter(person => stationed.has(person)).length,
    late: cutOff[0].late + tooLate.acknowledged.length,
    unacknowledged: [...kept].filter(person => !acknowledged.has(person)).length,
    uncounted: cutOff[0].kept - counted[0].n,
    linksLeft: counted[0].links,
    onLine: kept.size,
    atStation: stationed.size,
    p50ms: Math.round(seen.p50),
    p99ms: Math.round(seen.p99),
  }
}

const openBallot = async (world: AnyWorld, closesAt: string) => {
  const { rows } = await worldRule(world)
  const ballot = { title: 'Quel soir ?', measure: null }
  const id = await addBallot(world, {
    ...ballot,
    introduction: 'Un soir de plus.',
    purpose: 'Le conseil décidera.',
    organiser: 'Mairie',
    rule: rows[0]!.id,
    isSecret: false,
    hasPaper: false,
    opensAt: new Date(Date.parse(closesAt) - 3_600_000).toISOString(),
    closesAt,
  })
  const options = ['Mardi', 'Jeudi', 'Vendredi'].map(label => ({ label, explanation: '' }))
  await putQuestion(world, id, { kind: 'choice', title: 'Quel soir ?', explanation: '', most: 1, options })
  await enterStep(world, { ...ballot, id }, 'announced')
  return id
}

const worldRule = (world: AnyWorld) =>
  sql<{ id: string }>`select id from roll.rule where published_at is not null and minimum_age is null order by id limit 1`.execute(world.db)

/** Works as the jobs role does, at the instant given. */
const within = <T>(ground: Ground, now: string, work: (world: AnyWorld) => Promise<T>): Promise<T> =>
  ground.house.jobs.transact<object, T>({ body: 1, person: null }, db =>
    work({
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
    }),
  )
