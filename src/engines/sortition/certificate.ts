import type { Pool } from './pool.ts'

/**
 * A proof of optimality that arithmetic alone checks, stage by stage of leximin. For every panel that keeps the rules, whole or
 * divided, Σ people × panel is at most what `rules` press out of the limits (weak duality); so those in `fixed` cannot all
 * have more than `bound` while the others keep theirs. `cuts` are inequalities that an integer program proved.
 */
export interface Certificate {
  readonly minimum: number
  /** No lottery gives everybody more. */
  readonly bound: number
  readonly complete: boolean
  readonly stages: readonly {
    readonly floor: number
    readonly bound: number
    /** Indices of types. */
    readonly fixed: readonly number[]
    readonly people: readonly number[]
    readonly rules: readonly number[]
  }[]
  readonly cuts: readonly { readonly weights: readonly number[]; readonly most: number }[]
}
type Proof = Pick<Certificate['stages'][number], 'fixed' | 'people' | 'rules'>

/** The most that those fixed by this stage can have, given what those before have: computed from the multipliers alone. */
export const boundOf = (
  pool: Pool,
  cuts: Certificate['cuts'],
  { fixed, people, rules }: Proof,
  before: ReadonlyMap<number, number>,
): number => {
  const limits = [
    { lower: pool.size, upper: pool.size },
    ...pool.quotas.map(({ min, max }) => ({ lower: min, upper: max })),
    ...Array.from({ length: pool.households }, () => ({ lower: 0, upper: 1 })),
    ...cuts.map(({ most }) => ({ lower: 0, upper: most })),
  ]
  const uncut = 1 + pool.quotas.length + pool.households
  let pressed = 0
  for (const [rule, { lower, upper }] of limits.entries()) {
    const multiplier = rule < uncut ? (rules[rule] ?? 0) : Math.max(0, rules[rule] ?? 0)
    pressed += multiplier > 0 ? multiplier * upper : multiplier * lower
  }
  for (const [type, { people: members, quotas, household }] of pool.types.entries()) {
    let excess = (people[type] ?? 0) - (rules[0] ?? 0)
    for (const quota of quotas) excess -= rules[1 + quota] ?? 0
    if (household >= 0) excess -= rules[1 + pool.quotas.length + household] ?? 0
    for (const [at, { weights }] of cuts.entries()) excess -= Math.max(0, rules[uncut + at] ?? 0) * (weights[type] ?? 0)
    pressed += Math.max(0, excess) * members.length
  }
  let owed = 0
  for (const [type, floor] of before) owed += (people[type] ?? 0) * floor * pool.types[type]!.people.length
  const weight = fixed.reduce((sum, type) => sum + (people[type] ?? 0) * pool.types[type]!.people.length, 0)
  return (pressed - owed) / weight
}

/** Does the certificate prove that `probabilities` (one per type) are the leximin, to `within`? Says the first stage that does not. */
export const checkCertificate = (
  pool: Pool,
  certificate: Certificate,
  probabilities: ArrayLike<number>,
  within = 2e-6,
): { ok: true } | { ok: false; stage: number; reason: 'floor' | 'bound' | 'multiplier' | 'left' } => {
  const before = new Map<number, number>()
  for (const [stage, { floor, fixed, people, rules }] of certificate.stages.entries()) {
    for (const [type, multiplier] of people.entries())
      if (multiplier < 0 || (multiplier > 1e-7 && !fixed.includes(type) && !before.has(type)))
        return { ok: false, stage, reason: 'multiplier' }
    if (fixed.some(type => !((people[type] ?? 0) > 0))) return { ok: false, stage, reason: 'multiplier' }
    if (boundOf(pool, certificate.cuts, { fixed, people, rules }, before) > floor + within) return { ok: false, stage, reason: 'bound' }
    if (fixed.some(type => Math.abs((probabilities[type] ?? 0) - floor) > within)) return { ok: false, stage, reason: 'floor' }
    for (const type of fixed) before.set(type, floor)
  }
  return before.size === pool.types.length ? { ok: true } : { ok: false, stage: certificate.stages.length, reason: 'left' }
}
