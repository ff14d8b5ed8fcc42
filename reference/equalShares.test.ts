import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Election, electionOf, equalShares, greedy, type PabulibRead, readPabulib, writePabulib } from '#engines/equalShares'
import { lots } from '../bench/lots.ts'
import { referenceFiles } from './data.ts'
import { equalSharesTool } from './equalSharesTool.ts'
import { smallElection } from './smallElections.ts'

const files = referenceFiles('pabulib', '.pb')
const tool = equalSharesTool()

const valueOf = <Content>(read: PabulibRead<Content>): Content => {
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}
const fileOf = (path: string) => valueOf(readPabulib(readFileSync(path)))

test.each(files)('$name: read, counted and written again, the same', ({ name, path }) => {
  const file = fileOf(path)
  const { lines, ...content } = file
  const { lines: linesAgain, ...again } = valueOf(readPabulib(writePabulib(file)))
  expect(again).toEqual(content)
  expect(linesAgain.votes).toHaveLength(lines.votes.length)

  const election = valueOf(electionOf(file))
  const result = equalShares(election)
  expect(result.cost).toBeLessThanOrEqual(election.budget)
  expect(greedy(election).cost).toBeLessThanOrEqual(election.budget)
  expect(equalShares(shuffled(election)), 'in another order').toEqual(result)

  const official = new Map(file.meta).get('rule') === 'equalshares/add1-comparison' ? election.selected : null
  if (official) expect([...result.selected].sort(), 'official winners').toEqual([...official].sort())
  console.log(
    `${name}: ${result.selected.length} selected, ${result.cost}, ${result.outcome}${official ? ', as the official result' : ''}${result.ties.length > 0 ? `, lots: ${result.ties.map(({ among }) => among.join('/')).join(' ')}` : ''}`,
  )
})

test.skipIf(!files.some(({ name }) => name.startsWith('Poland_Wieliczka_2023')))('Wieliczka 2023: 30 projects, 995,079', () => {
  const path = files.find(({ name }) => name.startsWith('Poland_Wieliczka_2023'))!.path
  const { selected, cost, outcome } = equalShares(valueOf(electionOf(fileOf(path))))
  expect([selected.length, cost, outcome]).toEqual([30, 995_079, 'equalShares'])
})

const shuffled = ({ budget, projects, voters }: Election): Election => ({
  budget,
  projects: [...projects].reverse(),
  voters: voters.map(ballot => [...ballot].reverse()).reverse(),
})

const elections = 450

test.skipIf(!tool).each(['add1', 'add1u', 'none'] as const)(
  'the reference tool, %s, on generated elections of many shapes',
  completion => {
    const lot = lots(20_261_126)
    const seen = { same: 0, lots: 0, endless: 0, rounding: 0, greedyWins: 0 }
    for (let number = 0; number < elections; number++) {
      const election = smallElection(number, lot)
      const mine = equalShares(election, { completion })
      if (mine.outcome === 'greedy') seen.greedyWins++
      // The tool raises shares for ever when all that is supported can be paid for, and something else cannot.
      if (completion !== 'none' && raisesForEver(election)) {
        seen.endless++
        continue
      }
      const theirs = tool!(election, { completion })
      if ('error' in theirs) {
        expect(theirs.error).toContain('Tie')
        expect(mine.ties, `${election.shape} ${number}: ${theirs.error}`).not.toEqual([])
        seen.lots++
      } else if (sameAs(theirs.winners, mine.selected)) seen.same++
      else {
        // In doubles the tool may miss a tie: its fractions are the judge.
        const exact = tool!(election, { completion, accuracy: 'fractions' })
        if ('error' in exact) expect(mine.ties).not.toEqual([])
        else expect(mine.selected, `${election.shape} ${number}`).toEqual(expect.arrayContaining([...exact.winners]))
        if ('winners' in exact) expect(mine.selected).toHaveLength(exact.winners.length)
        seen.rounding++
      }
    }
    console.log(`${completion}: ${JSON.stringify(seen)}`)
    expect(seen.same).toBeGreaterThanOrEqual(200)
    expect(seen.rounding).toBeLessThan(elections / 50)
    expect(seen.greedyWins).toBeGreaterThan(5)
    expect(seen.lots).toBeGreaterThan(0)
  },
  600_000,
)

const sameAs = (one: readonly string[], other: readonly string[]) => [...one].sort().join() === [...other].sort().join()

const raisesForEver = ({ budget, projects, voters }: Election) => {
  const supported = new Set(voters.flat())
  const cost = (some: Election['projects']) => some.reduce((all, project) => all + project.cost, 0)
  return cost(projects) > budget && cost(projects.filter(({ id }) => supported.has(id))) <= budget
}
