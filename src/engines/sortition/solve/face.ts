import type { Pool } from '../pool.ts'

const near = 1e-9

/**
 * The same pool, where every limit that the targets press becomes exact: a mix that reaches the targets has no other panel.
 * Types keep their indices; those who have no chance lose their people.
 */
export const faceOf = (pool: Pool, targets: ArrayLike<number>): Pool => {
  const seats = (counts: (type: Pool['types'][number]) => boolean) =>
    pool.types.reduce((sum, type, at) => sum + (counts(type) ? targets[at]! * type.people.length : 0), 0)
  const quotas = pool.quotas.map((quota, at) => {
    const expected = seats(type => type.quotas.includes(at))
    if (expected < quota.min + near) return { ...quota, max: quota.min }
    return expected > quota.max - near ? { ...quota, min: quota.max } : quota
  })
  const types = pool.types.map(type => ({ ...type, quotas: [...type.quotas] }))
  const exactly = (many: number, of: (type: Pool['types'][number], at: number) => boolean) => {
    for (const [at, type] of types.entries()) if (of(type, at)) type.quotas.push(quotas.length)
    quotas.push({ category: '', feature: '', min: many, max: many })
  }
  for (let home = 0; home < pool.households; home++)
    if (seats(({ household }) => household === home) > 1 - near) exactly(1, ({ household }) => household === home)
  for (const [at, { people }] of pool.types.entries()) {
    if (targets[at]! > 1 - near) exactly(people.length, (_, other) => other === at)
    if (targets[at]! < near) types[at] = { ...types[at]!, people: [] }
  }
  return { ...pool, quotas, types }
}
