import * as highsModule from 'highs'
import { expect, test } from 'vitest'
import {
  checkCertificate,
  poolOf,
  readCategories,
  readRespondents,
  sortition,
  type SortitionInput,
  writeCategories,
  writeRespondents,
} from './index.ts'

// The package declares its types as CommonJS and is an ES module: its default export is the loader itself.
const highs = await (highsModule.default as unknown as typeof highsModule.default.default)()

/** A published sequence (Lehmer): the pools of this test are the same for everyone. */
const luckOf = (seed: number) => () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647

const randomPool = (seed: number): SortitionInput => {
  const luck = luckOf(seed * 7919 + 1)
  const below = (limit: number) => Math.floor(luck() * limit)
  const size = 2 + below(3)
  const people = size + 2 + below(5)
  const categories = [2, 2 + below(2), 2].slice(0, 1 + below(3))
  const respondents = Array.from({ length: people }, (_, at) => ({
    id: `p${at}`,
    features: Object.fromEntries(categories.map((features, category) => [`c${category}`, `f${Math.floor(luck() ** 1.7 * features)}`])),
    ...(luck() < 0.25 && { address: `a${below(3)}` }),
  }))
  const quotas = categories.flatMap((features, category) =>
    Array.from({ length: features }, (_, feature) => {
      const min = Math.max(0, Math.round(size / features) - 1 - below(2) + below(2))
      return { category: `c${category}`, feature: `f${feature}`, min, max: Math.min(size, min + 1 + below(2)) }
    }),
  )
  return { size, quotas, respondents }
}

/** Every panel that keeps the rules, by trying all of them. */
const everyPanel = ({ size, quotas, respondents }: SortitionInput): number[][] => {
  const panels: number[][] = []
  const choose = (from: number, chosen: number[]) => {
    if (chosen.length === size) {
      const homes = chosen.flatMap(at => respondents[at]!.address ?? [])
      const keeps = quotas.every(({ category, feature, min, max }) => {
        const count = chosen.filter(at => respondents[at]!.features[category] === feature).length
        return min <= count && count <= max
      })
      if (keeps && new Set(homes).size === homes.length) panels.push(chosen)
      return
    }
    for (let at = from; at < respondents.length; at++) choose(at + 1, [...chosen, at])
  }
  choose(0, [])
  return panels
}

/** Leximin on all panels at once, one linear program in text per question; knows nothing of types, columns or cuts. */
const byHand = (people: number, panels: readonly number[][]): number[] => {
  const floors = new Map<number, number>()
  const has = (person: number) => panels.flatMap((panel, at) => (panel.includes(person) ? [`w${at}`] : [])).join(' + ') || '0 w0'
  const solve = (goal: string, free: (person: number) => string) => {
    const rows = Array.from({ length: people }, (_, person) => {
      const floor = floors.get(person)
      return ` r${person}: ${has(person)} ${floor === undefined ? free(person) : `>= ${floor - 1e-9}`}`
    })
    const text = `Maximize\n obj: ${goal}\nSubject To\n${rows.join('\n')}\n all: ${panels.map((_, at) => `w${at}`).join(' + ')} = 1\nBounds\n z >= 0\nEnd`
    return highs.solve(text, { primal_feasibility_tolerance: 1e-9, dual_feasibility_tolerance: 1e-9 }).ObjectiveValue
  }
  while (floors.size < people) {
    const z = solve('z', () => '- z >= 0')
    const free = Array.from({ length: people }, (_, person) => person).filter(person => !floors.has(person))
    const stuck = free.filter(person => solve(has(person), () => `>= ${z - 1e-9}`) < z + 1e-6)
    for (const person of stuck.length > 0 ? stuck : free.slice(0, 1)) floors.set(person, z)
  }
  return Array.from({ length: people }, (_, person) => floors.get(person)!)
}

