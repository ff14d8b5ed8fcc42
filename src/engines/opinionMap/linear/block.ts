/** How many vectors are multiplied at once: one reading of the matrix serves them all. */
export const blockWidth = 8

/** Multiplies `blockWidth` vectors by a symmetric matrix; coordinates of the vectors are neighbours (`x[i * blockWidth + v]`). */
export type BlockProduct = (vectors: Float64Array) => Float64Array

/** The product by a matrix held whole, row by row. */
export const denseProduct =
  (matrix: Float64Array, size: number): BlockProduct =>
  x => {
    const y = new Float64Array(size * blockWidth)
    for (let row = 0; row < size; row++) {
      let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
      for (let at = row * size, from = 0; from < x.length; at++, from += blockWidth) {
        const value = matrix[at]!
        a += value * x[from]!
        b += value * x[from + 1]!
        c += value * x[from + 2]!
        d += value * x[from + 3]!
        e += value * x[from + 4]!
        f += value * x[from + 5]!
        g += value * x[from + 6]!
        h += value * x[from + 7]!
      }
      const to = row * blockWidth
      y[to] = a
      y[to + 1] = b
      y[to + 2] = c
      y[to + 3] = d
      y[to + 4] = e
      y[to + 5] = f
      y[to + 6] = g
      y[to + 7] = h
    }
    return y
  }
