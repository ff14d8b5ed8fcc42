import { equalShares } from '#engines/equalShares'
import { equalSharesTool } from '../reference/equalSharesTool.ts'
import { cities, type City, cityElection } from './cityElections.ts'

const wantedMedian = 20
const wantedLeast = 10

/**
 * Equal shares (add1, satisfaction) of generated cities, against the reference tool in the same process, one thread, seconds of
 * processor; the least of three runs of ours, one run of the tool. `npm run bench equalShares [NAME…]`.
 */
export const run = async (names: readonly string[] = []) => {
  const tool = equalSharesTool()
  const ratios: number[] = []
  for (const city of cities.filter(({ name }) => names.length === 0 || names.includes(name))) ratios.push(...measured(city, tool))
  if (ratios.length === 0) return
  ratios.sort((a, b) => a - b)
  const median = ratios[Math.floor(ratios.length / 2)]!
  console.log(`median × ${median.toFixed(1)}, least × ${ratios[0]!.toFixed(1)}`)
  if (median < wantedMedian || ratios[0]! < wantedLeast)
    throw new Error(`Under × ${wantedMedian} in the median or × ${wantedLeast} at least.`)
}

const measured = (city: City, tool: ReturnType<typeof equalSharesTool>): readonly number[] => {
  const election = cityElection(city)
  const mine = [1, 2, 3].map(() => timed(() => equalShares(election)))
  const own = Math.min(...mine.map(({ seconds }) => seconds))
  const result = mine[0]!.value
  const words = `${city.name}: ${city.voters} voters, ${city.projects} projects, ${result.equalShares.raised} rises, ${result.selected.length} selected, ${own.toFixed(2)} s`
  if (!tool) return (console.log(words), [])
  const theirs = timed(() => tool(election))
  const same = 'winners' in theirs.value && [...theirs.value.winners].sort().join() === [...result.selected].sort().join()
  console.log(
    `${words}; tool ${theirs.seconds.toFixed(2)} s, × ${(theirs.seconds / own).toFixed(1)}; ${same ? 'same winners' : 'OTHER WINNERS'}`,
  )
  if (!same) throw new Error(`City ${city.name}: ${JSON.stringify(theirs.value)}`)
  return [theirs.seconds / own]
}

const timed = <Value>(work: () => Value) => {
  const before = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(before)
  return { value, seconds: (user + system) / 1e6 }
}
