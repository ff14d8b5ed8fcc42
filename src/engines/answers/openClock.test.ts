import { expect, test } from 'vitest'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { addDays } from '#kernel/rules'
import { changeSetting } from '#kernel/settings'
import { cast, startApp, type TestApp } from '#kernel/testing'
import { answers, clockOf, clocksAbout, escalateLate, giveAnswer, openClock, thresholdPassed } from './index.ts'

const start = () => startApp({ engines: [paper, moderation, answers], services: [], now: '2026-11-23T23:30:00Z' })
const about = { title: 'Un marché de nuit', url: '/mesures/3' }
const lettersTo = async (app: TestApp) =>
  (await app.owner.pool.query('select address from mail.message order by address')).rows.map(row => row.address)

test('the clock starts at the commune’s own threshold, once, however many supports arrive at once', { timeout: 60_000 }, async () => {
  const app = await start()
  await app.inWorld(world => changeSetting(world, 'answers', 'threshold.measure', 3))
  expect(await app.inWorld(world => thresholdPassed(world, 'measure:3', 2, about))).toBeNull()
  const started = await Promise.all([3, 4, 5, 6].map(count => app.inWorld(world => thresholdPassed(world, 'measure:3', count, about))))
  expect(started.filter(id => id !== null)).toHaveLength(1)
  expect(await app.inWorld(world => thresholdPassed(world, 'amendment:3', 6, about))).toBeNull()
  expect(await app.inWorld(world => thresholdPassed(world, 'amendment:3', 20, about))).not.toBeNull()
})

test('the delay is the commune’s, counted from the day it is in Paris', { timeout: 60_000 }, async () => {
  const app = await start()
  await app.inWorld(world => changeSetting(world, 'answers', 'delay.first', 10))
  await app.inWorld(world => openClock(world, { subject: 'measure:3', reason: 'threshold', ...about }))
  // Half past midnight in Paris: it is already the 24th.
  expect(await app.inWorld(world => clocksAbout(world, 'measure:3'))).toMatchObject([
    { openedOn: '2026-11-24', dueOn: '2026-12-04', answer: null },
  ])
})

test('a late answer is told to the one in charge; to every elected member when that one no longer sits', { timeout: 60_000 }, async () => {
  const app = await start()
  const late = async (subject: string, inCharge: string | null) => {
    await app.inWorld(world =>
      openClock({ ...world, today: addDays(world.today, -20) }, { subject, reason: 'threshold', ...about, dueInDays: 10, inCharge }),
    )
    await app.owner.pool.query('delete from mail.message')
    expect(await app.inWorld(escalateLate)).toBe(1)
    expect(await app.inWorld(escalateLate)).toBe(0)
    return lettersTo(app)
  }
  await app.owner.pool.query(
    `insert into kernel.role (body_id, person_id, role, since, until) values
    (1, $1, 'elected', '2026-01-01', null), (1, $2, 'elected', '2026-01-01', '2026-11-01')`,
    [cast.sophie.id, cast.karim.id],
  )
  expect(await late('measure:1', cast.sophie.id)).toEqual(['sophie@exemple.fr'])
  expect(await late('measure:2', cast.karim.id)).toEqual(['paul@exemple.fr', 'sophie@exemple.fr'])
  expect(await late('measure:3', null)).toEqual(['paul@exemple.fr', 'sophie@exemple.fr'])
  await app.inWorld(world => changeSetting(world, 'answers', 'inCharge', cast.sophie.id))
  expect(await late('measure:4', null)).toEqual(['sophie@exemple.fr'])
})

test('two agents who answer at once make one answer, and nobody can rewrite it', { timeout: 60_000 }, async () => {
  const app = await start()
  await app.inWorld(world => openClock(world, { subject: 'measure:3', reason: 'threshold', ...about }))
  const answer = async (name: 'claire' | 'marc') => {
    const actor = await app.actorOf(name)
    return app.inWorld(async world => {
      const [clock] = await clocksAbout(world, 'measure:3')
      return giveAnswer({ ...world, actor }, clock!, {
        verdict: 'refused',
        text: `Non, dit ${name}.`,
        reviewOn: null,
        signedFunction: 'Agent',
      })
    })
  }
  const both = await Promise.all([answer('claire'), answer('marc')])
  expect(both.filter(one => one.ok)).toHaveLength(1)
  expect(both).toContainEqual({ ok: false, because: 'already-answered' })
  const rewrite = app.house.application.transact<never, unknown>({ body: 1, person: cast.claire.id }, async () =>
    app.house.application.pool.query("begin; set local yvette.body = '1'; update answers.answer set text = 'Oui'; commit"),
  )
  await expect(rewrite).rejects.toThrow(/permission denied/)
})

test('when the signatory is erased the answer stays, under the name it was signed with', { timeout: 60_000 }, async () => {
  const app = await start()
  const id = await app.inWorld(world => openClock(world, { subject: 'measure:3', reason: 'threshold', ...about }))
  const actor = await app.actorOf('claire')
  await app.inWorld(async world =>
    giveAnswer({ ...world, actor }, (await clockOf(world, id!))!, {
      verdict: 'refused',
      text: 'Non.',
      reviewOn: null,
      signedFunction: 'Agente',
    }),
  )
  await app.inWorld(world => answers.personalData.erase(world as never, cast.claire.id))
  expect((await app.inWorld(world => clockOf(world, id!)))?.answer).toMatchObject({
    signedBy: null,
    signedName: 'Claire Nguyen',
    text: 'Non.',
  })
})
