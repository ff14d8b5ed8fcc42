import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { main } from '../../compute.ts'

const said = { out: '', err: '' }
vi.spyOn(process.stdout, 'write').mockImplementation(text => ((said.out += String(text)), true))
vi.spyOn(process.stderr, 'write').mockImplementation(text => ((said.err += String(text)), true))
afterEach(() => Object.assign(said, { out: '', err: '' }))

const folder = mkdtempSync(join(tmpdir(), 'yvette-compute-'))
const file = (name: string, lines: readonly string[], end = '\n') => {
  const path = join(folder, name)
  writeFileSync(path, lines.join(end) + end)
  return path
}

/** Two camps of eight on ten statements, and someone who answered only three. */
const rows = Array.from({ length: 16 }, (_, person) =>
  Array.from({ length: 10 }, (_unused, statement) => {
    const camp = statement === 9 ? 1 : person % 2 === 0 ? 1 : -1
    return `${1000 + statement},le matin,${statement},${person},${(person + statement) % 7 === 0 ? 0 : camp}`
  }),
)
  .flat()
  .concat(['1,,0,99,1', '1,,1,99,1', '1,,9,99,1'])
const header = 'timestamp,datetime,comment-id,voter-id,vote'
const votes = file('votes.csv', [header, ...rows])

const result = async (...words: string[]) => {
  said.out = ''
  expect(await main(['compute', 'opinion-map', ...words])).toBe(0)
  expect(said.out.trimEnd().split('\n')).toHaveLength(1)
  return said.out
}

test('one JSON object on the standard output, words on the other', async () => {
  const map = JSON.parse(await result(votes))
  expect(map.excluded).toEqual({ '99': 'fewer than 7 votes' })
  expect(Object.keys(map.groups)).toHaveLength(16)
  expect(map.groups['0']).not.toBe(map.groups['1'])
  expect(map.groups['0']).toBe(map.groups['14'])
  expect(map.groupAwareConsensus['9']).toBeGreaterThan(0.4)
  expect(map.groupAwareConsensus['0']).toBeLessThan(0.3)
  expect(map.components[0]).toHaveLength(10)
  expect(map.representative[0]).toMatchObject({
    group: 0,
    statement: expect.any(String),
    direction: expect.any(String),
    score: expect.any(Number),
  })
  expect(map.consensus[0]).toMatchObject({ statement: '9', direction: 'agree' })
  expect([map.version, map.inputDigest]).toEqual([expect.stringMatching(/./), expect.stringMatching(/^[0-9a-f]{64}$/)])
  expect(said.err).toContain('16')
})

test('another order of rows or columns, other ends of lines, a relative path, --json: not one byte changes', async () => {
  const once = await result(votes)
  const turned = rows.map(row => row.split(',').reverse().join(',')).reverse()
  expect(await result(file('turned.csv', ['vote,voter-id,comment-id,datetime,timestamp', ...turned], '\r\n'))).toBe(once)
  expect(await result('--json', relative(process.cwd(), votes))).toBe(once)
})

test('statements moderated out are dropped', async () => {
  const comments = file('comments.csv', ['comment-body,moderated,comment-id', '"Un, deux",-1,0', 'Trois,1,1'])
  const map = JSON.parse(await result(votes, '--comments', comments))
  expect(map.statements).not.toContain('0')
  expect(map.statements).toHaveLength(9)
  expect(Object.keys(map.groupAwareConsensus)).not.toContain('0')
})

test('what cannot be read is explained, with its line; nothing is printed', async () => {
  const bad = file('bad.csv', [header, '1,,0,1,1', '1,,0,2,oui'])
  expect(await main(['compute', 'opinion-map', bad])).toBe(1)
  expect(said.err).toMatch(/bad\.csv.*3.*vote.*oui/)
  expect(await main(['compute', 'opinion-map', join(folder, 'nowhere.csv')])).toBe(1)
  expect(await main(['compute', 'opinion-map', folder])).toBe(1)
  expect(await main(['compute', 'opinion-map'])).toBe(2)
  expect(await main(['compute', 'opinion-map', votes, '--zork'])).toBe(2)
  expect(await main(['compute', 'zork'])).toBe(2)
  expect(said.out).toBe('')
})

test('a broken environment does not prevent a computation', async () => {
  vi.stubEnv('PORT', 'nowhere')
  await result(votes)
  vi.unstubAllEnvs()
})
