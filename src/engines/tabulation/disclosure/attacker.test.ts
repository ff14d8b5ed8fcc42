import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as highsModule from 'highs'
import { publishWith } from '../publish.ts'
import type { Column, Microdata, Plan, Publication } from '../types.ts'

// The package declares its types as CommonJS and is an ES module: its default export is the loader itself.
const highs = await (highsModule.default as unknown as typeof highsModule.default.default)()

/**
 * The attacker, written apart from what protects: they know the questionnaire (questions, answers, conditions, how many options one
 * may choose) and read publications, nothing else. One unknown per complete way of answering and per period; one equation per
 * published number; for a hidden figure, its smallest and largest possible values.
 */
interface Questionnaire {
  readonly columns: readonly (Pick<Column, 'id' | 'kind' | 'categories' | 'asked'> & { readonly compulsory?: boolean })[]
}
type Answers = Readonly<Record<string, string | readonly string[] | null>>

const everyWay = ({ columns }: Questionnaire): readonly Answers[] =>
  columns.reduce<readonly Answers[]>(
    (ways, column) =>
      ways.flatMap((way): readonly Answers[] => {
        const asked = (column.asked ?? []).every(({ column: on, codes }) => [way[on] ?? []].flat().some(code => codes.includes(code)))
        if (!asked) return [{ ...way, [column.id]: null }]
        const answers: readonly (string | readonly string[] | null)[] =
          column.kind === 'single'
            ? column.categories
            : Array.from({ length: 2 ** column.categories.length - 1 }, (_, n) =>
                column.categories.filter((_code, at) => ((n + 1) >> at) & 1),
              )
        return [...answers, ...(column.compulsory ? [] : [null])].map(answer => ({ ...way, [column.id]: answer }))
      }),
    [{}],
  )

type Holds = (answers: Answers) => boolean
const gave =
  (question: string, codes: readonly string[]): Holds =>
  answers => {
    const answer = answers[question]
    return answer !== null && answer !== undefined && [answer].flat().some(code => codes.includes(code))
  }
const gaveAnother =
  (question: string, codes: readonly string[]): Holds =>
  answers =>
    answers[question] !== null && !gave(question, codes)(answers)
const answered =
  (question: string): Holds =>
  answers =>
    answers[question] !== null
const both =
  (one: Holds, other: Holds): Holds =>
  answers =>
    one(answers) && other(answers)

/** Every number that a publication shows, as a sentence about ways of answering. */
const read = (publication: Publication): readonly { readonly holds: Holds; readonly count: number }[] => [
  { holds: () => true, count: publication.respondents },
  ...publication.tables.flatMap(table =>
    table.kind === 'one-way'
      ? [
          { holds: answered(table.question), count: table.base },
          ...table.rows.map(({ codes, count }) => ({ holds: gave(table.question, codes), count })),
        ]
      : [
          ...table.columns.map(({ codes, base }) => ({ holds: both(answered(table.question), gave(table.by, codes)), count: base })),
          ...table.rows.flatMap(({ codes, total, cells }) => [
            { holds: both(gave(table.question, codes), answered(table.by)), count: total },
            ...cells.map(({ count }, at) => ({
              holds: both(gave(table.question, codes), gave(table.by, table.columns[at]?.codes ?? [])),
              count,
            })),
          ]),
        ].flatMap(({ holds, count }) => (count === null ? [] : [{ holds, count }])),
  ),
]
const readWeighted = (publication: Publication, weight: (answers: Answers) => number) =>
  publication.tables.flatMap(table =>
    table.kind === 'one-way'
      ? table.rows.flatMap(({ codes, weighted }) =>
          weighted ? [{ part: gave(table.question, codes), whole: answered(table.question), share: weighted.share, weight }] : [],
        )
      : table.rows.flatMap(({ codes, cells }) =>
          cells.flatMap(({ weighted }, at) => {
            const whole = both(answered(table.question), gave(table.by, table.columns[at]?.codes ?? []))
            return weighted ? [{ part: both(gave(table.question, codes), whole), whole, share: weighted.share, weight }] : []
          }),
        ),
  )

