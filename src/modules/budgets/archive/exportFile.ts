import { type Table, writePabulib } from '#engines/equalShares'
import type { AnyWorld } from '#kernel/world'
import { winnersOf } from '../count/content.ts'
import { type PublishedBallot, readBallots } from '../queries/ballots.ts'
import type { Budget } from '../queries/budgets.ts'
import type { Count } from '../queries/counts.ts'
import { readProjects } from '../queries/ideas.ts'

/** The whole vote as a Pabulib file: what anyone needs to count again. Costs in euros; nothing of what voters said of themselves. */
export const exportFile = async (world: AnyWorld, budget: Budget, { content }: Count): Promise<string> => {
  const ideas = new Map((await readProjects(world, budget.id)).map(idea => [idea.id, idea]))
  const ballots = await readBallots(world, budget.id)
  const names = new Map(content.projects.map(({ id, idea }) => [idea, id]))
  const won = new Set(winnersOf(content))
  const isPoints = budget.rules.voteKind === 'points'
  const isPlaced = [...ideas.values()].some(({ latitude }) => latitude !== null)
  return writePabulib({
    meta: metaOf(world, budget, { projects: content.projects.length, ballots: ballots.length }),
    projects: {
      columns: [
        'project_id',
        'cost',
        'votes',
        ...(isPoints ? ['score'] : []),
        'name',
        'selected',
        ...(isPlaced ? ['latitude', 'longitude'] : []),
      ],
      rows: content.projects.map(({ id, idea, cost, votes, points, title }) => [
        id,
        euros(cost),
        String(votes),
        ...(isPoints ? [String(points)] : []),
        title.replaceAll(/\s+/g, ' '),
        won.has(id) ? '1' : '0',
        ...(isPlaced ? [String(ideas.get(idea)?.latitude ?? ''), String(ideas.get(idea)?.longitude ?? '')] : []),
      ]),
    },
    votes: votesOf(ballots, names, isPoints),
  })
}

const euros = (amount: number) => (Number.isInteger(amount) ? String(amount) : amount.toFixed(2))

const metaOf = ({ body }: AnyWorld, { title, rules }: Budget, counted: { projects: number; ballots: number }) =>
  [
    ['description', title],
    ['country', 'France'],
    ['unit', body.name],
    ['instance', rules.voteFrom.slice(0, 4)],
    ['num_projects', String(counted.projects)],
    ['num_votes', String(counted.ballots)],
    ['budget', euros(rules.envelopeCents / 100)],
    ['vote_type', rules.voteKind === 'points' ? 'cumulative' : 'approval'],
    ['rule', rules.method === 'greedy' ? 'greedy' : 'equalshares/add1'],
    ['date_begin', written(rules.voteFrom)],
    ['date_end', written(rules.voteUntil)],
    ...(rules.voteKind === 'knapsack' ? [['max_sum_cost', euros(rules.envelopeCents / 100)] as const] : []),
    ...(rules.mostChoices === null ? [] : [['max_length', String(rules.mostChoices)] as const]),
    ...(rules.points === null ? [] : [['max_sum_points', String(rules.points)] as const]),
    ['language', 'fr'],
    ['currency', 'EUR'],
  ] as const

const written = (day: string) => day.split('-').reverse().join('.')

const votesOf = (ballots: readonly PublishedBallot[], names: ReadonlyMap<string, string>, isPoints: boolean): Table => ({
  columns: ['voter_id', 'voting_method', 'vote', ...(isPoints ? ['points'] : [])],
  rows: ballots.map(({ pseudonym, channel, choices }) => {
    const given = Object.entries(choices).flatMap(([idea, points]) => {
      const name = names.get(idea)
      return name === undefined ? [] : [{ name, points }]
    })
    const sorted = given.toSorted((a, b) => b.points - a.points || (a.name < b.name ? -1 : 1))
    return [
      pseudonym,
      channel === 'paper' ? 'paper' : 'internet',
      sorted.map(({ name }) => name).join(','),
      ...(isPoints ? [sorted.map(({ points }) => points).join(',')] : []),
    ]
  }),
})
