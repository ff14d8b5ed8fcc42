import * as highsModule from 'highs'

// The package declares its types as CommonJS and is an ES module: its default export is the loader itself.
const loadHighs = highsModule.default as unknown as typeof highsModule.default.default

export type Highs = Awaited<ReturnType<typeof loadHighs>>
export type Model = ReturnType<Highs['createModel']>

/** HiGHS (Huangfu & Hall 2018), in WebAssembly. Asynchronous to load, synchronous to run: keep it out of requests. */
export const loadSolver = (): Promise<Highs> => loadHighs()

export interface Column {
  readonly cost: number
  readonly lower: number
  readonly upper: number
  readonly whole?: boolean
}
export interface Row {
  readonly lower: number
  readonly upper: number
  readonly indices: readonly number[]
  readonly values: readonly number[]
}

/** A model that stays between questions; `dispose()` gives its memory back. */
export const openModel = (highs: Highs, columns: readonly Column[], rows: readonly Row[], sense: 'largest' | 'smallest'): Model => {
  const starts = new Int32Array(rows.length + 1)
  for (const [at, row] of rows.entries()) starts[at + 1] = starts[at]! + row.indices.length
  const bounded = (value: number) => Math.min(Math.max(value, -highs.infinity), highs.infinity)
  const { objectiveSense, variableType } = highs.constants
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rows.length,
    sense: sense === 'largest' ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: Float64Array.from(columns, ({ lower }) => bounded(lower)),
    colUpper: Float64Array.from(columns, ({ upper }) => bounded(upper)),
    rowLower: Float64Array.from(rows, ({ lower }) => bounded(lower)),
    rowUpper: Float64Array.from(rows, ({ upper }) => bounded(upper)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(rows.flatMap(({ indices }) => indices)),
      values: Float64Array.from(rows.flatMap(({ values }) => values)),
    },
    ...(columns.some(({ whole }) => whole) && {
      integrality: columns.map(({ whole }) => (whole ? variableType.integer : variableType.continuous)),
    }),
  })
  // No question may last for ever: linear programs end by their steps, integer ones by their time, which callers shorten.
  const simplexSteps = 20_000 + 20 * (columns.length + rows.length)
  model.options.set({ output_flag: false, random_seed: 1, simplex_iteration_limit: simplexSteps, time_limit: 3600 })
  return model
}

/** The rows every panel keeps: its size, each quota, one person per address. */
export const panelRows = (pool: import('../pool.ts').Pool): Row[] => {
  const all = pool.types.map((_, type) => type)
  const row = (lower: number, upper: number, indices: readonly number[]): Row => ({ lower, upper, indices, values: indices.map(() => 1) })
  return [
    row(pool.size, pool.size, all),
    ...pool.quotas.map(({ min, max }, quota) =>
      row(
        min,
        max,
        all.filter(type => pool.types[type]!.quotas.includes(quota)),
      ),
    ),
    ...Array.from({ length: pool.households }, (_, home) =>
      row(
        0,
        1,
        all.filter(type => pool.types[type]!.household === home),
      ),
    ),
  ]
}