const attackerOn = (
  questionnaire: Questionnaire,
  publications: readonly { readonly publication: Publication; readonly periods: readonly number[] }[],
  periods: number,
  weight?: (answers: Answers) => number,
) => {
  const ways = everyWay(questionnaire)
  const unknowns = Array.from({ length: periods }, (_, period) => ways.map(way => ({ way, period }))).flat()
  type Sum = readonly (readonly [column: number, value: number])[]
  const sum = (of: readonly number[], factor: (answers: Answers) => number): Sum =>
    unknowns.flatMap(({ way, period }, at) => {
      const value = of.includes(period) ? factor(way) : 0
      return value === 0 ? [] : [[at, value] as const]
    })
  const people = (holds: Holds) => (answers: Answers) => (holds(answers) ? 1 : 0)
  const known = publications.flatMap(({ publication, periods: of }) => [
    ...read(publication).map(({ holds, count }) => ({ left: sum(of, people(holds)), least: count, most: count })),
    ...(weight ? readWeighted(publication, weight) : []).flatMap(({ part, whole, share }) => {
      const between = (limit: number) => sum(of, a => weight!(a) * ((part(a) ? 1 : 0) - (whole(a) ? limit : 0)))
      return [
        { left: between(share + 0.00500001), least: -Infinity, most: 0 },
        { left: between(share - 0.00500001), least: 0, most: Infinity },
      ]
    }),
  ])
  const starts = [0]
  for (const { left } of known) starts.push((starts.at(-1) ?? 0) + left.length)
  const model = highs.createModel({
    numCols: unknowns.length,
    numRows: known.length,
    colCost: unknowns.map(() => 0),
    colLower: unknowns.map(() => 0),
    colUpper: unknowns.map(() => highs.infinity),
    rowLower: known.map(({ least }) => Math.max(least, -highs.infinity)),
    rowUpper: known.map(({ most }) => Math.min(most, highs.infinity)),
    matrix: {
      format: 'csr',
      numRows: known.length,
      numCols: unknowns.length,
      starts,
      indices: known.flatMap(({ left }) => left.map(([column]) => column)),
      values: known.flatMap(({ left }) => left.map(([, value]) => value)),
    },
  })
  model.options.set({ output_flag: false })
  const { modelStatus, objectiveSense } = highs.constants
  const extreme = (sense: 'minimize' | 'maximize', goal: Sum) => {
    model.changeColsCost(
      { kind: 'range', from: 0, to: unknowns.length - 1 },
      unknowns.map((_, at) => goal.find(([column]) => column === at)?.[1] ?? 0),
    )
    model.changeObjectiveSense(objectiveSense[sense])
    model.run()
    const status = model.getModelStatus()
    if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible) return Infinity
    if (status !== modelStatus.optimal) throw new Error(`The attacker’s program ended with status ${status}.`)
    return model.getObjectiveValue()
  }
  return {
    limits: (holds: Holds, of: readonly number[]) => {
      const goal = sum(of, people(holds))
      return { least: extreme('minimize', goal), most: extreme('maximize', goal) }
    },
    dispose: () => model.dispose(),
  }
}

/** `RUNS=500` looks longer. */
const runs = (usual: number) => Number(process.env.RUNS ?? usual)

// ── Surveys made at random ─────────────────────────────────────────────

const threshold = 4
const questionnaire: Questionnaire = {
  columns: [
    { id: 'age', kind: 'single', categories: ['18', '40', '65'] },
    { id: 'district', kind: 'single', categories: ['north', 'south'], compulsory: true },
    { id: 'content', kind: 'single', categories: ['yes', 'so-so', 'no'] },
    { id: 'uses', kind: 'multiple', categories: ['bus', 'pool'] },
  ],
}
const conditional: Questionnaire = {
  columns: [
    { id: 'age', kind: 'single', categories: ['18', '40', '65'], compulsory: true },
    { id: 'reads', kind: 'single', categories: ['yes', 'no'], compulsory: true },
    { id: 'hours', kind: 'single', categories: ['good', 'bad'], asked: [{ column: 'reads', codes: ['yes'] }], compulsory: true },
  ],
}
const planOf = ({ columns }: Questionnaire): Plan => {
  const by = columns.filter(({ kind }) => kind === 'single').slice(0, columns === conditional.columns ? 1 : 2)
  return {
    questions: columns.map(({ id }) => id),
    crossings: columns.flatMap(({ id }, at) => by.flatMap(other => (columns.indexOf(other) < at ? [{ question: id, by: other.id }] : []))),
    threshold,
  }
}
/** A survey whose answers lean one way, so that some figures are small and others large. */
const survey = (asked: Questionnaire, people: { min: number; max: number }) =>
  fc
    .record({ size: fc.integer(people), lean: fc.constantFrom(1, 1.5, 2.5), seed: fc.integer({ min: 1, max: 1e9 }) })
    .map(({ size, lean, seed }) => {
      const lot = lots(seed)
      return Array.from({ length: size }, () => answer(asked, asked.columns.map(lot), lean))
    })
