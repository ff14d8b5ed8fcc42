import type { Compiled } from '../compile.ts'
import type { Test } from '../variable.ts'
import { type Counted, type Form, modelOf } from './model.ts'
import type { Movable } from './movable.ts'
import type { OpenProgram, Row, Solved } from './solver.ts'

/** A published figure: an equation for whoever attacks. */
export interface Known {
  readonly id: string
  readonly table: string
  readonly on: readonly Test[]
  readonly base: readonly Test[] | null
  readonly counted: Counted
  /** The published weighted share, to the percent; null when there is none. */
  readonly weighted: number | null
  /** False for what was published before. */
  readonly hideable: boolean
}
/** A figure that must not be worked out. */
export interface Target {
  readonly id: string
  readonly on: readonly Test[]
  readonly counted: Counted
}

/** What is worth hiding: a figure, or only its weighted share. */
export interface Handle {
  readonly known: Known
  readonly part: 'count' | 'weighted'
}
export interface Attack {
  /** How far apart two possible values of the target are; more is searched only up to `enough`. */
  readonly width: (target: Target, enough: number) => number
  /** What held the last target between narrow limits, if hiding anything helps. */
  readonly holding: () => readonly Handle[]
  readonly release: (handle: Handle) => void
  readonly programs: () => number
  readonly dispose: () => void
}

const rounding = 0.005 + 1e-9
const negligible = 1e-7

/**
 * Someone who knows every answer except those to the questions that move, and every published figure, and asks what each target may
 * be worth: two linear programs each, and what one finds is tried on all.
 */
export const openAttack = (
  movable: Movable,
  knowns: readonly Known[],
  targets: readonly Target[],
  everyCounted: readonly Counted[],
  compiled: Compiled,
  open: OpenProgram,
): Attack => {
  const tests = [...knowns.flatMap(({ on, base }) => [...on, ...(base ?? [])]), ...targets.flatMap(({ on }) => on)]
  const model = modelOf(movable, tests, everyCounted, compiled)
  const rows: Row[] = [...model.rows]
  const handles: { readonly handle: Handle; readonly row: number }[] = []
  for (const known of knowns) {
    const form = model.form(known.on, known.counted)
    if (!form) continue
    if (form.indices.length > 0) {
      handles.push({ handle: { known, part: 'count' }, row: rows.length })
      rows.push({ lower: form.today, upper: form.today, indices: form.indices, values: form.values })
    }
    if (known.weighted === null || known.base === null) continue
    for (const row of weightedRows(known, known.base, known.weighted, model)) {
      handles.push({ handle: { known, part: 'weighted' }, row: rows.length })
      rows.push(row)
    }
  }
  const wanted = new Map<string, { readonly form: Form; lowest: number; highest: number }>(
    targets.flatMap(target => {
      const form = model.form(target.on, target.counted)
      return form ? [[target.id, { form, lowest: form.today, highest: form.today }] as const] : []
    }),
  )
  const program = open(model.columns, rows)
  let programs = 0
  // Rows that cost the last two programs something.
  let holders = new Set<number>()
  const released = new Set<number>()

  const solve = (sense: 'largest' | 'smallest', form: Form): Solved => {
    programs++
    const solved = program.extreme(sense, form.indices, form.values)
    for (const other of wanted.values()) {
      const value = other.form.indices.reduce((sum, column, at) => sum + (other.form.values[at] ?? 0) * (solved.at[column] ?? 0), 0)
      other.lowest = Math.min(other.lowest, value)
      other.highest = Math.max(other.highest, value)
    }
    return solved
  }
  return {
    width: (target, enough) => {
      const found = wanted.get(target.id)
      holders = new Set()
      if (!found || found.form.indices.length === 0) return 0
      for (const sense of ['largest', 'smallest'] as const)
        if (found.highest - found.lowest < enough - negligible)
          solve(sense, found.form).duals.forEach((dual, row) => Math.abs(dual) > negligible && holders.add(row))
      return found.highest - found.lowest + negligible
    },
    holding: () =>
      handles.filter(({ handle, row }) => handle.known.hideable && holders.has(row) && !released.has(row)).map(({ handle }) => handle),
    release: ({ known, part }) => {
      for (const { handle, row } of handles)
        if (handle.known.id === known.id && (part === 'count' || handle.part === 'weighted')) {
          released.add(row)
          program.release(row)
        }
    },
    programs: () => programs,
    dispose: program.dispose,
  }
}

/** The weighted part, rounded, is between two percents of the weighted whole. */
const weightedRows = (known: Known, base: readonly Test[], share: number, model: ReturnType<typeof modelOf>): readonly Row[] => {
  const part = model.form(known.on, known.counted, true)
  const whole = model.form(base, known.counted, true)
  if (!part) return []
  const still = (on: readonly Test[], form: Form | null) => known.counted.count(on).mass - (form?.today ?? 0)
  const between = (limit: number) => {
    const values = new Map(part.indices.map((column, at) => [column, part.values[at] ?? 0]))
    whole?.indices.forEach((column, at) => values.set(column, (values.get(column) ?? 0) - limit * (whole.values[at] ?? 0)))
    return { indices: [...values.keys()], values: [...values.values()], rest: still(known.on, part) - limit * still(base, whole) }
  }
  const [over, under] = [between(share - rounding), between(share + rounding)]
  return [
    { lower: -over.rest, upper: Infinity, indices: over.indices, values: over.values },
    { lower: -Infinity, upper: -under.rest, indices: under.indices, values: under.values },
  ]
}
