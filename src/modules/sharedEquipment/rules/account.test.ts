import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountTable } from './accountTable.ts'
import { accountOf, aloneOf, instalmentsOf } from './accountOf.ts'
import { csvText } from './csvText.ts'
import { Facts, Published } from './published.ts'
import { shareCents } from './shareCents.ts'

const names = ['chevrigny', 'moutiers', 'orsigny', 'val-sur-yvette']
const script = new URL('../../../../bin/recompute-shared-account.mjs', import.meta.url).pathname
const recompute = (...files: string[]) => spawnSync(process.execPath, [script, ...files], { encoding: 'utf8', timeout: 30_000 })

/** A year as anybody could live it: items without use, years without people, costs taken back, damages, corrections. */
const year = fc
  .record({
    count: fc.integer({ min: 2, max: 4 }),
    people: fc.array(fc.nat(40_000), { minLength: 4, maxLength: 4 }),
    items: fc.array(
      fc.record({
        owner: fc.nat(3),
        use: fc.integer({ min: 0, max: 1000 }),
        rest: fc.integer({ min: 0, max: 1000 }),
        costs: fc.array(fc.integer({ min: -50_000, max: 2_000_000 }), { maxLength: 5 }),
        uses: fc.array(fc.record({ member: fc.nat(3), units: fc.nat(900) }), { maxLength: 6 }),
      }),
      { maxLength: 4 },
    ),
    between: fc.array(fc.record({ owner: fc.nat(3), member: fc.nat(3), cents: fc.integer({ min: 1, max: 90_000 }) }), { maxLength: 4 }),
  })
  .map(({ count, people, items, between }): Facts => {
    const name = (at: number) => names[at % count]!
    const lines = between.filter(one => one.owner % count !== one.member % count)
    return Facts.parse({
      format: 'yvette-shared-account/1',
      kind: 'account',
      year: 2025,
      edition: 1,
      agreement: { id: 2, title: 'Matériel, « partagé »', version: 1 },
      members: names
        .slice(0, count)
        .map((id, at) => ({ id, name: id, population: people[at], populationOn: '2024-01-01', populationSource: 'Insee, x' })),
      items: items.map((item, at) => {
        const population = Math.min(1000 - item.use, item.rest)
        return {
          id: String(at + 1),
          name: `Objet ${at}`,
          owner: name(item.owner),
          unit: 'km',
          key: { use: item.use, population, equal: 1000 - item.use - population },
          costs: item.costs.map((cents, n) => ({
            id: String(n),
            category: n % 2 ? 'fuel' : 'insurance',
            label: '=Prime\n"x"',
            on: '2025-03-01',
            cents,
          })),
          uses: item.uses.map((one, n) => ({
            loan: String(n),
            member: name(one.member),
            units: one.units,
            from: '2025-04-01',
            to: '2025-04-02',
          })),
        }
      }),
      damages: lines.slice(0, 2).map((one, n) => ({
        id: String(n),
        item: '1',
        owner: name(one.owner),
        member: name(one.member),
        cents: one.cents,
        reason: 'Tables',
      })),
      corrections: lines.slice(2).map((one, n) => ({
        id: String(n),
        about: 2024,
        owner: name(one.owner),
        member: name(one.member),
        cents: -one.cents,
        reason: 'Erreur',
      })),
      called: lines.slice(0, 1).map(one => ({ from: name(one.member), to: name(one.owner), cents: 1234 })),
      instalments: 4,
    })
  })

test('parts add up to the cent, each within a cent of its exact share, whatever the weights', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -10_000_000, max: 10_000_000 }),
      fc.array(fc.nat(100_000), { minLength: 1, maxLength: 12 }),
      (total, weights) => {
        const parts = shareCents(total, weights)
        const sum = weights.reduce((all, one) => all + one, 0)
        expect(parts === null).toBe(sum === 0)
        if (parts === null) return
        expect(parts.reduce((all, one) => all + one, 0)).toBe(total)
        for (const [at, part] of parts.entries()) expect(Math.abs(part - (total * weights[at]!) / sum)).toBeLessThan(1)
      },
    ),
  )
})

test.each([
  [100, [1, 1, 1], [34, 33, 33]], // equal remainders: the first of the list
  [-100, [1, 1, 1], [-34, -33, -33]],
  [1000, [700, 200, 100], [700, 200, 100]],
  [5, [0, 3, 1], [0, 4, 1]],
  [0, [1, 2], [0, 0]],
])('%i cents among %j: %j', (total, weights, parts) => expect(shareCents(total, weights)).toEqual(parts))

test('shares add up to the cost of each item, balances to nothing, and each transfer is owed once', () => {
  fc.assert(
    fc.property(year, facts => {
      const { results } = accountOf(facts)
      for (const [at, item] of results.items.entries()) {
        expect(item.shares.reduce((sum, one) => sum + one.cents, 0)).toBe(item.cents)
        expect(item.cents).toBe(facts.items[at]!.costs.reduce((sum, one) => sum + one.cents, 0))
      }
      expect(results.members.reduce((sum, one) => sum + one.balance, 0)).toBe(0)
      for (const { member, balance } of results.members) {
        const net = results.transfers.reduce(
          (sum, one) => sum + (one.from === member ? one.cents : 0) - (one.to === member ? one.cents : 0),
          0,
        )
        expect(net).toBe(balance)
      }
    }),
  )
})

