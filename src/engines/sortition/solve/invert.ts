/** Gauss-Jordan with partial pivoting, on a dense square matrix by rows; false when it has no inverse that floating point sees. */
export const invert = (matrix: Float64Array, size: number, into: Float64Array): boolean => {
  into.fill(0)
  for (let at = 0; at < size; at++) into[at * size + at] = 1
  for (let at = 0; at < size; at++) {
    let best = at
    for (let row = at + 1; row < size; row++) if (Math.abs(matrix[row * size + at]!) > Math.abs(matrix[best * size + at]!)) best = row
    const turn = matrix[best * size + at]!
    if (!(Math.abs(turn) > 1e-9)) return false
    if (best !== at) for (const one of [matrix, into]) swap(one, size, best, at)
    for (let column = 0; column < size; column++) {
      matrix[at * size + column]! /= turn
      into[at * size + column]! /= turn
    }
    for (let row = 0; row < size; row++) {
      const times = matrix[row * size + at]!
      if (row === at || times === 0) continue
      for (let column = 0; column < size; column++) {
        matrix[row * size + column]! -= times * matrix[at * size + column]!
        into[row * size + column]! -= times * into[at * size + column]!
      }
    }
  }
  return true
}

const swap = (matrix: Float64Array, size: number, one: number, other: number) => {
  for (let column = 0; column < size; column++) {
    const value = matrix[one * size + column]!
    matrix[one * size + column] = matrix[other * size + column]!
    matrix[other * size + column] = value
  }
}
