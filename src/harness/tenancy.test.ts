import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyRoute, realPath, startWholeHouse } from './wholeHouse.ts'

let house: Awaited<ReturnType<typeof startWholeHouse>>
beforeAll(async () => void (house = await startWholeHouse({ rehearsal: true })))
afterAll(() => house.app.close())

test('what belongs to one commune is not found on another commune’s site, whoever asks', { timeout: 120_000 }, async () => {
  const found: string[] = []
  for (const name of [null, 'odile', 'claire'] as const) {
    await house.app.signIn(name)
    for (const route of everyRoute.filter(one => /:\w/.test(one.path))) {
      const path = realPath(route, house.samples)
      const headers = { host: 'orsigny.localhost', origin: 'http://orsigny.localhost' }
      const response = await house.app.request(`http://orsigny.localhost${path}`, { method: route.method, headers })
      const isSentAway = response.status === 303 && response.headers.get('location')?.startsWith('/connexion')
      if (![400, 401, 403, 404, 409].includes(response.status) && !isSentAway && !(route.sharedByAll && response.status === 200))
        found.push(`${route.method} ${route.path} as ${name}: ${response.status}`)
    }
  }
  expect(found).toEqual([])
})

test('every table of a body has row-level security, and is read through its policy', async () => {
  const { rows } = await house.app.owner.pool.query(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss') and not c.relrowsecurity
    order by 1`)
  const { rows: tenant } = await house.app.owner.pool.query(`
    select table_schema || '.' || table_name as name from information_schema.columns where column_name = 'body_id'
    and table_schema not in ('pgboss', 'information_schema')`)
  const open = new Set(rows.map(row => row.name))
  expect(tenant.map(row => row.name).filter(name => open.has(name) && !readBeforeABodyIsKnown.includes(name))).toEqual([])
})

/** Read before anyone is known: which bodies share an agreement, and for whom a session acts. */
const readBeforeABodyIsKnown = ['kernel.agreement_body', 'auth.acting']

test('the application role can neither bypass row-level security nor rewrite the journal', async () => {
  const { rows } = await house.app.house.application.pool.query(
    'select rolbypassrls or rolsuper as dangerous from pg_roles where rolname = current_user',
  )
  expect(rows[0].dangerous).toBe(false)
  for (const statement of [
    'update journal.entry set event = event',
    'delete from journal.entry',
    'delete from journal.link',
    'truncate journal.entry',
  ]) {
    await expect(house.app.house.application.pool.query(statement)).rejects.toThrow(/permission denied/)
  }
})
