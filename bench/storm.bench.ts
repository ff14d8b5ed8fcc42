import { engines, services } from '../src/services.ts'
import { asCrowd, barePerSecond, bareTable, crowd, middle } from './crowd.ts'
import { type Ground, openGround } from './ground.ts'

const residents = 2000
const connections = 50

/** 2,000 first supports of one measure at once, some sent twice, against bare one-row INSERTs by the same pool in the same run. */
export const run = async () => {
  const ground = await openGround(engines, services)
  await bareTable(ground)
  const rounds = []
  for (let round = 0; round < 3; round += 1) rounds.push(await storm(ground, round))
  console.log(
    JSON.stringify(
      { rounds, median: middle(rounds), target: { acknowledgedPerSecond: 550, ratio: 0.25, serverErrors: 0, lost: 0, double: 0 } },
      null,
      1,
    ),
  )
  await ground.close()
}

const storm = async (ground: Ground, round: number) => {
  const { rows } = await ground.owner.pool.query(`select id from measures.measure where stage = 'co-construction' order by id`)
  const measure = rows[round % rows.length].id as string
  const people = await crowd(ground, round, residents)
  const before = await barePerSecond(ground.house.application, connections)
  const requests = people.flatMap(({ person, cookie }, n) => {
    const one = { path: `/mesures/${measure}/soutien`, cookie, body: '', key: person }
    return n % 10 === 0 ? [one, one] : [one]
  })
  const seen = await asCrowd(ground, connections, requests)
  const after = await barePerSecond(ground.house.application, connections)

  const ids = people.map(({ person }) => person)
  const kept = await ground.owner.pool.query(
    'select person_id from measures.support where measure_id = $1 and person_id = any($2::uuid[])',
    [measure, ids],
  )
  const counted = await ground.owner.pool.query(
    'select sum(n)::int as n, (select count(*)::int from measures.support where measure_id = $1) as rows from measures.support_count where measure_id = $1',
    [measure],
  )
  const journalled = await ground.owner.pool.query(
    `select count(*)::int as n from journal.entry e join journal.content c on c.entry_id = e.id where e.event = 'measure.supported' and e.subject = $1 and c.person_id = any($2::uuid[])`,
    [`measure:${measure}`, ids],
  )
  const stored = new Set(kept.rows.map(row => row.person_id))
  const acknowledgedPerSecond = residents / seen.seconds
  const bare = (before + after) / 2
  return {
    acknowledgedPerSecond: Math.round(acknowledgedPerSecond),
    bareInsertsPerSecond: Math.round(bare),
    ratio: Math.round((acknowledgedPerSecond / bare) * 1000) / 1000,
    statuses: seen.statuses,
    lost: seen.acknowledged.filter(person => !stored.has(person)).length,
    double: kept.rowCount! - stored.size + Math.abs(counted.rows[0].n - counted.rows[0].rows) + (journalled.rows[0].n - residents),
    p50ms: Math.round(seen.p50),
    p99ms: Math.round(seen.p99),
  }
}
