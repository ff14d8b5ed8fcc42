import { expect, test } from 'vitest'
import { cast, startApp } from '#kernel/testing'
import { sql } from '#kernel/db'

const stranger = '7b0c5a52-3f0e-4a7b-9a53-0c2f3c5f9d11'

test('a body writes nothing about people it does not know, whatever the application asks', async () => {
  const app = await startApp({ services: [] })
  await app.owner.pool.query("insert into kernel.person (id, name) values ($1, 'Inconnue ici')", [stranger])
  const write = (statement: ReturnType<typeof sql>) =>
    app.house.application
      .transact({ body: 1, person: cast.claire.id }, db => statement.execute(db))
      .then(
        () => 'written',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      )
  const bond = (guardian: string, ward: string) =>
    sql`insert into kernel.guardianship (guardian_id, ward_id, kind, since) values (${guardian}, ${ward}, 'parent', '2026-01-01')`
  expect(await write(bond(cast.claire.id, stranger))).toMatch(/row-level security/)
  expect(await write(bond(stranger, cast.amina.id))).toMatch(/row-level security/)
  expect(await write(bond(cast.claire.id, cast.amina.id))).toBe('written')
  expect(await write(sql`update kernel.guardianship set ward_id = ${cast.louis.id}`)).toMatch(/permission denied/)
  expect(await write(sql`insert into kernel.contact (person_id, email) values (${stranger}, 'a@exemple.fr')`)).toMatch(/row-level security/)
  expect(await write(sql`insert into kernel.account (user_id, person_id) values ('door', ${stranger})`)).toMatch(/row-level security/)
  expect(await write(sql`update kernel.person set name = 'Autre' where id = ${stranger}`)).toBe('written')
  const { rows } = await app.owner.pool.query('select name from kernel.person where id = $1', [stranger])
  expect(rows).toEqual([{ name: 'Inconnue ici' }])
})

test('what reads above row-level security is not open to everyone who can connect', async () => {
  const app = await startApp({ services: [] })
  const { rows } = await app.owner.pool.query(`
    select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'public')
      and (has_function_privilege('public', p.oid, 'execute') or not coalesce(array_to_string(p.proconfig, ','), '') ~ 'search_path')`)
  expect(rows).toEqual([])
  expect((await app.owner.pool.query('select count(*)::int as n from pg_proc where prosecdef')).rows[0].n).toBeGreaterThan(5)
})
