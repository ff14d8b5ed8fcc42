import type { Election } from '../election/election.ts'
import { type PabulibRead, reading, Unreadable } from './pabulib.ts'
import type { PabulibLines } from './readPabulib.ts'

/** How the votes of a file are read: as they are, or as the set of projects that received something. */
export type Reading = 'approval' | 'approvalSet'

export interface PabulibElection extends Election {
  readonly voteType: string
  readonly reading: Reading
  /** Projects the file says were selected, when it says it. */
  readonly selected: readonly string[] | null
}

const asTheyAre = new Set(['approval', 'choose-1', ''])
const asSets = new Set(['cumulative', 'scoring', 'ordinal'])
const amount = /^\d+(?:[.,]\d+)?$/

/**
 * The election in a file. Votes by approval (and for one project) are read as they are. Points and ranks are read as the set
 * of the projects named, without those given no point: the reference tool reads them so, and this engine counts approvals only.
 */
export const electionOf = (file: PabulibLines): PabulibRead<PabulibElection> =>
  reading(() => {
    const meta = new Map(file.meta)
    const voteType = meta.get('vote_type')?.toLowerCase() ?? ''
    if (!asTheyAre.has(voteType) && !asSets.has(voteType)) throw new Unreadable({ kind: 'metaValue', key: 'vote_type', text: voteType })
    const budget = meta.get('budget')
    if (budget === undefined) throw new Unreadable({ kind: 'meta', key: 'budget' })
    if (!amount.test(budget)) throw new Unreadable({ kind: 'metaValue', key: 'budget', text: budget })
    const projects = projectsOf(file)
    return {
      budget: numberOf(budget),
      projects,
      voters: votersOf(file, new Set(projects.map(({ id }) => id))),
      voteType: voteType === '' ? 'approval' : voteType,
      reading: asTheyAre.has(voteType) ? 'approval' : 'approvalSet',
      selected: selectedOf(file),
    }
  })

const numberOf = (text: string) => Number(text.replace(',', '.'))

const projectsOf = ({ projects: { columns, rows }, lines }: PabulibLines) => {
  const [at, price] = [columns.indexOf('project_id'), columns.indexOf('cost')]
  const seen = new Set<string>()
  return rows.map((row, place) => {
    const [id, cost, line] = [row[at]!, row[price]!, lines.projects[place]!]
    if (id === '') throw new Unreadable({ kind: 'value', line, column: 'project_id', text: id })
    if (seen.has(id)) throw new Unreadable({ kind: 'twice', line, column: 'project_id', text: id })
    if (!amount.test(cost)) throw new Unreadable({ kind: 'value', line, column: 'cost', text: cost })
    seen.add(id)
    return { id, cost: numberOf(cost) }
  })
}

const votersOf = ({ votes: { columns, rows }, lines }: PabulibLines, projects: ReadonlySet<string>) => {
  const [at, vote, points] = ['voter_id', 'vote', 'points'].map(column => columns.indexOf(column)) as [number, number, number] // as many as columns
  const seen = new Set<string>()
  return rows.map((row, place) => {
    const line = lines.votes[place]!
    const voter = row[at]!
    if (voter === '') throw new Unreadable({ kind: 'value', line, column: 'voter_id', text: voter })
    if (seen.has(voter)) throw new Unreadable({ kind: 'twice', line, column: 'voter_id', text: voter })
    seen.add(voter)
    const named = listOf(row[vote]!)
    for (const [order, id] of named.entries()) {
      if (!projects.has(id)) throw new Unreadable({ kind: 'unknownProject', line, text: id })
      if (named.indexOf(id) !== order) throw new Unreadable({ kind: 'twice', line, column: 'vote', text: id })
    }
    return points < 0 || row[points] === '' ? named : named.filter(withPoints(listOf(row[points]!), named.length, line))
  })
}

const withPoints = (points: readonly string[], named: number, line: number) => {
  if (points.length !== named) throw new Unreadable({ kind: 'value', line, column: 'points', text: points.join(',') })
  return (_: string, order: number) => {
    const given = Number(points[order])
    if (Number.isNaN(given)) throw new Unreadable({ kind: 'value', line, column: 'points', text: points[order]! })
    return given > 0
  }
}

const listOf = (cell: string): readonly string[] =>
  cell.includes(',') || cell === ''
    ? cell
        .split(',')
        .map(item => item.trim())
        .filter(item => item !== '')
    : [cell]

const selectedOf = ({ projects: { columns, rows } }: PabulibLines) => {
  const [at, selected] = [columns.indexOf('project_id'), columns.indexOf('selected')]
  return selected < 0 ? null : rows.filter(row => Number(row[selected]) > 0).map(row => row[at]!)
}
