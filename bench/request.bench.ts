import { example } from '../bin/example/index.ts'
import { openGround, timed } from './ground.ts'

/** What a request costs before any service does anything: a small page with its query, against the same transaction in raw SQL. */
export const run = async () => {
  const ground = await openGround([], [example])
  const client = await ground.house.application.pool.connect()
  const raw = await timed(2000, async () => {
    await client.query(`begin; set local yvette.body = '1'; set local yvette.person = ''`)
    await client.query(
      `select r.id, r.text, r.written_at, p.name from example.remark r left join kernel.person p on p.id = r.author_id where r.body_id = 1 order by r.written_at desc, r.id desc limit 21`,
    )
    await client.query('commit')
  })
  client.release()
  const page = await timed(2000, async () => (await ground.house.app.request(`${ground.origin}/example`)).text())
  const gone = await timed(2000, async () => (await ground.house.app.request(`${ground.origin}/healthz`)).text())
  console.log(JSON.stringify({ rawSqlMs: raw, pageMs: page, emptyRouteMs: gone, ratio: page / raw }))
  await ground.close()
}
