import { describe, expect, test } from 'vitest'
import { answeredAgainst, cellThreshold, mayPublishAgain, publish, tabulate } from './index.ts'
import type { Column, CrossTable, OneWayTable, Plan, Publication } from './types.ts'

const many = <Answer>(...answers: readonly (readonly [Answer, number])[]) => answers.flatMap(([answer, n]) => Array<Answer>(n).fill(answer))
const age = (answers: readonly (string | null)[]): Column => ({
  id: 'age',
  kind: 'single',
  categories: ['15-29', '30-59', '60+'],
  ordered: true,
  answers,
})
const content = (answers: readonly (string | null)[]): Column => ({ id: 'content', kind: 'single', categories: ['yes', 'no'], answers })
const plan: Plan = { questions: ['age', 'content'], crossings: [{ question: 'content', by: 'age' }], threshold: 5 }
const oneWay = ({ tables }: Publication, id: string) =>
  tables.find((table): table is OneWayTable => table.kind === 'one-way' && table.id === id)
const crossing = ({ tables }: Publication, id: string) =>
  tables.find((table): table is CrossTable => table.kind === 'crossing' && table.id === id)
const cells = (publication: Publication) => crossing(publication, 'content×age')?.rows.map(row => row.cells.map(({ count }) => count))

// 3 of the 20 oldest said no.
const ages = many(['15-29', 20], ['30-59', 30], ['60+', 20])
const answers = many(['yes', 12], ['no', 8], ['yes', 16], ['no', 14], ['yes', 17], ['no', 3])
const survey = { columns: [age(ages), content(answers)] }

describe('what may be published', () => {
  test('hides a small figure, and enough others that no subtraction gives it back', async () => {
    expect(cells(tabulate(survey, plan))).toEqual([
      [12, 16, 17],
      [8, 14, 3],
    ])
    const { publication, audit } = await publish(survey, plan)
    const shown = cells(publication)
    expect(shown?.[1]?.[2]).toBeNull()
    expect(shown?.[0]?.[2]).toBeNull() // or the base of the oldest would tell
    expect(shown?.[1]?.slice(0, 2).filter(count => count === null)).toHaveLength(1) // or the total of "no"
    expect(audit).toMatchObject({ sensitive: 1, unproven: 0 })
    expect(crossing(publication, 'content×age')?.columns.map(({ base }) => base)).toEqual([20, 30, 20])
  })

  test('gives no share of a hidden figure, and every base', async () => {
    const { publication } = await publish(survey, plan)
    for (const row of crossing(publication, 'content×age')?.rows ?? [])
      for (const cell of row.cells) expect(cell.answered === null).toBe(cell.count === null)
    expect(oneWay(publication, 'content')).toMatchObject({ base: 70 })
  })

  test('puts a small age with its neighbour, everywhere', async () => {
    const columns = [age(many(['15-29', 2], ['30-59', 30], ['60+', 38])), content(many(['yes', 40], ['no', 30]))]
    const { publication } = await publish({ columns }, plan)
    expect(oneWay(publication, 'age')?.rows.map(({ codes, count }) => [codes, count])).toEqual([
      [['15-29', '30-59'], 32],
      [['60+'], 38],
    ])
    expect(crossing(publication, 'content×age')?.columns[0]?.codes).toEqual(['15-29', '30-59'])
  })

  test.each([
    ['too few answered', many<string | null>(['yes', 2], ['no', 1], [null, 67]), 'too-few'],
    ['few answered, and all alike', many<string | null>(['yes', 30], [null, 40]), 'unanimous'],
  ])('withholds a table when %s', async (_, answers, because) => {
    const columns = [age(many(['15-29', 20], ['30-59', 30], ['60+', 20])), content(answers)]
    const { publication } = await publish({ columns }, plan)
    expect(publication.withheld.map(({ id, because: why }) => [id, why])).toEqual([
      ['content', because],
      ['content×age', because],
    ])
  })

  test('is the same whatever the order of people', async () => {
    const order = Array.from({ length: 70 }, (_, n) => (n * 37) % 70)
    const shuffled = { columns: [age(order.map(n => ages[n] ?? null)), content(order.map(n => answers[n] ?? null))] }
    expect((await publish(shuffled, plan)).publication).toEqual((await publish(survey, plan)).publication)
  })
})

describe('a publication after another', () => {
  const next = (more: readonly (readonly [string, number])[]) => {
    const newcomers = more.reduce((sum, [, n]) => sum + n, 0)
    return {
      columns: [age([...ages, ...Array<string>(newcomers).fill('30-59')]), content([...answers, ...many(...more)])],
    }
  }
  const oneWayPlan = { ...plan, questions: ['content'], crossings: [] }
  test.each([
    ['nobody came', [], false, []],
    ['two came', [['yes', 2]], true, ['content']],
    [
      'ten came, two of whom said no',
      [
        ['yes', 8],
        ['no', 2],
      ],
      false,
      ['content'],
    ],
    [
      'twenty came, ten each',
      [
        ['yes', 10],
        ['no', 10],
      ],
      false,
      [],
    ],
  ] as const)('when %s', async (_, more, everything, held) => {
    const before = (await publish(survey, oneWayPlan)).publication
    const after = (await publish(next(more), oneWayPlan)).publication
    expect(mayPublishAgain(before, after)).toEqual({ everything, held })
  })

  test('says when answers that were counted have changed', async () => {
    const { publication } = await publish(survey, plan)
    const changed = { columns: [age(ages), content(many(['yes', 30], ['no', 40]))] }
    await expect(publish(changed, plan, [{ publication, counted: Array<boolean>(70).fill(true) }])).rejects.toThrow('have changed')
  })
})

test('who answered is set beside who lives here, answers put together staying so', async () => {
  const table = oneWay(
    (await publish({ columns: [age(many(['15-29', 2], ['30-59', 30], ['60+', 38]))] }, { ...plan, questions: ['age'], crossings: [] }))
      .publication,
    'age',
  )
  const margin = {
    dimension: 'age',
    categories: [
      { code: '15-29', count: 100 },
      { code: '30-59', count: 200 },
      { code: '60+', count: 100 },
    ],
  }
  expect(answeredAgainst(table!, margin)).toEqual([
    { codes: ['15-29', '30-59'], count: 32, answered: 32 / 70, here: 0.75 },
    { codes: ['60+'], count: 38, answered: 38 / 70, here: 0.25 },
  ])
})

test('the threshold is dated', () => {
  expect(cellThreshold('2026-11-26')).toBe(5)
  expect(() => cellThreshold('2025-12-31')).toThrow()
})
