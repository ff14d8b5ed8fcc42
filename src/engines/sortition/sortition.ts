import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { boundOf, type Certificate, checkCertificate } from './certificate.ts'
import { peopleOf, probabilitiesOf } from './members.ts'
import { byName, keepsRules, type Pool, poolOf, type SortitionInput, type TypePanel } from './pool.ts'
import { type Relaxation, smallestRelaxation } from './relax.ts'
import { openBranch } from './solve/branch.ts'
import { type Highs, loadSolver } from './solve/highs.ts'
import { meet, type Met, type SortitionProgress } from './solve/meet.ts'
import { openPricing } from './solve/pricing.ts'
import { ticketsOf } from './tickets.ts'

export interface SortitionOptions {
  /** After that, the best found is given with what is proven of it; 600 unless said. */
  readonly seconds?: number
  /** Equal tickets to round to; none unless said. */
  readonly tickets?: number
  readonly tell?: (progress: SortitionProgress) => void
  readonly stop?: () => boolean
}
export interface Sortition {
  readonly ok: true
  /** Of each person, in the order given. */
  readonly probabilities: readonly number[]
  readonly minimum: number
  /** Members are indices in the order given, listed by name. */
  readonly panels: readonly { readonly weight: number; readonly members: readonly number[] }[]
  readonly certificate: Certificate
  readonly tickets?: { readonly error: number; readonly panels: readonly (readonly number[])[] }
  readonly version: string
  readonly inputDigest: string
}
export type SortitionResult = Sortition | { readonly ok: false; readonly relaxation: Relaxation | undefined }

/** Changes when the same input would give other probabilities than before. */
export const sortitionVersion = 'yvette-sortition-3'

/**
 * The fairest lottery among panels that keep the quotas: the smallest probability of anyone is as large as possible, then the
 * next, and so on (leximin; Flanigan, Gölz, Gupta, Hennig & Procaccia, Nature 596, 2021). Long and synchronous: keep it out of requests.
 */
export const sortition = async (input: SortitionInput, options: SortitionOptions = {}): Promise<SortitionResult> => {
  const { seconds = 600, tickets, tell = () => {}, stop = () => false } = options
  const highs = await loadSolver()
  const pool = poolOf(input)
  const first = panelOf(highs, pool, seconds)
  if (!first) return { ok: false, relaxation: smallestRelaxation(highs, pool) }
  const met = meet(highs, pool, { first, clock: () => performance.now(), seconds, stop, tell })
  if (!met.panels.every(panel => keepsRules(pool, panel))) throw new Error('A panel breaks a rule.')
  const rank = new Map(byName(input.respondents).map((person, at) => [person, at]))
  const inOrder = (members: readonly number[]) => members.toSorted((a, b) => rank.get(a)! - rank.get(b)!)
  const panels = peopleOf(highs, pool, met.panels, met.shares).map(({ weight, members }) => ({ weight, members: inOrder(members) }))
  const probabilities = [...probabilitiesOf(pool.people, panels)]
  const minimum = Math.min(...probabilities)
  const rounded = tickets === undefined ? undefined : ticketsOf(pool, met.panels, met.shares, tickets)
  return {
    ok: true,
    probabilities,
    minimum,
    panels,
    certificate: proven(pool, certified(pool, met, minimum), probabilities),
    ...(rounded && { tickets: { error: rounded.error, panels: rounded.panels.map(inOrder) } }),
    version: sortitionVersion,
    inputDigest: inputDigest(input, pool),
  }
}

/** Any panel; undefined when it is proved that there is none. */
const panelOf = (highs: Highs, pool: Pool, seconds: number): TypePanel | undefined => {
  const none = new Float64Array(pool.types.length)
  const found = openBranch(pool).heaviest(none, { enough: 0, nodes: 1000 })
  if (found.panel && keepsRules(pool, found.panel)) return found.panel
  const pricing = openPricing(highs, pool)
  try {
    const { panel, feasible } = pricing.heaviest(none, { seconds })
    if (!panel && feasible) throw new Error(`No panel was found in ${seconds} s, and it is not proved that there is none.`)
    return panel
  } finally {
    pricing.dispose()
  }
}

/** Nothing is called complete that the check by arithmetic does not pass: the bound of the minimum then stands alone. */
const proven = (pool: Pool, certificate: Certificate, probabilities: readonly number[]): Certificate => {
  const byType = pool.types.map(({ people }) => probabilities[people[0]!]!)
  if (!certificate.complete || checkCertificate(pool, certificate, byType).ok) return certificate
  return { ...certificate, complete: false, stages: certificate.stages.slice(0, 1) }
}

/** Stages not reached prove nothing of this result: they are left out. */
const certified = (pool: Pool, met: Met, minimum: number): Certificate => {
  const cuts = met.cuts.map(({ weights, most }) => ({ weights: [...weights], most }))
  const before = new Map<number, number>()
  const stages = met.stages.map(({ floor, fixed, people, rules }) => {
    const stage = { floor, fixed: [...fixed], people: [...people], rules: [...rules] }
    const bound = boundOf(pool, cuts, stage, before)
    for (const type of fixed) before.set(type, floor)
    return { ...stage, bound }
  })
  return {
    minimum,
    bound: Math.max(minimum, stages[0]?.bound ?? 1),
    complete: !met.stopped,
    stages: met.stopped ? stages.slice(0, Math.max(1, met.reached)) : stages,
    cuts,
  }
}

/**
 * SHA-256 of the size, the quotas by category and feature, then one line per person, by name: who, features in the order of the
 * categories, address; JSON lines in UTF-8.
 */
const inputDigest = ({ size, respondents }: SortitionInput, { quotas }: Pool): string => {
  const categories = [...new Set(quotas.map(({ category }) => category))]
  const people = byName(respondents).map(person => respondents[person]!)
  const lines = [
    [sortitionVersion, size],
    ...quotas.map(({ category, feature, min, max }) => [category, feature, min, max]),
    ...people.map(({ id, features, address = '' }) => [id, ...categories.map(category => features[category] ?? ''), address]),
  ]
  return bytesToHex(sha256(utf8ToBytes(lines.map(line => `${JSON.stringify(line)}\n`).join(''))))
}
