import type { TypePanel } from '../pool.ts'

/**
 * The mix of panels nearest to a point (least squares, shares ≥ 0), panels added one at a time: Lawson & Hanson (1974) on a
 * Cholesky factor kept up to date. All panels have the same size, so a mix that reaches the point has shares that sum to 1.
 */
export interface Nearest {
  /** Expected seats of each type that are still lacking (or, negative, too many). */
  readonly rest: Float64Array
  /** Its squared length. */
  readonly distance: () => number
  /** Lets a panel enter and moves to the nearest mix; false when that brings nothing that floating point sees. */
  readonly enter: (panel: TypePanel) => boolean
  readonly mix: () => { readonly panels: readonly TypePanel[]; readonly shares: readonly number[] }
}

interface Member {
  readonly panel: TypePanel
  readonly at: Int32Array
}
const nothing = 1e-13

export const openNearest = (point: Float64Array): Nearest => {
  const members: Member[] = []
  const factor: Float64Array[] = []
  const rest = point.slice()
  let shares: number[] = []

  const along = ({ panel, at }: Member, values: Float64Array) => {
    let sum = 0
    for (const type of at) sum += panel[type]! * values[type]!
    return sum
  }
  const restate = () => {
    rest.set(point)
    for (const [index, { panel, at }] of members.entries()) for (const type of at) rest[type]! -= shares[index]! * panel[type]!
  }
  /** Solves `factorᵀ × answer = right`, in place. Row `i` of the factor begins at its diagonal. */
  const forward = (right: Float64Array) => {
    for (const [index, row] of factor.entries()) {
      const value = (right[index]! /= row[0]!)
      for (let next = 1; next < row.length; next++) right[index + next]! -= value * row[next]!
    }
  }
  const backward = (right: Float64Array) => {
    for (let index = factor.length - 1; index >= 0; index--) {
      const row = factor[index]!
      let value = right[index]!
      for (let next = 1; next < row.length; next++) value -= row[next]! * right[index + next]!
      right[index] = value / row[0]!
    }
  }
  const append = (member: Member) => {
    const column = Float64Array.from({ length: members.length }, (_, index) => {
      const other = members[index]!
      let sum = 0
      for (const type of member.at) sum += member.panel[type]! * other.panel[type]!
      return sum
    })
    forward(column)
    const own = member.at.reduce((sum, type) => sum + member.panel[type]! ** 2, 0)
    const left = column.reduce((sum, value) => sum - value * value, own)
    if (left < 1e-9 * own) return false
    for (const [index, row] of factor.entries()) factor[index] = grown(row, column[index]!)
    factor.push(Float64Array.of(Math.sqrt(left)))
    members.push(member)
    shares.push(0)
    return true
  }
  const leave = (gone: number) => {
    members.splice(gone, 1)
    shares.splice(gone, 1)
    for (let index = 0; index < gone; index++) factor[index] = without(factor[index]!, gone - index)
    // Rows below the one that left are turned back into a triangle.
    let carried = factor[gone]!.slice(1)
    for (let index = gone; index < members.length; index++) {
      const row = factor[index + 1]!
      const length = Math.hypot(carried[0]!, row[0]!)
      const cosine = carried[0]! / length
      const sine = row[0]! / length
      const next = new Float64Array(row.length - 1)
      for (let at = 0; at < row.length; at++) {
        const one = carried[at]!
        const other = row[at]!
        carried[at] = cosine * one + sine * other
        if (at > 0) next[at - 1] = cosine * other - sine * one
      }
      factor[index] = carried
      carried = next
    }
    factor.pop()
  }
  /** Each round but the last lets somebody leave; false: lost in floating point. */
  const settle = () => {
    for (let round = 2 * members.length + 10; round > 0; round--) {
      const step = Float64Array.from(members, member => along(member, rest))
      forward(step)
      backward(step)
      let length = 1
      for (let index = 0; index < members.length; index++)
        if (shares[index]! + step[index]! <= nothing && step[index]! < 0) length = Math.min(length, shares[index]! / -step[index]!)
      shares = shares.map((share, index) => share + length * step[index]!)
      const isWhole = length === 1 && shares.every(share => share > nothing)
      for (let index = members.length - 1; index >= 0; index--) if (shares[index]! <= nothing) leave(index)
      restate()
      if (isWhole) return true
      if (!shares.every(Number.isFinite)) return false
    }
    return false
  }

  return {
    rest,
    distance: () => rest.reduce((sum, value) => sum + value * value, 0),
    enter: panel => {
      const member = { panel, at: Int32Array.from([...panel.keys()].filter(type => panel[type]! > 0)) }
      if (along(member, rest) <= 0 || !append(member)) return false
      return settle()
    },
    mix: () => ({ panels: members.map(({ panel }) => panel), shares: [...shares] }),
  }
}

const grown = (row: Float64Array, value: number) => {
  const longer = new Float64Array(row.length + 1)
  longer.set(row)
  longer[row.length] = value
  return longer
}
const without = (row: Float64Array, gone: number) => {
  const shorter = new Float64Array(row.length - 1)
  shorter.set(row.subarray(0, gone))
  shorter.set(row.subarray(gone + 1), gone)
  return shorter
}
