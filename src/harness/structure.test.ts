import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engines, services } from '../services.ts'
import { startWholeHouse } from './wholeHouse.ts'

let house: Awaited<ReturnType<typeof startWholeHouse>>
beforeAll(async () => void (house = await startWholeHouse()))
afterAll(() => house.app.close())

test('the structure of the database is the one that was reviewed', async () => {
  const { rows } = await house.app.owner.pool.query(structure)
  await expect(`${rows.map(row => row.line).join('\n')}\n`).toMatchFileSnapshot('../../golden/structure.txt')
})

test('every service has a README, a demonstration and a journey', () => {
  const missing = services.flatMap(({ id, demo }) => {
    const folder = new URL(`../modules/${id}/`, import.meta.url)
    const files = existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : []
    return [
      ...(files.includes('README.md') ? [] : [`${id}/README.md`]),
      ...(files.some(name => name.endsWith('journey.test.ts')) ? [] : [`${id}/journey.test.ts`]),
      ...(demo ? [] : [`${id}: demo`]),
    ]
  })
  expect(missing).toEqual([])
})

test('migrations name only their own schema, and the kernel', () => {
  const strangers = [...engines, ...services].flatMap(room => {
    if (!room.migrations) return []
    return readdirSync(room.migrations).flatMap(file => {
      const text = readFileSync(new URL(file, room.migrations), 'utf8')
        .replace(/--.*$/gm, '')
        .replace(/'[^']*'/g, "''")
      const schemas = [...text.matchAll(/\b(?:table|on|references|into|from|update|schema)\s+(?:if not exists\s+)?([a-z_]+)\./g)].map(
        match => match[1]!,
      )
      return [...new Set(schemas)]
        .filter(name => name !== schemaOf(room.id) && name !== 'kernel' && !/^(excluded|new|old|pg_catalog)$/.test(name))
        .map(name => `${room.id}/${file}: ${name}`)
    })
  })
  expect(strangers).toEqual([])
})

const schemaOf = (id: string) => id.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

const structure = `
with tables as (
  select c.oid, n.nspname::text || '.' || c.relname::text as name, c.relrowsecurity from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss') and n.nspname not like 'pg_toast%'
), lines as (
  select name, 0 as part, 0 as place, '\ntable ' || name || case when relrowsecurity then ' (row-level security)' else '' end as line from tables
  union all
  select t.name, 1, a.attnum, '  ' || a.attname::text || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attnotnull then ' not null' else '' end
    || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || case when a.attidentity <> '' then ' identity' else '' end
  from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  union all
  select t.name, 2, row_number() over (partition by t.name order by k.conname)::int, '  ' || pg_get_constraintdef(k.oid)
  from tables t join pg_constraint k on k.conrelid = t.oid where k.contype <> 'n'
  union all
  select t.name, 3, row_number() over (partition by t.name order by i.indexrelid::regclass::text)::int,
    '  ' || regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX \\S+ ON \\S+', '\\1index')
  from tables t join pg_index i on i.indrelid = t.oid where not i.indisprimary
  union all
  select t.name, 4, row_number() over (partition by t.name order by p.polname)::int,
    '  policy ' || p.polname::text || ' ' || p.polcmd::text || ' using ' || coalesce(pg_get_expr(p.polqual, p.polrelid), '-')
    || ' check ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-')
  from tables t join pg_policy p on p.polrelid = t.oid
)
select line from lines order by name, part, place`
