import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import type { Election } from '#engines/equalShares'

/** The reference tool (equalshares/equalshares-compute-tool, MIT): read where it is, run apart, never part of the project. */
export interface EqualSharesTool {
  /** Its winners, or what it threw. */
  (election: Election, options?: ToolOptions): { readonly winners: readonly string[] } | { readonly error: string }
}

export interface ToolOptions {
  readonly completion?: 'add1' | 'add1u' | 'none'
  readonly comparison?: 'satisfaction' | 'none'
  readonly accuracy?: 'floats' | 'fractions'
}

const beside = fileURLToPath(new URL('../../shared/equalshares-compute-tool', import.meta.url))

/** A checkout of the tool: YVETTE_EQUAL_SHARES_TOOL, or ../shared/equalshares-compute-tool beside the project; null when absent, which is said. */
export const equalSharesTool = (): EqualSharesTool | null => {
  const folder = process.env.YVETTE_EQUAL_SHARES_TOOL ?? beside
  const read = (file: string) => readFileSync(`${folder}/js/${file}`, 'utf8')
  if (!existsSync(`${folder}/js/methodOfEqualSharesWorker.js`)) {
    console.warn(
      `NOT CHECKED against the reference tool of equal shares: it is not in ${folder} (set YVETTE_EQUAL_SHARES_TOOL to a checkout).`,
    )
    return null
  }
  const world = vm.createContext({ performance })
  vm.runInContext('var self = this, importScripts = () => {}, postMessage = () => {}, onmessage', world)
  vm.runInContext(read('libraries/fraction.min.js'), world)
  vm.runInContext(read('methodOfEqualSharesWorker.js'), world)
  const count = vm.runInContext('equalShares', world)
  return (election, { completion = 'add1', comparison = 'satisfaction', accuracy = 'floats' } = {}) => {
    const params = { completion, comparison, accuracy, add1options: ['integral'], increment: 1, tieBreaking: ['minCost', 'maxVotes'] }
    try {
      return { winners: [...count(instanceOf(election), params).winners] }
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) }
    }
  }
}

const instanceOf = ({ budget, projects, voters }: Election) => {
  const approvers: Record<string, string[]> = Object.fromEntries(projects.map(({ id }) => [id, []]))
  for (const [voter, ballot] of voters.entries()) for (const id of ballot) approvers[id]?.push(String(voter))
  return {
    meta: { budget: String(budget) },
    projects: Object.fromEntries(projects.map(({ id, cost }) => [id, { cost: String(cost) }])),
    votes: Object.fromEntries(voters.map((_, voter) => [String(voter), {}])),
    approvers,
  }
}
