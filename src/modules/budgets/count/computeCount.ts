import { equalShares } from '#engines/equalShares'
import { drawOrder } from '#engines/lot'
import { cellThreshold } from '#engines/tabulation'
import type { AnyWorld } from '#kernel/world'
import { type PublishedBallot, readBallots } from '../queries/ballots.ts'
import type { Budget } from '../queries/budgets.ts'
import { readLot } from '../queries/counts.ts'
import { type Idea, readProjects } from '../queries/ideas.ts'
import { type CountedVoter, groupsOf, leftFor, paymentsOf, representationOf } from '../rules/analysis.ts'
import { greedyByPoints } from '../rules/greedyByPoints.ts'
import type { CountContent, CountedProject } from './content.ts'

/** The name of a project in the file of the ballots: its number, or its name in the file it was read from. */
export const fileName = ({ id, fileId }: Pick<Idea, 'id' | 'fileId'>) => fileId ?? id

/** Counts both ways, and tells who is represented by what. The same ballots, the same lot: the same count. */
export const computeCount = async (world: AnyWorld, budget: Budget): Promise<CountContent> => {
  const ideas = await readProjects(world, budget.id)
  const ballots = await readBallots(world, budget.id)
  const lot = await readLot(world, budget.id)
  const names = new Map(ideas.map(idea => [idea.id, fileName(idea)]))
  const voters = ballots.map(ballot => voterOf(ballot, names))
  const given = givenTo(ballots)
  const projects = ideas.map(idea => ({
    id: fileName(idea),
    idea: idea.id,
    title: idea.title,
    cost: (idea.costCents ?? 0) / 100,
    ...(given.get(idea.id) ?? { votes: 0, points: 0 }),
  }))
  return contentOf(budget, projects, voters, ballots, lot?.seed ?? null, cellThreshold(world.today))
}

const givenTo = (ballots: readonly PublishedBallot[]) => {
  const given = new Map<string, { votes: number; points: number }>()
  for (const { choices } of ballots)
    for (const [id, points] of Object.entries(choices)) {
      const before = given.get(id) ?? { votes: 0, points: 0 }
      given.set(id, { votes: before.votes + 1, points: before.points + points })
    }
  return given
}

const voterOf = ({ choices, district, age }: PublishedBallot, names: ReadonlyMap<string, string>): CountedVoter => ({
  approvals: Object.keys(choices)
    .map(id => names.get(id))
    .filter(name => name !== undefined),
  district,
  age,
})

const contentOf = (
  { rules }: Budget,
  projects: readonly Omit<CountedProject, 'left'>[],
  voters: readonly CountedVoter[],
  ballots: readonly PublishedBallot[],
  seed: string | null,
  least: number,
): CountContent => {
  const envelope = rules.envelopeCents / 100
  const isPoints = rules.voteKind === 'points'
  const order = (among: readonly string[]) => (seed === null ? among : drawOrder({ inputs: among, seed }))
  const result = equalShares(
    { budget: envelope, projects, voters: voters.map(({ approvals }) => approvals) },
    {
      comparison: isPoints ? 'none' : 'satisfaction',
      greedyTies: 'rule',
      ...(seed === null ? {} : { settle: among => order(among)[0] ?? among[0] ?? '' }),
    },
  )
  const { purchases } = result.equalShares
  const greedy = isPoints ? greedyByPoints(projects, envelope, order) : result.greedy.selected
  const winners = { shares: new Set(result.equalShares.selected), greedy: new Set(greedy) }
  const payments = paymentsOf(voters, purchases, result.equalShares.share)
  const left = leftFor(voters, payments)
  return {
    engine: result.version,
    inputDigest: result.inputDigest,
    method: rules.method,
    ballots: ballots.length,
    channels: channelsOf(ballots),
    envelope,
    projects: projects.map(one => ({ ...one, left: winners.shares.has(one.id) ? null : (left.get(one.id) ?? 0) })),
    shares: {
      selected: purchases.map(({ project }) => project),
      cost: result.equalShares.cost,
      endowment: result.equalShares.share,
      raised: result.equalShares.raised,
      isGreedyPreferred: result.outcome === 'greedy',
      bought: purchases.map(({ project, voters: payers, each, emptied }) => ({ id: project, voters: payers, each, emptied })),
      represented: representationOf(voters, winners.shares),
    },
    greedy: {
      selected: [...greedy],
      cost: projects.reduce((sum, { id, cost }) => (winners.greedy.has(id) ? sum + cost : sum), 0),
      represented: representationOf(voters, winners.greedy),
    },
    districts: [...groupsOf(voters, 'district', winners, payments.paid, least)],
    ages: [...groupsOf(voters, 'age', winners, payments.paid, least)],
    leastGroup: least,
    preferences: {
      shares: result.preferences.everyone.equalShares,
      greedy: result.preferences.everyone.greedy,
      comparedShares: result.preferences.compared.equalShares,
      comparedGreedy: result.preferences.compared.greedy,
    },
    ties: result.ties.map(({ among, first }) => ({ among: [...among], first })),
    seed,
  }
}

const channelsOf = (ballots: readonly PublishedBallot[]) => {
  const channels: Record<string, number> = {}
  for (const { channel } of ballots) channels[channel] = (channels[channel] ?? 0) + 1
  return channels
}
