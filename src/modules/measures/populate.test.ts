import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { startApp } from '#kernel/testing'
import { measures, populateMeasures } from './index.ts'

test('invented numbers: what was asked for is there, counted exactly, unequally shared', async () => {
  const app = await startApp({ engines: [paper, moderation, debate, following, answers, meetings], services: [measures] })
  const added = await app.inWorld(world => populateMeasures(world.db, world.body, { measures: 60, residents: 100, supports: 1500 }))
  expect(added).toEqual({ measures: 60, residents: 100, supports: 1500 })
  const { rows } = await app.owner.pool.query(`
    select count(*)::int as supports, count(distinct measure_id)::int as measures,
      (select sum(n)::int from measures.support_count) as counted,
      (select count(distinct n)::int from measures.support_count) as shares from measures.support`)
  expect(rows[0]).toMatchObject({ supports: 1500, measures: 60, counted: 1500 })
  expect(rows[0].shares).toBeGreaterThan(5)
  expect(await app.text('/mesures?page=3')).toContain('inventé')
  const again = await app.inWorld(world => populateMeasures(world.db, world.body, { measures: 10, residents: 100, supports: 50 }))
  expect(again.supports).toBe(50)
  await expect(app.inWorld(world => populateMeasures(world.db, world.body, { measures: 1, residents: 10, supports: 10 }))).rejects.toThrow(
    RangeError,
  )
})
