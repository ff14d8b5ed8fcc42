import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '#kernel/demonstration'
import { engines, services } from '../services.ts'
import { startWholeHouse } from './wholeHouse.ts'

let house: Awaited<ReturnType<typeof startWholeHouse>>
beforeAll(async () => void (house = await startWholeHouse()))
afterAll(() => house.app.close())

const rooms = [...engines, ...services]
const declared = new Map(rooms.flatMap(room => (room.personalData === 'none' ? [] : Object.entries(room.personalData.columns))))

test('every column that names a person is declared with what erasure does to it', async () => {
  const { rows } = await house.app.owner.pool.query(`
    select table_schema || '.' || table_name || '.' || column_name as name, data_type = 'uuid' as person from information_schema.columns
    where table_schema not in ('pgboss', 'information_schema', 'pg_catalog') order by 1`)
  const known = new Set(rows.map(row => row.name as string))
  const ofKernel = /^(kernel|journal|auth|mail|files)\./
  expect(rows.filter(row => row.person && !ofKernel.test(row.name) && !declared.has(row.name)).map(row => row.name)).toEqual([])
  expect([...declared.keys()].filter(name => !known.has(name))).toEqual([])
  const register = [...declared].map(([name, fate]) => `${name}: ${fate}`).sort()
  await expect(`${register.join('\n')}\n`).toMatchFileSnapshot('../../golden/personal-data.txt')
})

test('erasing a person removes them from every column declared deleted or anonymised', { timeout: 60_000 }, async () => {
  const person = cast.amina.id
  const before = await mentions(person)
  expect(before.length).toBeGreaterThan(0)
  await house.app.inWorld(async world => {
    for (const room of rooms) if (room.personalData !== 'none') await room.personalData.erase(world, person)
  })
  const left = (await mentions(person)).filter(name => declared.get(name) !== 'kept')
  expect(left).toEqual([])
})

/** Declared columns where this person still stands. */
const mentions = async (person: string) => {
  const found: string[] = []
  for (const name of declared.keys()) {
    const [schema, table, column] = name.split('.')
    const { rows } = await house.app.owner.pool.query(
      `select data_type from information_schema.columns where table_schema = $1 and table_name = $2 and column_name = $3`,
      [schema, table, column],
    )
    if (rows[0]?.data_type !== 'uuid') continue
    const { rowCount } = await house.app.owner.pool.query(`select from "${schema}"."${table}" where "${column}" = $1 limit 1`, [person])
    if (rowCount) found.push(name)
  }
  return found
}
