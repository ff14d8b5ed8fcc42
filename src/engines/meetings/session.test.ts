import { expect, test } from 'vitest'
import { cast, startApp, type TestApp } from '#kernel/testing'
import { moderation } from '#engines/moderation'
import { defineService } from '#kernel/service'
import {
  assemblyOf,
  type Charter,
  ensureAssembly,
  groupCharter,
  instantInParis,
  meetingRoutes,
  meetings,
  meetingsWorld,
  planMeeting,
  seatMember,
  sessionOf,
  askItem,
} from './index.ts'

/** The smallest service that mounts meetings: a committee of three colleges that decides in each. */
const charter: Charter = {
  ...groupCharter,
  quorum: { ...groupCharter.quorum, colleges: { users: third(), agents: third(), elected: third() } },
  vote: { manner: 'secret', majority: { kind: 'simple', base: 'cast', scope: 'each-college', castingVote: false } },
}
function third() {
  return { kind: 'at-least', numerator: 1, denominator: 3 } as const
}
const committee = defineService({
  id: 'committee',
  path: '/comite',
  title: { fr: 'Comité', en: 'Committee' },
  personalData: 'none',
  routes: meetingRoutes({ base: '/comite/reunions', assemblyOf: c => assemblyOf(meetingsWorld(c.var), 'committee'), trail: () => [] }),
})
const people = {
  claire: ['agents', 'chair'],
  amina: ['users', 'member'],
  louis: ['users', 'member'],
  jeanne: ['users', 'member'],
  paul: ['elected', 'member'],
} as const

const start = async (seats: number | null = null) => {
  const app = await startApp({ engines: [moderation, meetings], services: [committee], now: '2027-03-01T09:00:00Z' })
  await app.inWorld(async asked => {
    const world = meetingsWorld(asked)
    const assembly = await ensureAssembly(world, { owner: 'committee', name: 'Comité des usagers', path: '/comite/reunions', charter })
    for (const [name, [college, role]] of Object.entries(people))
      await seatMember(world, assembly.id, { personId: cast[name as 'amina'].id, college, role, addedBy: null })
    const day = { startsAt: instantInParis('2027-03-20', '19:00'), endsAt: instantInParis('2027-03-20', '21:00') }
    const id = await planMeeting(world, assembly, { title: 'Séance', place: '', address: '', link: '', openTo: 'anyone', seats, ...day })
    await askItem(world, (await sessionOf(world, assembly, id))!, { title: 'Budget', note: '' }, 'chair')
  })
  await app.signIn('claire')
  expect((await app.post('/comite/reunions/1/convocation', {})).status).toBe(303)
  return app
}
const inSession = async (app: TestApp, ...present: readonly (keyof typeof people)[]) => {
  app.clock = new Date('2027-03-20T18:00:00Z')
  await app.signIn('claire')
  for (const name of present) await app.post('/comite/reunions/1/presence', { person: cast[name].id, channel: 'room' })
  return app.post('/comite/reunions/1/ouverture')
}

test('a quorum in each college: three users and an agent are not a committee without an elected member', async () => {
  const app = await start()
  expect((await inSession(app, 'claire', 'amina', 'louis', 'jeanne')).status).toBe(409)
  expect(await app.text('/comite/reunions/1/presence')).toContain('Le quorum n’est pas atteint')
  expect((await inSession(app, 'paul')).status).toBe(303)
})

test('a secret vote in each college is counted box by box; the database keeps no voice', async () => {
  const app = await start()
  await inSession(app, 'claire', 'amina', 'louis', 'paul')
  expect((await app.post('/comite/reunions/1/votes', { item: '1', question: 'Adopter ?', manner: 'secret' })).status).toBe(303)
  const boxes = (users: string, agents: string, elected: string) =>
    Object.fromEntries(
      Object.entries({ users, agents, elected }).flatMap(([box, numbers]) =>
        ['for', 'against', 'abstention', 'blank'].map((choice, at) => [`${box}-${choice}`, numbers[at]!]),
      ),
    )
  expect((await app.post('/comite/reunions/1/votes/1/depouillement', boxes('3000', '1000', '1000'))).status).toBe(409)
  expect((await app.post('/comite/reunions/1/votes/1/depouillement', boxes('2000', '1000', '0100'))).status).toBe(303)
  await app.post('/comite/reunions/1/votes/1/cloture')
  const page = await app.text('/comite/reunions/1/votes/1')
  expect(page).toContain('Rejeté')
  await expect(
    app.owner.pool.query(
      `insert into meetings.ballot (body_id, vote_id, manner, person_id, choice, at) values (1, 1, 'named', $1, 'for', now())`,
      [cast.amina.id],
    ),
  ).rejects.toThrow(/foreign key/)
})

test('eight people for two seats at once: two are told yes, nobody is lost', async () => {
  const app = await start(2)
  const visitors = ['nour', 'mathilde', 'helene', 'marc', 'denise', 'ines', 'karim', 'sophie'] as const
  const answers: Promise<Response>[] = []
  for (const name of visitors) {
    await app.signIn(name)
    answers.push(app.post('/comite/reunions/1/inscription', { answer: 'coming' }))
  }
  const statuses = (await Promise.all(answers)).map(answer => answer.status)
  expect(statuses.filter(status => status === 303)).toHaveLength(2)
  expect(statuses.filter(status => status === 409)).toHaveLength(6)
})

test('voices that arrive while the vote closes are counted whole or refused', async () => {
  const app = await start()
  await inSession(app, 'claire', 'amina', 'louis', 'jeanne', 'paul')
  await app.post('/comite/reunions/1/votes', { item: '1', question: 'Adopter ?', manner: 'named' })
  const sent: Promise<Response>[] = []
  for (const name of ['amina', 'louis', 'jeanne', 'paul'] as const) {
    await app.signIn(name)
    sent.push(app.post('/comite/reunions/1/votes/1/voix', { [`voix-${cast[name].id}`]: 'for' }))
    if (name === 'louis') {
      await app.signIn('claire')
      sent.push(app.post('/comite/reunions/1/votes/1/cloture'))
    }
  }
  const statuses = (await Promise.all(sent)).map(answer => answer.status)
  expect(statuses.filter(status => status !== 303 && status !== 409)).toEqual([])
  const { rows } = await app.owner.pool.query(
    `select (result->'lines'->0->>'for')::int as counted, (select count(*)::int from meetings.ballot) as kept from meetings.vote`,
  )
  expect(rows[0].counted).toBe(rows[0].kept)
  expect(rows[0].kept).toBe(statuses.filter(status => status === 303).length - 1)
})
