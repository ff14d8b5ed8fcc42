import { type BlockProduct, blockWidth } from './block.ts'
import { type Eigen, jacobi } from './jacobi.ts'

/** A residual this small is rounding, and shows no new direction. */
const finest = 1e-13
const widestBasis = 8 * blockWidth
const keptBasis = 3 * blockWidth
const mostCycles = 80

type Wanted = {
  size: number
  product: BlockProduct
  /** One per eigenpair wanted: the residual ‖Ax − λx‖ accepted, as a part of the greatest eigenvalue. */
  precisions: readonly number[]
  /** Vectors to begin with, such as those of the last time; without them, a fixed beginning. */
  start?: readonly Float64Array[]
}

/**
 * The greatest eigenvalues of a symmetric matrix known by its product: block Lanczos with full reorthogonalisation and
 * thick restarts (Golub and Underwood 1977; Wu and Simon 2000). Everything is computed in one fixed order, from a fixed
 * beginning: the same matrix gives the same bits.
 */
export const leadingEigen = ({ size, product, precisions, start = [] }: Wanted): Eigen => {
  const widest = Math.min(size, widestBasis)
  const enough = Math.min(precisions.length, size)
  let basis: Float64Array[] = []
  let images: Float64Array[] = []
  let fresh: readonly Float64Array[] = [...start, ...fixedBeginning(size, blockWidth)]
  for (let cycle = 0; ; cycle++) {
    let added = orthonormal(fresh, basis, widest)
    while (added.length > 0) {
      const products = multiplied(product, added, size)
      basis.push(...added)
      images.push(...products)
      added = orthonormal(products, basis, widest)
    }
    const ritz = jacobi(gramBetween(basis, images), basis.length)
    const keep = Math.min(basis.length, keptBasis)
    const vectors = combined(basis, ritz, keep)
    const products = combined(images, ritz, keep)
    const residuals = vectors.map((vector, place) => minus(products[place]!, vector, ritz.values[place]!))
    const accepted = (place: number) => (precisions[place] ?? Infinity) * Math.max(ritz.values[0]!, 0)
    const isFound = residuals.every((residual, place) => norm(residual) <= accepted(place))
    if (isFound || basis.length < widestBasis || cycle === mostCycles) return found(ritz.values, vectors, enough, size)
    basis = vectors
    images = products
    fresh = residuals.filter(residual => norm(residual) > finest * ritz.values[0]!)
  }
}

const found = (values: Float64Array, vectors: readonly Float64Array[], enough: number, size: number): Eigen => {
  const kept = new Float64Array(enough * size)
  for (let place = 0; place < enough; place++) kept.set(vectors[place]!, place * size)
  return { values: values.slice(0, enough), vectors: kept }
}

/**
 * At most a block of unit vectors orthogonal to `basis` and to one another, out of `candidates`, for a basis of at most
 * `widest`; those that add no direction are left out.
 */
const orthonormal = (candidates: readonly Float64Array[], basis: readonly Float64Array[], widest: number) => {
  const most = Math.min(blockWidth, widest - basis.length)
  const added: Float64Array[] = []
  for (const candidate of candidates) {
    if (added.length === most) break
    const before = norm(candidate)
    if (!(before > 0)) continue
    const vector = candidate.map(value => value / before)
    for (let pass = 0; pass < 2; pass++) for (const known of [...basis, ...added]) subtract(vector, known, dot(vector, known))
    const left = norm(vector)
    if (left < 1e-10) continue
    const unit = vector.map(value => value / left)
    for (const known of [...basis, ...added]) subtract(unit, known, dot(unit, known))
    const length = norm(unit)
    added.push(unit.map(value => value / length))
  }
  return added
}

const multiplied = (product: BlockProduct, vectors: readonly Float64Array[], size: number): Float64Array[] => {
  if (vectors.length === 0) return []
  const block = new Float64Array(size * blockWidth)
  for (const [place, vector] of vectors.entries()) for (let i = 0; i < size; i++) block[i * blockWidth + place] = vector[i]!
  const result = product(block)
  return vectors.map((_, place) => Float64Array.from({ length: size }, (_unused, i) => result[i * blockWidth + place]!))
}

const gramBetween = (basis: readonly Float64Array[], images: readonly Float64Array[]) => {
  const size = basis.length
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) for (let j = i; j < size; j++) matrix[i * size + j] = matrix[j * size + i] = dot(basis[i]!, images[j]!)
  return matrix
}

const combined = (vectors: readonly Float64Array[], { vectors: weights }: Eigen, count: number) =>
  Array.from({ length: count }, (_, place) => {
    const sum = new Float64Array(vectors[0]!.length)
    for (const [from, vector] of vectors.entries()) subtract(sum, vector, -weights[place * vectors.length + from]!)
    return sum
  })

/** A start that is no eigenvector of anything likely: the whole numbers of a fixed recurrence (Park and Miller 1988). */
const fixedBeginning = (size: number, count: number) => {
  let state = 20_260_101
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5
  return Array.from({ length: count }, () => Float64Array.from({ length: size }, next))
}

const dot = (left: Float64Array, right: Float64Array) => {
  let sum = 0
  for (let i = 0; i < left.length; i++) sum += left[i]! * right[i]!
  return sum
}

const norm = (vector: Float64Array) => Math.sqrt(dot(vector, vector))

const subtract = (from: Float64Array, vector: Float64Array, times: number) => {
  for (let i = 0; i < from.length; i++) from[i]! -= times * vector[i]!
}

const minus = (product: Float64Array, vector: Float64Array, value: number) => {
  const residual = product.slice()
  subtract(residual, vector, value)
  return residual
}
