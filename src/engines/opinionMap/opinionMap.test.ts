import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRows } from './fixtures/anyRows.ts'
import { planted, recurrence } from './fixtures/planted.ts'
import { adjustedRand } from './grouping/adjustedRand.ts'
import { opinionMap, opinionMapInWorker, sensitivity, updateOpinionMap, voteTable, type VoteRow, warmState } from './index.ts'

const four = planted({ people: 200, statements: 40, groups: 4, answered: 0.6, sure: 0.8 })
const two = planted({ people: 120, statements: 30, groups: 2, answered: 0.7, sure: 0.75, seed: 7 })

const shuffled = <Item>(items: readonly Item[], seed: number) => {
  const next = recurrence(seed)
  return items
    .map(item => ({ item, at: next() }))
    .sort((left, right) => left.at - right.at)
    .map(({ item }) => item)
}
const mapOf = (rows: readonly VoteRow[]) => opinionMap({ votes: voteTable(rows) })
const opinionsOf = (map: ReturnType<typeof mapOf>, groups: number) =>
  adjustedRand(
    map.participants.map(({ group }) => group),
    map.participants.map(({ id }) => Number(id) % groups),
  )

test.each([2, 3, 4, 5])('%i planted opinions are found as so many groups', groups => {
  for (const seed of [1, 2, 3]) {
    const map = mapOf(planted({ people: 240, statements: 50, groups, answered: 0.5, sure: 0.85, seed }))
    expect(map.groups).toHaveLength(groups)
    expect(opinionsOf(map, groups)).toBeGreaterThan(0.9)
    expect(map.silhouette).toBeGreaterThan(0.3)
  }
})

test('the same votes in any order give the same bytes', () => {
  const once = JSON.stringify(mapOf(four))
  for (const seed of [11, 12, 13]) expect(JSON.stringify(mapOf(shuffled(four, seed)))).toBe(once)
  expect(JSON.stringify(mapOf(two))).not.toBe(once)
  fc.assert(
    fc.property(anyRows, fc.nat(), (rows, seed) => {
      expect(JSON.stringify(mapOf(shuffled(rows, seed + 1)))).toBe(JSON.stringify(mapOf(rows)))
    }),
  )
})

test('any votes at all give a whole map: everyone who voted is in it or left out, every figure is a number', () => {
  fc.assert(
    fc.property(anyRows, rows => {
      const map = mapOf(rows)
      const people = new Set(rows.map(({ participant }) => participant))
      expect(new Set([...map.participants, ...map.excluded].map(({ id }) => id))).toEqual(people)
      expect(map.groups.reduce((sum, { members }) => sum + members, 0)).toBe(map.participants.length)
      for (const { x, y, group } of map.participants)
        expect([Number.isFinite(x), Number.isFinite(y), map.groups[group]!.group]).toEqual([true, true, group])
      expect(JSON.stringify({ ...map, silhouette: 0 })).not.toContain('null')
      for (const vector of map.components) expect(vector).toHaveLength(map.statements.length)
    }),
  )
})

test('groups are numbered from the largest; statements, figures and people say what they are about', () => {
  const map = mapOf(two)
  const sizes = map.groups.map(({ members }) => members)
  expect(sizes).toEqual(sizes.toSorted((left, right) => right - left))
  const first = map.statements[0]!
  const votes = [...new Map(two.filter(({ statement }) => statement === '0').map(row => [row.participant, row.vote])).values()]
  expect(first).toMatchObject({ id: '0', seen: votes.length, agree: votes.filter(vote => vote === 1).length })
  expect(first.groups[0]!.seen + first.groups[1]!.seen).toBeLessThanOrEqual(first.seen)
  expect(map.representative.some(({ group }) => group === 0) && map.representative.some(({ group }) => group === 1)).toBe(true)
  expect(map.groupAwareConsensus).toHaveLength(30)
  expect(map.priorities).toHaveLength(30)
})

test('too few votes: left out, with what was needed; the threshold follows the number of statements', () => {
  const rows = [...four, { participant: 'late', statement: '1', vote: 1 as const, order: 1 }]
  expect(mapOf(rows).excluded).toContainEqual({ id: 'late', votes: 1, needed: 7 })
  const few = mapOf(rows.filter(({ statement }) => Number(statement) < 3))
  expect(few.excluded.find(({ id }) => id === 'late')).toEqual({ id: 'late', votes: 1, needed: 3 })
})

test('a statement moderated out takes its votes with it; one without a vote is only in the priorities', () => {
  const statements = [
    { id: '0', moderated: -1 as const },
    { id: '1', moderated: 1 as const },
    { id: 'new', moderated: 0 as const },
  ]
  const map = opinionMap({ votes: voteTable(two), statements })
  const without = mapOf(two.filter(({ statement }) => statement !== '0'))
  expect(map.statements.map(({ id }) => id)).not.toContain('0')
  expect(map.components).toEqual(without.components)
  expect(map.priorities[0]!.statement).toBe('new')
  expect(map.inputDigest).not.toBe(without.inputDigest)
})