/** Lots between 0 and 1 (mulberry32): fast-check's own numbers like extremes too much for a survey. */
const lots = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}
const answer = (asked: Questionnaire, lots: readonly number[], lean: number): Answers => {
  const ways = everyWay(asked)
  const index = (lot: number, size: number) => Math.min(size - 1, Math.floor(lot ** lean * size))
  let left = ways
  asked.columns.forEach(({ id }, at) => {
    const values = [...new Map(left.map(way => [JSON.stringify(way[id]), way[id] ?? null])).values()]
    const chosen = JSON.stringify(values[index(lots[at] ?? 0, values.length)] ?? null)
    left = left.filter(way => JSON.stringify(way[id]) === chosen)
  })
  return left[0] ?? {}
}
const microdataOf = (asked: Questionnaire, people: readonly Answers[]): Microdata => ({
  columns: asked.columns.map(({ id, kind, categories, asked: conditions }): Column => {
    const given = people.map(person => person[id] ?? null)
    return kind === 'single'
      ? { id, kind, categories, asked: conditions, answers: given.map(value => (typeof value === 'string' ? value : null)) }
      : { id, kind, categories, asked: conditions, answers: given.map(value => (value === null ? null : [value].flat())) }
  }),
})

/** Every figure of one or two answers that is under the threshold among `people`, that no zero public among `population` gives away. */
const smallFigures = ({ columns }: Questionnaire, plan: Plan, people: readonly Answers[], population = people) => {
  const count = (holds: Holds, of = people) => of.filter(holds).length
  const answersTo = (id: string) =>
    columns
      .filter(column => column.id === id)
      .flatMap(({ kind, categories }) =>
        categories.flatMap(code => [
          { name: `${id}=${code}`, holds: gave(id, [code]) },
          ...(kind === 'multiple' ? [{ name: `${id}≠${code}`, holds: gaveAnother(id, [code]) }] : []),
        ]),
      )
  const single = columns.flatMap(({ id }) => answersTo(id)).filter(({ holds }) => count(holds) > 0)
  const cells = plan.crossings.flatMap(({ question, by }) =>
    answersTo(question).flatMap(row =>
      answersTo(by).flatMap(group => {
        const publicZero = count(row.holds, population) === 0 || count(both(answered(question), group.holds)) === 0
        return publicZero ? [] : [{ name: `${row.name} × ${group.name}`, holds: both(row.holds, group.holds) }]
      }),
    ),
  )
  return [...single, ...cells].map(figure => ({ ...figure, count: count(figure.holds) })).filter(({ count: people }) => people < threshold)
}

/** The figures that the attacker limits too closely: under the threshold for sure, or to less than a threshold's width. */
const caught = (figures: ReturnType<typeof smallFigures>, attack: ReturnType<typeof attackerOn>, periods: readonly number[]) =>
  figures
    .map(({ name, holds, count }) => ({ name, count, ...attack.limits(holds, periods) }))
    .filter(({ name, count, least, most }) => {
      // The attacker’s limits hold the truth, or the attacker would be wrong and the test worth nothing.
      if (least > count + 1e-5 || most < count - 1e-5) throw new Error(`${name} is ${count}, not from ${least} to ${most}.`)
      return most < threshold - 1e-5 || most - least < threshold - 1e-5
    })

const pinned = async (asked: Questionnaire, people: readonly Answers[], protection: 'small' | 'full') => {
  const plan = planOf(asked)
  const { publication } = await publishWith(microdataOf(asked, people), plan, [], protection)
  const attack = attackerOn(asked, [{ publication, periods: [0] }], 1)
  const found = caught(smallFigures(asked, plan, people), attack, [0])
  attack.dispose()
  return found
}

