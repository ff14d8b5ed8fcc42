import * as highsModule from 'highs'

// The package declares its types as CommonJS and is an ES module: its default export is the loader itself.
const loadHighs = highsModule.default as unknown as typeof highsModule.default.default

/** `lower ≤ Σ values × x[indices] ≤ upper`; a limit is infinite when nothing limits. */
export interface Row {
  readonly lower: number
  readonly upper: number
  readonly indices: readonly number[]
  readonly values: readonly number[]
}
export interface Solved {
  readonly value: number
  readonly at: Float64Array
  /** What each row costs the objective; not zero for those that hold it back. */
  readonly duals: Float64Array
}
/** A linear program over x ≥ 0, kept between questions; `dispose` gives its memory back. */
export interface Program {
  /** The largest (or the smallest) value of `Σ values × x[indices]`, Infinity when nothing limits it. */
  readonly extreme: (sense: 'largest' | 'smallest', indices: readonly number[], values: readonly number[]) => Solved
  readonly release: (row: number) => void
  readonly dispose: () => void
}
export type OpenProgram = (columns: number, rows: readonly Row[]) => Program

/** HiGHS (Huangfu & Hall 2018), in WebAssembly. Asynchronous to load, synchronous to run: use it in a job. */
export const loadSolver = async (): Promise<OpenProgram> => {
  const highs = await loadHighs()
  return (columns, rows) => {
    const starts = new Int32Array(rows.length + 1)
    rows.forEach((row, at) => (starts[at + 1] = (starts[at] ?? 0) + row.indices.length))
    const model = highs.createModel({
      numCols: columns,
      numRows: rows.length,
      colCost: new Float64Array(columns),
      colLower: new Float64Array(columns),
      colUpper: new Float64Array(columns).fill(highs.infinity),
      rowLower: Float64Array.from(rows, row => Math.max(row.lower, -highs.infinity)),
      rowUpper: Float64Array.from(rows, row => Math.min(row.upper, highs.infinity)),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: columns,
        starts,
        indices: Int32Array.from(rows.flatMap(row => row.indices)),
        values: Float64Array.from(rows.flatMap(row => row.values)),
      },
    })
    // Primal simplex goes on from the last answer, as only what is sought changes; the limit has never been seen reached.
    const usual = { solver: 'simplex', presolve: 'off', simplex_strategy: 4, simplex_iteration_limit: 100_000 } as const
    model.options.set({ output_flag: false, ...usual })
    const every = { kind: 'range', from: 0, to: columns - 1 } as const
    const { modelStatus, objectiveSense } = highs.constants
    return {
      extreme: (sense, indices, values) => {
        const costs = new Float64Array(columns)
        indices.forEach((column, at) => (costs[column] = values[at] ?? 0))
        model.changeColsCost(every, costs)
        model.changeObjectiveSense(sense === 'largest' ? objectiveSense.maximize : objectiveSense.minimize)
        model.run()
        if (model.getModelStatus() === modelStatus.iterationLimit) {
          model.clearSolver()
          model.options.set({ presolve: 'on', simplex_strategy: 1, simplex_iteration_limit: 10_000_000 })
          model.run()
          model.options.set(usual)
        }
        const status = model.getModelStatus()
        if (status === modelStatus.unbounded)
          return { value: sense === 'largest' ? Infinity : -Infinity, at: new Float64Array(columns), duals: new Float64Array(rows.length) }
        if (status !== modelStatus.optimal) throw new Error(`A linear program ended with status ${status}.`)
        const { colValue, rowDual } = model.getSolution()
        return { value: model.getObjectiveValue(), at: colValue, duals: rowDual }
      },
      release: row => void model.changeRowBounds(row, -highs.infinity, highs.infinity),
      dispose: () => model.dispose(),
    }
  }
}