test(
  'small pools: the same probabilities as trying every panel, proved, and rounded to tickets that keep the rules',
  { timeout: 120_000 },
  async () => {
    const seen = { feasible: 0, refused: 0, minima: new Set<string>() }
    for (let seed = 1; seed <= Number(process.env['RUNS'] ?? 16); seed++) {
      const input = randomPool(seed)
      const panels = everyPanel(input)
      const result = await sortition(input, { tickets: 200 })
      expect(result.ok, `pool ${seed}`).toBe(panels.length > 0)
      if (!result.ok) {
        seen.refused++
        if (!result.relaxation) continue
        const loosened = input.quotas.map(quota => result.relaxation?.quotas.find(change => change.quota === quota) ?? quota)
        expect(
          everyPanel({ ...input, quotas: input.quotas.map((quota, at) => ({ ...quota, min: loosened[at]!.min, max: loosened[at]!.max })) })
            .length,
        ).toBeGreaterThan(0)
        continue
      }
      seen.feasible++
      seen.minima.add(result.minimum.toFixed(4))
      const expected = byHand(input.respondents.length, panels)
      for (const [person, probability] of result.probabilities.entries())
        expect(Math.abs(probability - expected[person]!), `pool ${seed}`).toBeLessThan(1e-6)

      const possible = new Set(panels.map(panel => panel.join()))
      for (const { members } of result.panels) expect(possible.has(members.join())).toBe(true)
      expect(result.panels.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9)
      const pool = poolOf(input)
      const ofTypes = pool.types.map(({ people }) => result.probabilities[people[0]!]!)
      expect(checkCertificate(pool, result.certificate, ofTypes), `pool ${seed}`).toEqual({ ok: true })
      // A certificate of something else proves nothing: less for the first stage, and the bound stays where it is.
      expect(
        checkCertificate(
          pool,
          result.certificate,
          ofTypes.map(probability => probability * 0.9),
        ).ok,
      ).toBe(ofTypes.every(one => one < 1e-5))

      expect(result.tickets?.panels).toHaveLength(200)
      for (const members of result.tickets?.panels ?? []) expect(possible.has(members.join())).toBe(true)
      expect(result.tickets?.error, `pool ${seed}`).toBeLessThan(1 + 1e-4)
    }
    expect(seen.feasible).toBeGreaterThan(4)
    expect(seen.refused).toBeGreaterThan(0)
    expect(seen.minima.size).toBeGreaterThan(5)
  },
)

/** A pool of the test above that has panels. */
const feasible = Array.from({ length: 40 }, (_, at) => at + 1).findLast(seed => everyPanel(randomPool(seed)).length > 5) ?? 0

test('the order of people and of quotas changes not a byte of what is said of each person by name', { timeout: 60_000 }, async () => {
  const input = randomPool(feasible)
  const shuffled = <Thing>(things: readonly Thing[], seed: number) => {
    const luck = luckOf(seed)
    return things
      .map(thing => ({ thing, at: luck() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ thing }) => thing)
  }
  const said = async ({ quotas, respondents, size }: SortitionInput) => {
    const result = await sortition({ quotas, respondents, size }, { tickets: 100 })
    if (!result.ok) throw new Error('This pool has panels.')
    const named = (members: readonly number[]) => members.map(person => respondents[person]!.id)
    const { probabilities, panels, tickets, ...rest } = result
    const byId = respondents.map(({ id }, at) => [id, probabilities[at]] as const).toSorted(([a], [b]) => (a < b ? -1 : 1))
    const drawn = { panels: panels.map(({ weight, members }) => [weight, named(members)]), tickets: tickets?.panels.map(named) }
    return JSON.stringify({ ...rest, byId, ...drawn, error: tickets?.error })
  }
  const expected = await said(input)
  expect(expected).toContain('"complete":true')
  for (const seed of [1, 2, 3]) {
    const turned = { ...input, quotas: shuffled(input.quotas, seed), respondents: shuffled(input.respondents, seed + 10) }
    expect(turned.respondents.map(({ id }) => id)).not.toEqual(input.respondents.map(({ id }) => id))
    expect(await said(turned)).toBe(expected)
  }
})

test('files of the Sortition Foundation, old titles and new; what is wrong is said with its line', () => {
  const old = readCategories('category,name,min,max\ngenre,F,1,2\ngenre,H,1,2\n')
  const today = readCategories('feature;value;min;max;min_flex;max_flex\r\ngenre;F;1;2;0;3\r\n"genre";H;1;2;;\r\n')
  if (!old.ok || !today.ok) throw new Error('Both can be read.')
  expect(today.value).toEqual([{ ...old.value[0], minFlex: 0, maxFlex: 3 }, old.value[1]])
  expect(readCategories(writeCategories(today.value))).toEqual(today)
  expect(readCategories('category,feature,min,max\na,b,3,2')).toMatchObject({ problem: { kind: 'crossed', line: 2 } })
  expect(readCategories('category,feature,min,max\na,b,1,2\n\na,b,1,2')).toMatchObject({ problem: { kind: 'repeated', line: 4 } })
  expect(readCategories('category,feature,min\na,b,1')).toMatchObject({ problem: { kind: 'column', column: 'max' } })
  expect(readCategories('category,feature,min,max\na,b,un,2')).toMatchObject({ problem: { kind: 'value', line: 2, text: 'un' } })
  const people = readRespondents('nom,genre,rue\nA,f,Rue  du Lac\nB,H,rue du lac\n', old.value, { id: 'nom', address: ['rue'] })
  expect(people).toMatchObject({
    value: [
      { id: 'A', features: { genre: 'F' }, address: 'rue du lac' },
      { id: 'B', address: 'rue du lac' },
    ],
  })
  expect(readRespondents('genre\nF\nX', old.value)).toMatchObject({ problem: { kind: 'unknown', line: 3, text: 'X' } })
  expect(readRespondents(writeRespondents(old.value, [{ id: '1', features: { genre: 'H' } }]), old.value)).toMatchObject({ ok: true })
})
