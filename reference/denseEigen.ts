import type { VoteTable } from '#engines/opinionMap'

/** The two leading eigenvectors of the dense scatter matrix, by power iteration with deflation run to the last digits: an independent way. */
export const densePrincipal = (table: VoteTable): number[][] => {
  const scatter = denseScatter(table)
  const first = leading(scatter)
  const second = leading(scatter.map((row, j) => row.map((value, k) => value - first.value * first.vector[j]! * first.vector[k]!)))
  return [first.vector, second.vector]
}

const denseScatter = (table: VoteTable) => {
  const size = table.statements.length
  const rows = table.participants.map((_, person) => {
    const row = Array.from({ length: size }, () => Number.NaN)
    for (let at = table.starts[person]!; at < table.starts[person + 1]!; at++) row[table.columns[at]!] = table.votes[at]!
    return row
  })
  const means = table.statements.map((_, column) => {
    const given = rows.map(row => row[column]!).filter(vote => !Number.isNaN(vote))
    return given.reduce((sum, vote) => sum + vote, 0) / given.length
  })
  const scatter = Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
  for (const row of rows) {
    const centred = row.map((vote, column) => (Number.isNaN(vote) ? 0 : vote - means[column]!))
    for (const [j, left] of centred.entries()) if (left !== 0) for (const [k, right] of centred.entries()) scatter[j]![k]! += left * right
  }
  return scatter
}

const leading = (matrix: readonly (readonly number[])[]) => {
  let vector = matrix.map((_, place) => 1 + place / matrix.length)
  let value = 0
  for (let round = 0; round < 20_000; round++) {
    const image = matrix.map(row => row.reduce((sum, entry, place) => sum + entry * vector[place]!, 0))
    value = Math.hypot(...image)
    const next = image.map(entry => entry / value)
    const moved = Math.max(...next.map((entry, place) => Math.abs(entry - vector[place]!)))
    vector = next
    if (moved < 1e-15) break
  }
  return { value, vector }
}
