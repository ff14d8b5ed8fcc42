import { expect, test } from 'vitest'
import { answers } from '#engines/answers'
import { debate } from '#engines/debate'
import { following } from '#engines/following'
import { meetings } from '#engines/meetings'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { startApp } from '#kernel/testing'
import { importProgramme, measures, populateAmendments } from '../../index.ts'
import type { Here } from '../schema.ts'
import { countAmendments, listAmendments, neighboursOf } from './listAmendments.ts'
import { readAmendment } from './readAmendment.ts'
import { readVersions } from './readVersions.ts'

const programme =
  '# Vivre ici\n\n## Marché\n\n- Un marché de nuit\n  La commune ouvre un marché de nuit.\n- Une navette\n  Une navette circule le soir.'
const start = async () => {
  const app = await startApp({
    engines: [answers, debate, following, meetings, moderation, paper],
    services: [measures],
    now: '2026-11-03T09:00:00Z',
  })
  const made = await app.inWorld(async (world: Here) => {
    const { measures: ids } = await importProgramme(world, programme, { name: 'p.md', publish: true })
    return { ids, added: await populateAmendments(world.db, world.body, 90) }
  })
  return { app, ...made }
}

test('amendments are read page by page in the order of the text, each once', async () => {
  const { app, ids, added } = await start()
  expect(added).toBe(90)
  const measure = ids[0]!
  const pages = await app.inWorld(async ({ db, body }: Here) => {
    const of = (number: number) => listAmendments(db, body.id, measure, null, { size: 20, start: (number - 1) * 20 })
    return [await of(1), await of(2), await of(3)]
  })
  expect(pages.map(page => page.length)).toEqual([21, 21, 5])
  const seen = pages.flatMap(page => page.slice(0, 20))
  expect(new Set(seen.map(({ id }) => id)).size).toBe(45)
  expect(seen.map(({ id }) => Number(id))).toEqual(seen.map(({ id }) => Number(id)).toSorted((a, b) => a - b))
  for (const { before, after } of seen) expect(after).toContain(`${before} Ajout inventé`)
})

test('an amendment is read with its base, and only under its own measure and commune', async () => {
  const { app, ids } = await start()
  await app.inWorld(async ({ db, body }: Here) => {
    const [line] = await listAmendments(db, body.id, ids[0]!, 'open', { size: 1, start: 0 })
    const id = line!.id
    const detail = await readAmendment(db, body.id, ids[0]!, id, null)
    expect(detail).toMatchObject({
      id,
      state: 'open',
      baseVersion: 1,
      operations: [{ kind: 'replace', paragraph: detail?.base[0]?.id }],
      supports: 0,
      decision: null,
    })
    expect(await readAmendment(db, body.id, ids[1]!, id, null)).toBe(null)
    expect(await readAmendment(db, 2, ids[0]!, id, null)).toBe(null)
    expect((await neighboursOf(db, body.id, ids[0]!, id, detail!.paragraphs)).length).toBe(20)
    expect(await neighboursOf(db, body.id, ids[0]!, id, [])).toEqual([])
    expect([...(await countAmendments(db, body.id, ids[0]!))]).toEqual([['open', 45]])
    expect((await readVersions(db, body.id, ids[0]!, 5, 100)).map(({ number }) => number)).toEqual([1])
  })
})

test('what was decided is decided once: the database refuses a second row, and the application cannot rewrite it', async () => {
  const { app, ids } = await start()
  const insert =
    "insert into measures.amendment_decision (body_id, amendment_id, outcome, reason, revision, college, decided_at) select 1, min(id), 'refused', 'Non.', 1, 'elected', now() from measures.amendment where measure_id = $1"
  await app.owner.pool.query(insert, [ids[0]])
  await expect(app.owner.pool.query(insert, [ids[0]])).rejects.toThrow(/duplicate key/)
  const { rows } = await app.owner.pool.query("select count(*)::int as n from measures.amendment where state = 'refused'")
  expect(rows[0].n).toBe(1)
  await expect(
    app.house.application.transact({ body: 1, person: null }, async db => {
      const { sql } = await import('#kernel/db')
      await sql`update measures.amendment_decision set reason = 'Oui.'`.execute(db)
    }),
  ).rejects.toThrow(/permission denied/)
})
