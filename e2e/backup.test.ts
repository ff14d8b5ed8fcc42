import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acts } from './storm/acts.ts'
import { type Application, application } from './storm/application.ts'
import { asOwner, signedInResidents } from './storm/ground.ts'
import { startStorm } from './storm/storm.ts'

let app: Application
let elsewhere: Application

beforeAll(async () => {
  app = await application()
  elsewhere = await application()
  await app.start()
})
afterAll(async () => {
  await app.remove()
  await elsewhere.remove()
})

test('a backup made during a storm is one instant of it, and is the same when restored elsewhere', { timeout: 180_000 }, async () => {
  const residents = await signedInResidents(app, 300)
  const deeds = (await asOwner(app, owner => Promise.all(acts.map(act => act.deeds(owner))))).flat()
  const storm = startStorm(app.url, residents, deeds, 8)
  const many = join(app.folder, 'storm.yvette')
  while (storm.answers.acknowledged.size < 50) await pause(20)
  const before = new Set(storm.answers.acknowledged)
  expect(await app.command('backup', many)).toMatchObject({ code: 0 })
  const after = storm.answers.acknowledged.size
  await storm.end()
  expect(after, 'the storm went on during the backup').toBeGreaterThan(before.size)

  const restored = await elsewhere.command('restore', many)
  expect(restored.output).toContain('Restored')
  expect(restored.code).toBe(0)
  const check = await elsewhere.command('check')
  expect(check).toMatchObject({ code: 0, output: expect.stringContaining('All is in order') })
  await asOwner(elsewhere, async owner => {
    const kept = (await Promise.all(acts.map(act => act.kept(owner)))).flat()
    expect([...before].filter(act => !kept.includes(act))).toEqual([])
    let lines = 0
    for (const { event, subjects } of acts) {
      const { rows } = await owner.query(
        'select count(*)::int as n from journal.entry where body_id = 1 and event = $1 and ($2::text[] is null or subject = any($2))',
        [event, (await subjects?.(owner)) ?? null],
      )
      lines += rows[0].n
    }
    expect(lines, 'acts and their journal are of the same instant').toBe(kept.length)
  })
})

test('at rest, every table of the copy equals the original; what cannot be restored is refused', { timeout: 180_000 }, async () => {
  await app.stop()
  const copy = await application()
  try {
    const file = join(app.folder, 'rest.yvette')
    expect(await app.command('backup', file)).toMatchObject({ code: 0 })
    expect(await copy.command('restore', file)).toMatchObject({ code: 0 })
    const [one, other] = await Promise.all([app.command('check', '--digests'), copy.command('check', '--digests')])
    expect(one.output).toMatch(/measures\.support [1-9]\d* /)
    expect(other.output).toBe(one.output)

    expect(await copy.command('restore', file), 'a database in use').toMatchObject({
      code: 1,
      output: expect.stringContaining('already holds an instance'),
    })
    truncateSync(file, 4000)
    const empty = await application()
    try {
      expect(await empty.command('restore', file), 'a file cut short').toMatchObject({
        code: 1,
        output: expect.stringContaining('damaged'),
      })
      expect(await empty.command('restore', join(app.folder, 'nothing.yvette'))).toMatchObject({ code: 1 })
    } finally {
      await empty.remove()
    }
  } finally {
    await copy.remove()
  }
})
