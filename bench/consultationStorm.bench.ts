import { createHmac, randomBytes } from 'node:crypto'
import { engines, services } from '../src/services.ts'
import { asCrowd, barePerSecond, bareTable, middle } from './crowd.ts'
import { type Ground, openGround, secrets } from './ground.ts'

const browsers = 2000
const connections = 50

/** 2,000 browsers without account answer their first statement at once, some twice, against bare one-row INSERTs by the same pool. */
export const run = async () => {
  const ground = await openGround(engines, services)
  await bareTable(ground)
  await ground.owner.pool.query('analyze')
  const rounds = []
  for (let round = 0; round < 3; round += 1) rounds.push(await storm(ground))
  console.log(
    JSON.stringify(
      { rounds, median: middle(rounds), target: { acknowledgedPerSecond: 550, serverErrors: 0, lost: 0, double: 0 } },
      null,
      1,
    ),
  )
  await ground.close()
}

const storm = async (ground: Ground) => {
  const { rows } = await ground.owner.pool.query(`select id from consultations.consultation where state = 'open' order by id limit 1`)
  const consultation = rows[0].id as string
  const crowd = Array.from({ length: browsers }, () => browser(consultation))
  const linesBefore = await lines(ground, consultation)
  const before = await barePerSecond(ground.house.application, connections)
  const requests = crowd.flatMap(({ cookie, key }, n) => {
    const one = {
      path: `/consultations/${consultation}/votes`,
      cookie,
      body: `statement=${1 + (n % 5)}&vote=${['agree', 'disagree', 'pass'][n % 3]}`,
      key,
    }
    return n % 10 === 0 ? [one, one] : [one]
  })
  const seen = await asCrowd(ground, connections, requests)
  const after = await barePerSecond(ground.house.application, connections)

  const kept = await ground.owner.pool.query(
    `select encode(p.device_key, 'hex') as key, count(v.*)::int as votes from consultations.participant p
     left join consultations.vote v on v.body_id = p.body_id and v.consultation_id = p.consultation_id and v.participant_id = p.id
     where p.consultation_id = $1 and encode(p.device_key, 'hex') = any($2::text[]) group by 1`,
    [consultation, crowd.map(one => one.key)],
  )
  const journalled = (await lines(ground, consultation)) - linesBefore
  const stored = new Map(kept.rows.map(row => [row.key as string, row.votes as number]))
  const acknowledgedPerSecond = seen.acknowledged.length / seen.seconds
  const bare = (before + after) / 2
  return {
    acknowledgedPerSecond: Math.round(acknowledgedPerSecond),
    bareInsertsPerSecond: Math.round(bare),
    ratio: Math.round((acknowledgedPerSecond / bare) * 1000) / 1000,
    statuses: seen.statuses,
    lost: seen.acknowledged.filter(key => stored.get(key) !== 1).length,
    double: kept.rowCount! - stored.size + [...stored.values()].filter(votes => votes > 1).length + (journalled - browsers),
    p50ms: Math.round(seen.p50),
    p99ms: Math.round(seen.p99),
  }
}

const lines = async (ground: Ground, consultation: string) => {
  const { rows } = await ground.owner.pool.query(
    `select count(*)::int as n from journal.entry where event = 'statement.voted' and subject = $1`,
    [`consultation:${consultation}`],
  )
  return rows[0].n as number
}

/** A browser with its token, and the key under which this consultation knows it. */
const browser = (consultation: string) => {
  const token = randomBytes(16).toString('base64url')
  const signed = (text: string) => createHmac('sha256', secrets.signing).update(text).digest().subarray(0, 16)
  return {
    cookie: `yvette.appareil=${token}.${signed(`device token ${token}`).toString('base64url')}`,
    key: signed(`device 1 consultation:${consultation} ${token}`).toString('hex'),
  }
}
