import { expect, test } from 'vitest'
import { sql } from '#kernel/db'
import { defineService } from '#kernel/service'
import { startApp } from '#kernel/testing'
import { moderation } from '#engines/moderation'
import { paper } from '#engines/paper'
import { debate } from './index.ts'
import { debateRoutes } from './debateRoutes.tsx'

const park = defineService({
  id: 'park',
  path: '/parc',
  title: { fr: 'Le parc', en: 'The park' },
  personalData: 'none',
  routes: debateRoutes({
    base: '/parc/:place/debat',
    subjectOf: async c => ({ key: `place:${c.req.param('place')}`, title: 'Le parc', url: `/parc/${c.req.param('place')}`, isOpen: true }),
  }),
})

test('a debate of a thousand arguments and ten thousand marks is read twenty at a time, none twice and none lost', async () => {
  const app = await startApp({ engines: [paper, moderation, debate], services: [park] })
  await app.inWorld(async ({ db }) => {
    await sql`insert into kernel.person (id, name) select gen_random_uuid(), 'Habitant ' || n from generate_series(1, 200) n`.execute(db)
    await sql`insert into debate.argument (body_id, subject, stance, text, filed_at)
      select 1, case when n <= 1000 then 'place:1' else 'place:2' end, case n % 5 when 0 then 'question' when 1 then 'against' else 'for' end,
        'Argument numéro ' || n || ' du parc', '2026-01-01T10:00:00Z'::timestamptz + n * interval '3 hours' from generate_series(1, 1020) n`.execute(
      db,
    )
    await sql`insert into debate.tally (body_id, argument_id) select 1, id from debate.argument`.execute(db)
    await sql`insert into moderation.content (body_id, subject, url, extract, fingerprint, state, registered_at)
      select 1, 'argument:' || id, '/parc', '', sha256(''), 'visible', filed_at from debate.argument`.execute(db)
  })
  await app.owner.pool.query(`insert into debate.support (body_id, argument_id, person_id, quality, side, given_at)
    select 1, a.id, p.id, 'argued', case when p.rank % 3 = 0 then 'supporter' else 'other' end, now()
    from debate.argument a cross join (select id, row_number() over (order by name) as rank from kernel.person where name like 'Habitant%') p
    where (a.id * 7 + p.rank * 13) % 20 = 0`)
  await app.owner.pool.query(`insert into debate.passer (body_id, subject, person_id, side, last_day)
    select distinct s.body_id, a.subject, s.person_id, s.side, date '2026-05-20' from debate.support s join debate.argument a on a.id = s.argument_id`)
  await app.owner.pool.query('analyze')

  const read = new Set<string>()
  for (let page = 1; page <= 40; page += 1) {
    const found = (await app.text(`/parc/1/debat?page=${page}`)).match(/Argument numéro \d+ du parc/g) ?? []
    expect(found.length).toBe(20)
    for (const one of found) read.add(one)
  }
  expect(read.size).toBe(800)

  const median = async (path: string) => {
    const times: number[] = []
    for (let n = 0; n < 15; n += 1) {
      const from = performance.now()
      await app.text(path)
      times.push(performance.now() - from)
    }
    return times.toSorted((a, b) => a - b)[7]!
  }
  const [large, small] = [await median('/parc/1/debat'), await median('/parc/2/debat')]
  if (process.env.SHOW_TIMES) process.stdout.write(`1,000 arguments: ${large.toFixed(1)} ms; 20 arguments: ${small.toFixed(1)} ms\n`)
  expect(large).toBeLessThan(small * 8)
})
