import { engines, services } from '../src/services.ts'
import { member } from '#kernel/demonstration'
import { signInAs } from '#kernel/auth'
import { openGround, secrets, timed } from './ground.ts'

/** Where the time of one support goes, statement by statement, one connection. */
export const run = async () => {
  const ground = await openGround(engines, services)
  const cookie = await signInAs(ground.house.application, member('amina').id, secrets.signing)
  const token = decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!
  const real = await ground.house.application.pool.connect()
  const client = {
    query: (text: string, values?: unknown[]) => (values ? real.query({ name: text.slice(0, 40), text, values }) : real.query(text)),
    release: () => real.release(),
  }
  const { rows } = await ground.owner.pool.query(`select id from measures.measure where stage = 'co-construction' order by id`)
  const measure = rows[0].id
  const parts: Record<string, number> = {}
  parts['select 1'] = await timed(1000, () => client.query('select 1'))
  parts['begin+set+commit'] = await timed(1000, async () => {
    await client.query(`begin; set local yvette.body = '1'; set local yvette.person = ''`)
    await client.query('commit')
  })
  await client.query(`begin; set local yvette.body = '1'; set local yvette.person = '${member('amina').id}'`)
  parts['session'] = await timed(1000, () =>
    client.query(
      `select seen, set_config('yvette.person', coalesce(seen -> 'person' ->> 'personId', seen -> 'holder' ->> 'personId', ''), true) from auth.session_actor($1, $2, $3) as seen`,
      [token, 1, '2026-11-23'],
    ),
  )
  parts['actor'] = await timed(1000, () => client.query(`select kernel.actor($1, $2, $3)`, [member('amina').id, 1, '2026-11-23']))
  await client.query('rollback')
  await client.query(`begin; set local yvette.body = '1'; set local yvette.person = '${member('amina').id}'`)
  parts['support row'] = await timed(1000, () =>
    client.query(
      `insert into measures.support (body_id, measure_id, person_id, supported_at) values (1, $1, $2, now()) on conflict do nothing`,
      [measure, member('amina').id],
    ),
  )
  parts['journal'] = await timed(1000, () =>
    client.query(
      `with entry as (insert into journal.entry (body_id, at, event, subject, digest) values (1, now(), 'x', 'y', sha256('a')) returning body_id, id), content as (insert into journal.content (body_id, entry_id, salt, person_id, keyed_by, channel, form, data) select body_id, id, 'abc', $1::uuid, null, 'screen', null, '{}'::jsonb from entry) insert into journal.pending (body_id, entry_id) select body_id, id from entry`,
      [member('amina').id],
    ),
  )
  parts['count'] = await timed(1000, () =>
    client.query(
      `insert into measures.support_count as c (body_id, measure_id, slot, n) values (1, $1, 3, 1) on conflict (body_id, measure_id, slot) do update set n = c.n + 1`,
      [measure],
    ),
  )
  await client.query('rollback')
  let n = 0
  parts['bare insert autocommit'] = await timed(1000, () =>
    client.query(`insert into kernel.setting (body_id, room, key, value) select 1, 'x', $1, '1'::jsonb where false`, [String(n++)]),
  )
  const { rows: plan } = await client.query(
    `explain (analyze, verbose, buffers) select kernel.actor('${member('amina').id}', 1, '2026-11-23')`,
  )
  console.log(JSON.stringify(parts, null, 1))
  console.log(plan.map(r => r['QUERY PLAN']).join('\n'))
  client.release()
  await ground.close()
}
