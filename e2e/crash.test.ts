import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acts } from './storm/acts.ts'
import { type Application, application } from './storm/application.ts'
import { asOwner, signedInResidents } from './storm/ground.ts'
import { startStorm } from './storm/storm.ts'

const times = 10
let app: Application

beforeAll(async () => {
  app = await application()
  await app.start()
})
afterAll(() => app.remove())

test(`killed ${times} times in the middle of a storm, the application keeps every act it acknowledged`, { timeout: 300_000 }, async () => {
  const residents = await signedInResidents(app, 400)
  const deeds = (await asOwner(app, owner => Promise.all(acts.map(act => act.deeds(owner))))).flat()
  const storm = startStorm(app.url, residents, deeds)
  let before = 0
  for (let kill = 0; kill < times; kill += 1) {
    await pause(400 + ((kill * 379) % 700))
    if (kill % 3 !== 0) app.killPostgres()
    if (kill % 3 !== 1) {
      await app.killApplication()
      await app.start()
    }
    await untilMore(() => storm.answers.acknowledged.size)
    expect(storm.answers.acknowledged.size, `acts between kills ${kill} and ${kill + 1}`).toBeGreaterThan(before)
    before = storm.answers.acknowledged.size
  }
  await pause(500)
  await storm.end()

  const { acknowledged, statuses } = storm.answers
  expect([...statuses.keys()].filter(status => status >= 500 && status !== 503)).toEqual([])
  await asOwner(app, async owner => {
    const kept = (await Promise.all(acts.map(act => act.kept(owner)))).flat()
    const present = new Set(kept)
    expect([...acknowledged].filter(act => !present.has(act))).toEqual([])
    for (const { event, isIts } of acts) {
      const its = [...acknowledged].filter(act => isIts(act.split(' ')[1]!))
      expect(its.length, `${event} was done during the storm`).toBeGreaterThan(20)
      const { rows } = await owner.query(
        'select count(*)::int as n, count(distinct (c.person_id, e.subject))::int as acts from journal.entry e join journal.content c using (body_id) where c.entry_id = e.id and event = $1',
        [event],
      )
      expect(rows[0].n, 'one line of the journal for each act').toBe(rows[0].acts)
      expect(rows[0].n).toBeGreaterThanOrEqual(its.length)
    }
  })
  const check = await app.command('check')
  expect(check.output).toContain('All is in order')
  expect(check.code).toBe(0)
  expect(await app.stop()).toBe(0)
})

/** Waits until the application acknowledges acts again by itself. */
const untilMore = async (count: () => number) => {
  const from = count()
  for (let tries = 0; tries < 600 && count() <= from + 5; tries += 1) await pause(50)
}