describe('an attacker who reads every published table and solves linear programs', () => {
  test('never pins a hidden figure under the threshold', async () => {
    await fc.assert(
      fc.asyncProperty(survey(questionnaire, { min: 12, max: 200 }), async people => {
        expect(await pinned(questionnaire, people, 'full')).toEqual([])
      }),
      { numRuns: runs(25) },
    )
  }, 600_000)

  test('does when only small figures are hidden, and not those that protect them', async () => {
    let won = 0
    await fc.assert(
      fc.asyncProperty(survey(questionnaire, { min: 40, max: 120 }), async people => {
        won += (await pinned(questionnaire, people, 'small')).length > 0 ? 1 : 0
      }),
      { numRuns: 8, seed: 3 },
    )
    expect(won).toBeGreaterThan(5)
  }, 300_000)

  test('never does when a question is asked only after a certain answer to another', async () => {
    await fc.assert(
      fc.asyncProperty(survey(conditional, { min: 12, max: 120 }), async people => {
        expect(await pinned(conditional, people, 'full')).toEqual([])
      }),
      { numRuns: runs(25) },
    )
  }, 600_000)
})

describe('an attacker who also reads weighted shares, and knows the weights', () => {
  const weigh = async (people: readonly Answers[], protection: 'small' | 'full') => {
    const weightOf = (person: Answers) => (person.district === 'north' ? 0.6 : 1.9)
    const plan = planOf(questionnaire)
    const microdata = { ...microdataOf(questionnaire, people), weights: people.map(weightOf), weightedBy: ['district'] }
    const { publication } = await publishWith(microdata, plan, [], protection)
    const attack = attackerOn(questionnaire, [{ publication, periods: [0] }], 1, weightOf)
    const found = caught(smallFigures(questionnaire, plan, people), attack, [0])
    attack.dispose()
    return { publication, found }
  }

  test('never pins a hidden figure under the threshold', async () => {
    let weighted = 0
    await fc.assert(
      fc.asyncProperty(survey(questionnaire, { min: 30, max: 200 }), async people => {
        const { publication, found } = await weigh(people, 'full')
        expect(found).toEqual([])
        weighted += publication.tables.some(table => table.kind === 'one-way' && table.rows.some(row => row.weighted)) ? 1 : 0
      }),
      { numRuns: runs(12) },
    )
    expect(weighted).toBeGreaterThan(5)
  }, 600_000)
})

describe('an attacker who subtracts one publication from the next', () => {
  /** Some answered before the first publication (period 0), others since (period 1). */
  const twice = fc
    .record({
      before: survey(questionnaire, { min: 20, max: 150 }),
      since: survey(questionnaire, { min: 0, max: 120 }),
    })
    .map(({ before, since }) => ({ before, since, all: [...before, ...since] }))
  const plan = planOf(questionnaire)
  const figuresCaught = async ({ before, since, all }: Record<'before' | 'since' | 'all', readonly Answers[]>, remembers: boolean) => {
    const first = await publishWith(microdataOf(questionnaire, before), plan, [], 'full')
    const earlier = [{ publication: first.publication, counted: all.map((_, row) => row < before.length) }]
    const next = await publishWith(microdataOf(questionnaire, all), plan, remembers ? earlier : [], 'full')
    const attack = attackerOn(
      questionnaire,
      [
        { publication: first.publication, periods: [0] },
        // Held as a whole, a publication is not made; its number of respondents is not said either.
        ...(next.publication.tables.length > 0 ? [{ publication: next.publication, periods: [0, 1] }] : []),
      ],
      2,
    )
    const found = [
      ...caught(smallFigures(questionnaire, plan, before), attack, [0]),
      ...caught(smallFigures(questionnaire, plan, all), attack, [0, 1]),
      ...(since.length > 0 ? caught(smallFigures(questionnaire, plan, since), attack, [1]) : []),
    ]
    attack.dispose()
    return {
      found,
      held: next.publication.withheld.filter(({ because }) => because === 'held').length,
      tables: next.publication.tables.length,
    }
  }

  test('never pins a hidden figure of either, nor of the newcomers', async () => {
    let held = 0
    let published = 0
    await fc.assert(
      fc.asyncProperty(twice, async answers => {
        const next = await figuresCaught(answers, true)
        expect(next.found).toEqual([])
        held += next.held > 0 ? 1 : 0
        published += next.tables > 0 ? 1 : 0
      }),
      { numRuns: runs(12) },
    )
    expect(held).toBeGreaterThan(2)
    expect(published).toBeGreaterThan(2)
  }, 600_000)

  test('does when the next publication forgets the one before', async () => {
    let won = 0
    await fc.assert(
      fc.asyncProperty(twice, async answers => {
        won += (await figuresCaught(answers, false)).found.length > 0 ? 1 : 0
      }),
      { numRuns: 6, seed: 5 },
    )
    expect(won).toBeGreaterThan(1)
  }, 300_000)
})
