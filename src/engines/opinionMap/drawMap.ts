import { compareIds } from './compareIds.ts'
import { type Grouping, grouped, type People } from './grouping/grouped.ts'
import { inputDigest } from './inputDigest.ts'
import { keepVotes } from './keepVotes.ts'
import type { MappedStatement, OpinionGroup, OpinionInput, OpinionMap, OpinionOptions } from './opinionMap.ts'
import type { PrincipalAxes } from './principalAxes.ts'
import { project } from './project.ts'
import { consensus, groupAwareConsensus } from './statistics/consensus.ts'
import { priorities } from './statistics/priorities.ts'
import { representative } from './statistics/representative.ts'
import { type Counts, countsByGroup, countsOfAll } from './tally.ts'
import type { VoteTable } from './votes.ts'

/** Changes whenever the same votes could give another result. */
export const version = '1'

const usualLeastVotes = 7
const usualMostGroups = 5

/** Votes without what is moderated out; statements that nobody has voted on yet; options with their usual values. */
export type Prepared = { votes: VoteTable; unvoted: readonly string[]; leastVotes: number; mostGroups: number }

export const prepared = ({ votes, statements = [] }: OpinionInput, options: OpinionOptions): Prepared => {
  const out = new Set(statements.filter(({ moderated }) => moderated === -1).map(({ id }) => id))
  const voted = new Set(votes.statements)
  return {
    votes: out.size > 0 ? keepVotes(votes, { statement: id => !out.has(id) }) : votes,
    unvoted: [...new Set(statements.map(({ id }) => id))].filter(id => !out.has(id) && !voted.has(id)).sort(compareIds),
    leastVotes: options.leastVotes ?? usualLeastVotes,
    mostGroups: Math.min(Math.max(options.mostGroups ?? usualMostGroups, 2), usualMostGroups),
  }
}

type HowGrouped = (people: People, most: number) => Grouping

/** Everything that follows from the votes and their directions. */
export const drawMap = (ready: Prepared, axes: PrincipalAxes, howGrouped: HowGrouped = grouped, provisional = false): OpinionMap => {
  const { votes } = ready
  const needed = Math.min(ready.leastVotes, votes.statements.length)
  const votesOf = Uint32Array.from(votes.participants, (_, person) => votes.starts[person + 1]! - votes.starts[person]!)
  const inMap = [...votes.participants.keys()].filter(person => votesOf[person]! >= needed && votesOf[person]! > 0)
  const people = {
    ids: inMap.map(person => votes.participants[person]!),
    cloud: project(votes, axes, inMap),
    votes: Uint32Array.from(inMap, person => votesOf[person]!),
  }
  const grouping = howGrouped(people, ready.mostGroups)
  const groups = countsByGroup(votes, groupOfEach(votes.participants.length, inMap, grouping), grouping.groups)
  const all = countsOfAll(votes)
  const statements = mappedStatements(votes.statements, all, groups, axes)
  return {
    version,
    inputDigest: provisional ? '' : inputDigest(ready),
    provisional,
    participants: people.ids.map((id, place) => ({
      id,
      ...drawnAt(people.cloud, place),
      group: grouping.groupOf[place]!,
      votes: people.votes[place]!,
    })),
    excluded: [...votes.participants.keys()]
      .filter(person => votesOf[person]! < needed || votesOf[person]! === 0)
      .map(person => ({ id: votes.participants[person]!, votes: votesOf[person]!, needed: Math.max(needed, 1) })),
    groups: mappedGroups(people.cloud, grouping),
    statements,
    components: axes.vectors.slice(0, 2).map(vector => Array.from(vector)),
    center: Array.from(axes.means),
    eigenvalues: axes.variances.slice(0, 2),
    explained: axes.variances.slice(0, 2).map(variance => (axes.total > 0 ? variance / axes.total : 0)),
    groupingComponents: grouping.axes,
    silhouette: grouping.silhouette,
    representative: representative(groups, votes.statements),
    consensus: consensus(all, votes.statements),
    groupAwareConsensus: groupAwareConsensus(groups, votes.statements),
    priorities: priorities([
      ...statements.map(statement => standingOf(statement)),
      ...ready.unvoted.map(statement => ({ statement, agree: 0, pass: 0, seen: 0, extremity: 0 })),
    ]),
  }
}

const groupOfEach = (participants: number, inMap: readonly number[], { groupOf }: Grouping) => {
  const groups = new Int8Array(participants).fill(-1)
  for (const [place, person] of inMap.entries()) groups[person] = groupOf[place]!
  return groups
}

const drawnAt = ({ coordinates, dimension }: People['cloud'], place: number) => ({
  x: dimension > 0 ? coordinates[place * dimension]! : 0,
  y: dimension > 1 ? coordinates[place * dimension + 1]! : 0,
})

const mappedStatements = (ids: readonly string[], all: Counts, groups: readonly Counts[], axes: PrincipalAxes): MappedStatement[] => {
  const outwards = Math.sqrt(ids.length)
  const at = (axis: number, place: number) => outwards * (1 - axes.means[place]!) * (axes.vectors[axis]?.[place] ?? 0)
  return ids.map((id, place) => ({
    id,
    ...tallyAt(all, place),
    x: at(0, place),
    y: at(1, place),
    groups: groups.map(counts => tallyAt(counts, place)),
  }))
}

const tallyAt = (counts: Counts, place: number) => {
  const [agree, disagree, seen] = [counts.agree[place]!, counts.disagree[place]!, counts.seen[place]!]
  return { agree, disagree, pass: seen - agree - disagree, seen }
}

const mappedGroups = (cloud: People['cloud'], { groups, groupOf }: Grouping): OpinionGroup[] => {
  const sums = Array.from({ length: groups }, (_, group) => ({ group, members: 0, x: 0, y: 0 }))
  for (let place = 0; place < cloud.count; place++) {
    const sum = sums[groupOf[place]!]!
    const { x, y } = drawnAt(cloud, place)
    sum.members++
    sum.x += x
    sum.y += y
  }
  return sums.map(({ group, members, x, y }) => ({ group, members, x: x / members, y: y / members }))
}

const standingOf = ({ id, x, y, groups }: MappedStatement) => ({
  statement: id,
  agree: groups.reduce((sum, tally) => sum + tally.agree, 0),
  pass: groups.reduce((sum, tally) => sum + tally.pass, 0),
  seen: groups.reduce((sum, tally) => sum + tally.seen, 0),
  extremity: Math.sqrt(x * x + y * y),
})
