/** Values, greatest first, and for each its vector of length 1: `vectors[place * size + coordinate]`. */
export type Eigen = { values: Float64Array; vectors: Float64Array }

/**
 * Every eigenvalue and eigenvector of a small symmetric matrix (row by row), by Jacobi's rotations
 * (Golub and Van Loan, Matrix Computations, 8.5). Slow beyond two hundred rows, and exact to the last digits.
 */
export const jacobi = (matrix: Float64Array, size: number): Eigen => {
  const rest = matrix.slice()
  const vectors = identity(size)
  const small = 1e-32 * rest.reduce((sum, value) => sum + value * value, 0)
  for (let sweep = 0; sweep < 60 && offDiagonal(rest, size) > small; sweep++)
    for (let p = 0; p < size - 1; p++) for (let q = p + 1; q < size; q++) rotate(rest, vectors, size, p, q)
  return sorted(rest, vectors, size)
}

const rotate = (matrix: Float64Array, vectors: Float64Array, size: number, p: number, q: number) => {
  const between = matrix[p * size + q]!
  if (between === 0) return
  const theta = (matrix[q * size + q]! - matrix[p * size + p]!) / (2 * between)
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  for (let i = 0; i < size; i++) turn(matrix, i * size + p, i * size + q, cosine, sine)
  for (let i = 0; i < size; i++) turn(matrix, p * size + i, q * size + i, cosine, sine)
  for (let i = 0; i < size; i++) turn(vectors, p * size + i, q * size + i, cosine, sine)
}

const turn = (numbers: Float64Array, left: number, right: number, cosine: number, sine: number) => {
  const a = numbers[left]!
  const b = numbers[right]!
  numbers[left] = cosine * a - sine * b
  numbers[right] = sine * a + cosine * b
}

const sorted = (diagonal: Float64Array, vectors: Float64Array, size: number): Eigen => {
  const value = (place: number) => diagonal[place * size + place]!
  const order = Array.from({ length: size }, (_, place) => place).sort((left, right) => value(right) - value(left) || left - right)
  const ordered = new Float64Array(size * size)
  for (const [place, from] of order.entries()) ordered.set(vectors.subarray(from * size, (from + 1) * size), place * size)
  return { values: Float64Array.from(order, value), vectors: ordered }
}

const offDiagonal = (matrix: Float64Array, size: number) => {
  let sum = 0
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) if (i !== j) sum += matrix[i * size + j]! ** 2
  return sum
}

const identity = (size: number) => {
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1
  return matrix
}
