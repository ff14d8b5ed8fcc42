import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commitmentOf, drawOrder, drawSome, drawTicket, drawWinner, readInputs, ticketInputs } from './index.ts'
import { byBytes, canonicalText } from './canonical.ts'

const line = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .map(canonicalText)
  .filter(text => text !== '')
const list = fc.uniqueArray(line, { minLength: 1, maxLength: 12 })
const seed = fc.string({ minLength: 1 }).filter(text => canonicalText(text) !== '')

test('the order in which a list is given changes nothing, and everybody is drawn once', () => {
  fc.assert(
    fc.property(list, seed, fc.infiniteStream(fc.nat()), (inputs, drawn, luck) => {
      const order = drawOrder({ inputs, seed: drawn })
      const shuffled = inputs
        .map(input => ({ input, at: luck.next().value }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ input }) => input)
      expect(drawOrder({ inputs: shuffled, seed: ` ${drawn}\t` })).toEqual(order)
      expect(commitmentOf(shuffled)).toBe(commitmentOf(inputs))
      expect(order.toSorted(byBytes)).toEqual(inputs.toSorted(byBytes))
    }),
  )
})

test('another list, even by one letter, has another digest; another seed gives other orders', () => {
  fc.assert(
    fc.property(list, line, (inputs, other) => {
      fc.pre(!inputs.includes(other))
      expect(commitmentOf([...inputs, other])).not.toBe(commitmentOf(inputs))
    }),
  )
  const inputs = Array.from('abcdefgh')
  expect(new Set(Array.from({ length: 200 }, (_, draw) => drawOrder({ inputs, seed: `${draw}` }).join(''))).size).toBeGreaterThan(195)
})

/** Σ (seen − expected)² / expected; with `cells − 1` degrees, its mean is `cells − 1` and its spread √(2 (cells − 1)). */
const chiSquare = (counts: ReadonlyMap<string, number>, cells: number, draws: number) => {
  const expected = draws / cells
  let sum = (cells - counts.size) * expected
  for (const count of counts.values()) sum += (count - expected) ** 2 / expected
  return (sum - (cells - 1)) / Math.sqrt(2 * (cells - 1))
}
const tally = (draws: number, outcome: (draw: number) => string) => {
  const counts = new Map<string, number>()
  for (let draw = 0; draw < draws; draw++) {
    const key = outcome(draw)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

test('every order is as likely as any other', () => {
  const inputs = ['Amina', 'Louis', 'Chloé', 'Émile']
  const orders = tally(4_800, draw => drawOrder({ inputs, seed: `tirage ${draw}` }).join(' '))
  expect(orders.size).toBe(24)
  expect(Math.abs(chiSquare(orders, 24, 4_800))).toBeLessThan(4)
  const first = tally(3_000, draw =>
    drawWinner(
      Array.from({ length: 50 }, (_, n) => `n° ${n}`),
      `${draw} 3 17`,
    ),
  )
  expect(Math.abs(chiSquare(first, 50, 3_000))).toBeLessThan(4)
}, 60_000)

test('k of n: the drawn and the reserve share the list', () => {
  const inputs = Array.from({ length: 9 }, (_, n) => `personne ${n}`)
  const { drawn, reserve } = drawSome({ inputs, seed: '4 8 15' }, 4)
  expect([drawn.length, reserve.length]).toEqual([4, 5])
  expect([...drawn, ...reserve]).toEqual(drawOrder({ inputs, seed: '4 8 15' }))
  expect(() => drawSome({ inputs, seed: '1' }, 10)).toThrow('10')
  const pairs = tally(2_520, draw =>
    drawSome({ inputs, seed: `${draw}` }, 2)
      .drawn.toSorted()
      .join(),
  )
  expect(Math.abs(chiSquare(pairs, 36, 2_520))).toBeLessThan(4)
})

test('a panel is drawn as often as it has tickets', () => {
  const tickets = [5, 0, 3, 2]
  expect(ticketInputs([1, 2])).toEqual(['1 1', '2 2', '3 2'])
  const drawn = tally(2_000, draw => String(drawTicket(tickets, `urne ${draw}`).outcome))
  expect(drawn.get('1')).toBeUndefined()
  for (const [outcome, many] of tickets.entries()) expect((drawn.get(String(outcome)) ?? 0) / 2_000).toBeCloseTo(many / 10, 1)
  for (let draw = 0; draw < 50; draw++) {
    const { ticket, outcome } = drawTicket(tickets, `${draw}`)
    expect(ticketInputs(tickets)[ticket - 1]).toMatch(new RegExp(` ${outcome + 1}$`, 'u'))
  }
})

test('a list as people paste it: marks, ends of lines and spaces do not count; the same line twice is said, never merged', () => {
  const { inputs } = readInputs('\uFEFFChloé\r\n  Amina   B. \n\n\tÉmile\r')
  expect(inputs).toEqual(['Amina B.', 'Chloé', 'Émile'])
  expect(readInputs('Chloe\u0301').inputs).toEqual(['Chloé'])
  expect(readInputs('a\n\nb\n a ').problem).toEqual({ kind: 'twice', line: 4, text: 'a' })
  expect(readInputs(' \n').problem).toMatchObject({ kind: 'nothing' })
  expect(() => drawOrder({ inputs: ['a', 'a '], seed: '1' })).toThrow('equal')
  expect(() => drawOrder({ inputs: ['a'], seed: '  ' })).toThrow('seed')
})

const shell = spawnSync('sh', ['-c', 'command -v sha256sum sort cut']).status === 0

test.skipIf(!shell)('the few lines of the README, with sha256sum alone, give the same order', () => {
  const recipe = /```sh\n(.*?)```/su.exec(readFileSync(new URL('./README.md', import.meta.url), 'utf8'))?.[1] ?? ''
  const folder = mkdtempSync(join(tmpdir(), 'yvette-lot-'))
  for (const [at, names] of [
    ['Amina', 'Chloé', 'L’école, 2 « rue »', '𝒵ed', 'ﬀ', '%s \\n', '-e', '$(x)'],
    Array.from({ length: 12 }, (_, n) => `projet ${n}`),
  ].entries()) {
    const { inputs } = readInputs(names.join('\n'))
    writeFileSync(join(folder, 'list.txt'), inputs.map(input => `${input}\n`).join(''))
    const seedOf = `7 12 23 34 4${at}`
    const out = execFileSync('bash', ['-c', recipe.replace(/seed='.*'/u, `seed='${seedOf}'`)], { cwd: folder, encoding: 'utf8' })
    expect(out.trimEnd().split('\n')).toEqual(drawOrder({ inputs, seed: seedOf }))
  }
})