test('the order in which communes or lines are written changes nothing', () => {
  fc.assert(
    fc.property(year, facts => {
      const mixed = { ...facts, members: facts.members.toReversed(), damages: facts.damages.toReversed() }
      expect(accountOf(mixed).results).toEqual(accountOf(facts).results)
    }),
  )
})

test('a script that shares nothing with us counts the same on 200 invented years, as JSON and as a table', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shared-account-'))
  const files = fc.sample(year, { numRuns: 200, seed: 5 }).flatMap((facts, at) => {
    const published = accountOf(facts)
    const [json, csv] = [join(folder, `${at}.json`), join(folder, `${at}.csv`)]
    writeFileSync(json, JSON.stringify(published))
    writeFileSync(csv, csvText(accountTable(published)))
    return [json, csv]
  })
  const { status, stdout, stderr } = recompute(...files)
  expect(stderr).toBe('')
  expect(stdout.split('\n').filter(line => line.includes('agree, to the cent'))).toHaveLength(400)
  expect(status).toBe(0)
})

test('one figure changed by a cent, and the script says which and ends with 1', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shared-account-'))
  const changes: readonly [string, (account: Published) => void][] = [
    ['a cost', account => (account.items[0]!.costs[0]!.cents += 1)],
    ['a share', account => (account.results.items[0]!.shares[1]!.cents += 1)],
    ['a balance', account => (account.results.members[0]!.balance -= 1)],
    ['a transfer', account => (account.results.transfers[0]!.cents += 1)],
    ['a damage', account => (account.damages[0]!.cents += 1)],
    ['kilometres', account => (account.items[0]!.uses[0]!.units += 1)],
    ['a population', account => (account.members[1]!.population += 900)],
  ]
  for (const [what, change] of changes) {
    const account = structuredClone(lived)
    change(account)
    const file = join(folder, 'account.json')
    writeFileSync(file, JSON.stringify(account))
    const { status, stdout } = recompute(file)
    expect([what, status]).toEqual([what, 1])
    expect(stdout).toContain('differ')
  }
  writeFileSync(join(folder, 'lived.json'), JSON.stringify(lived))
  expect(recompute(join(folder, 'lived.json')).status).toBe(0)
  expect(recompute(join(folder, 'absent.json')).status).toBe(2)
})

/** 1,000.00 € of a van that two communes drove 300 km and 100 km: by use 700, by population 300 thousandths. */
const lived = accountOf({
  format: 'yvette-shared-account/1',
  kind: 'account',
  year: 2025,
  edition: 1,
  agreement: { id: 2, title: 'Matériel', version: 1 },
  members: [
    { id: 'val', name: 'Val', population: 9000, populationOn: '2024-01-01', populationSource: 'Insee' },
    { id: 'bois', name: 'Bois', population: 1000, populationOn: '2024-01-01', populationSource: 'Insee' },
  ],
  items: [
    {
      id: '7',
      name: 'Fourgon',
      owner: 'val',
      unit: 'km',
      key: { use: 700, population: 300, equal: 0 },
      costs: [
        { id: '1', category: 'insurance', label: 'Assurance', on: '2025-01-05', cents: 60_000 },
        { id: '2', category: 'fuel', label: 'Gazole', on: '2025-06-05', cents: 40_000 },
      ],
      uses: [
        { loan: '1', member: 'val', units: 300, from: '2025-02-01', to: '2025-02-02' },
        { loan: '2', member: 'bois', units: 100, from: '2025-03-01', to: '2025-03-02' },
      ],
    },
  ],
  damages: [{ id: '1', item: '7', owner: 'val', member: 'bois', cents: 5_000, reason: 'Rétroviseur' }],
  corrections: [],
  called: [{ from: 'bois', to: 'val', cents: 20_000 }],
  instalments: 2,
})

test('a year by hand: 70 % by kilometres, 30 % by population, a mirror, and what was called', () => {
  const [bois, val] = lived.results.members
  // 700.00 × 100/400 = 175.00; 300.00 × 1000/10000 = 30.00
  expect(bois).toEqual({ member: 'bois', share: 20_500, spent: 0, damages: 5_000, corrections: 0, balance: 25_500 })
  expect(val).toEqual({ member: 'val', share: 79_500, spent: 100_000, damages: -5_000, corrections: 0, balance: -25_500 })
  expect(lived.results.left).toEqual([{ from: 'bois', to: 'val', cents: 5_500 }])
  // Alone, Bois would have paid all of the insurance and a quarter of the fuel.
  expect([aloneOf(lived, 'bois'), aloneOf(lived, 'val')]).toEqual([70_000, 90_000])
  expect(instalmentsOf(10_001, 4)).toEqual([2501, 2500, 2500, 2500])
})
