import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { signInAs } from '#kernel/auth'
import { cast, startApp, testSecrets } from '#kernel/testing'
import { accounts } from '#modules/accounts'
import { measures } from '#modules/measures'
import { roll } from '#modules/roll'
import { ballots } from './index.ts'
import { addBallot, enterStep, putQuestion } from './queries/changeBallot.ts'

const voters = 120

/**
 * The crowd of the last seconds, small but real: everyone votes at once, one in five twice, one in six is marked at the station
 * meanwhile, and the closing instant falls in the middle. `bench/ballotStorm.bench.ts` is the same with 2,000.
 */
test('everybody votes at once as the vote closes: nothing acknowledged is lost, nobody counts twice, the cut-off is exact', async () => {
  const app = await startApp({
    engines: [paper, moderation, debate, following, answers, meetings],
    services: [accounts, roll, measures, ballots],
    now: '2026-11-28T18:59:40.000Z',
  })
  const closesAt = '2026-11-28T19:00:00.000Z'
  await app.owner.pool.query(
    `with person as (insert into kernel.person (id, name) select ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, 'Personne ' || n from generate_series(1, $1) n returning id),
      known as (insert into kernel.presence (body_id, person_id) select 1, id from person)
    insert into kernel.residence (body_id, person_id, proof, since) select 1, id, 'document-seen', '2026-01-01' from person`,
    [voters],
  )
  await app.owner.pool.query(
    `insert into roll.rule (body_id, name, explanation, residence, created_at, published_at) values (1, 'Habitants', 'Ici', 'verified', now(), now())`,
  )
  const ballot = await app.inWorld(async world => {
    const id = await addBallot(world, {
      title: 'Quel soir ?',
      introduction: 'Un soir de plus.',
      purpose: 'Le conseil décidera.',
      organiser: 'Mairie',
      measure: null,
      rule: '1',
      isSecret: false,
      hasPaper: false,
      opensAt: '2026-11-20T08:00:00.000Z',
      closesAt,
    })
    await putQuestion(world, id, { kind: 'choice', title: 'Quel soir ?', explanation: '', most: 1, options: [jeudi, vendredi] })
    await enterStep(world, { id, title: 'Quel soir ?', measure: null }, 'announced')
    return id
  })
  const people = await Promise.all(
    Array.from({ length: voters }, async (_, n) => {
      const id = `00000000-0000-4000-9000-${String(n + 1).padStart(12, '0')}`
      return { id, cookie: await signInAs(app.house.application, id, testSecrets.signing) }
    }),
  )
  const agent = await signInAs(app.house.application, cast.claire.id, testSecrets.signing)
  const post = async (path: string, cookie: string, body: string) => {
    const response = await app.house.app.request(`http://localhost/votes/${ballot}/${path}`, {
      method: 'POST',
      body,
      headers: {
        cookie,
        origin: 'http://localhost',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
    })
    return response.status
  }
  const voting = people.flatMap(({ id, cookie }, n) => {
    const vote = async () => ({ id, kind: 'vote', status: await post('voter', cookie, `act=cast&q1=${1 + (n % 2)}`) })
    const station = async () => ({ id, kind: 'station', status: await post('bureau/marques', agent, `person=${id}&channel=station`) })
    return [vote, ...(n % 5 === 0 ? [vote] : []), ...(n % 6 === 0 ? [station] : [])]
  })
  const half = Math.floor(voting.length / 2)
  const early = Promise.all(voting.slice(0, half).map(act => act()))
  const before = await early
  app.clock = new Date(closesAt)
  await app.house.workers.run('ballots.clock')
  const late = await Promise.all(voting.slice(half).map(act => act()))

  expect([...before, ...late].filter(one => one.status >= 500)).toEqual([])
  expect(late.filter(one => one.status === 303)).toEqual([])
  const voted = new Set(before.filter(one => one.kind === 'vote' && one.status === 303).map(one => one.id))
  const stationed = new Set(before.filter(one => one.kind === 'station' && one.status === 303).map(one => one.id))
  expect([...voted].filter(id => stationed.has(id))).toEqual([])
  expect(voted.size + stationed.size).toBe(new Set(before.map(one => one.id)).size)

  app.clock = new Date('2026-11-28T19:01:00.000Z')
  await app.house.workers.run('ballots.clock')
  const { rows } = await app.owner.pool.query(
    `select content -> 'electronic' as electronic, content -> 'turnout' as turnout from ballots.result`,
  )
  expect(rows[0].electronic).toBe(voted.size)
  expect(rows[0].turnout).toMatchObject({ screen: voted.size, station: stationed.size })
  const { rows: doubles } = await app.owner.pool.query('select person_id from roll.mark group by person_id having count(*) > 1')
  expect(doubles).toEqual([])
  const { rows: journal } = await app.owner.pool.query(`select count(*)::int as n from journal.entry where event = 'ballot.cast'`)
  expect(journal[0].n).toBe(voted.size)
})

const jeudi = { label: 'Jeudi', explanation: '' }
const vendredi = { label: 'Vendredi', explanation: '' }