test.each<[string, VoteRow[], number]>([
  ['no vote', [], 0],
  ['one vote', [{ participant: '1', statement: '1', vote: 1, order: 1 }], 1],
  ['one person', two.filter(({ participant }) => participant === '5'), 1],
  ['one statement', two.filter(({ statement }) => statement === '5'), 1],
  ['everyone of one mind', two.map(row => ({ ...row, vote: 1 as const })), 1],
  ['everyone passes', two.map(row => ({ ...row, vote: 0 as const })), 1],
])('%s: a map all the same', (_name, rows, leastGroups) => {
  const map = mapOf(rows)
  expect(map.groups.length).toBeGreaterThanOrEqual(leastGroups)
  expect(map.components.length).toBeLessThanOrEqual(2)
  for (const { x, y } of map.participants) expect([x, y].every(Number.isFinite)).toBe(true)
})

test('the digest is what README.md says', () => {
  const rows: VoteRow[] = [
    { participant: '10', statement: 'b"', vote: 0, order: 1 },
    { participant: '9', statement: '2', vote: 1, order: 1 },
    { participant: '9', statement: 'b"', vote: -1, order: 1 },
  ]
  const text = 'yvette opinion map input 1\nleast votes 7, most groups 5\n["2","b\\""]\n[]\n"9" 0+ 1-\n"10" 1=\n'
  expect(mapOf(rows).inputDigest).toBe(createHash('sha256').update(text).digest('hex'))
})

test('later votes: a warm map is near the cold one, and says that it is provisional', () => {
  const state = warmState({ votes: voteTable(four.slice(0, -300)) })
  expect(state.map.provisional).toBe(false)
  const later = four.slice(-300)
  const warm = updateOpinionMap(state, later)
  const cold = mapOf(four)
  expect(warm).toMatchObject({ provisional: true, inputDigest: '' })
  expect(warm.statements.map(({ agree, seen }) => [agree, seen])).toEqual(cold.statements.map(({ agree, seen }) => [agree, seen]))
  for (const [place, loading] of warm.components[0]!.entries()) expect(loading).toBeCloseTo(cold.components[0]![place]!, 6)
  expect(
    adjustedRand(
      warm.participants.map(({ group }) => group),
      cold.participants.map(({ group }) => group),
    ),
  ).toBeGreaterThan(0.95)
})

test('later votes: a person changes their mind, a person and a statement arrive', () => {
  const state = warmState({ votes: voteTable(two), statements: [{ id: 'fresh', moderated: 1 }] })
  const before = state.map.statements.find(({ id }) => id === '0')!
  const [row] = two.filter(({ statement, vote }) => statement === '0' && vote === 1)
  updateOpinionMap(state, [{ ...row!, vote: -1, order: 1e9 }])
  expect(state.map.statements.find(({ id }) => id === '0')).toMatchObject({ agree: before.agree - 1, disagree: before.disagree + 1 })
  updateOpinionMap(state, [{ participant: 'newcomer', statement: 'fresh', vote: 1, order: 1e9 }])
  expect(state.map.statements.at(-1)).toMatchObject({ id: 'fresh', agree: 1 })
  expect(state.map.excluded).toContainEqual({ id: 'newcomer', votes: 1, needed: 7 })
  expect(state.map.priorities.filter(({ statement }) => statement === 'fresh')).toHaveLength(1)
})

test('without a block that came suddenly: what the conclusions lose', () => {
  const agreed = new Set(mapOf(two).consensus.map(({ statement }) => statement))
  const pushed = Array.from({ length: 30 }, (_, statement) => String(statement)).find(statement => !agreed.has(statement)) ?? ''
  const block = Array.from({ length: 300 }, (_, person): VoteRow => ({
    participant: `block ${person}`,
    statement: pushed,
    vote: 1,
    order: 1,
  }))
  const input = { votes: voteTable([...two, ...block]) }
  const whole = opinionMap(input)
  const { removed, without, lost, gained, agreement } = sensitivity(input, whole, new Set(block.map(({ participant }) => participant)))
  expect(removed).toBe(300)
  expect(JSON.stringify(without)).toBe(JSON.stringify(mapOf(two)))
  expect(lost.map(({ statement, direction }) => [statement, direction])).toContainEqual([pushed, 'agree'])
  expect(gained.every(({ statement }) => statement !== pushed)).toBe(true)
  expect(agreement).toBeGreaterThan(0.5)
  expect(sensitivity(input, whole, new Set()).agreement).toBe(1)
})

test('in a thread of its own: the same bytes, and an end when it is no longer wanted', async () => {
  const input = { votes: voteTable(two), statements: [{ id: '3', moderated: -1 as const }] }
  expect(JSON.stringify(await opinionMapInWorker(input))).toBe(JSON.stringify(opinionMap(input)))
  await expect(opinionMapInWorker(input, { signal: AbortSignal.timeout(1) })).rejects.toThrow(/timeout/i)
  await expect(opinionMapInWorker(input, { signal: AbortSignal.abort(new Error('left')) })).rejects.toThrow('left')
})
