import type { Pabulib } from './pabulib.ts'

export type PabulibRule =
  | 'greedy'
  | 'equalshares'
  | 'equalshares-comparison'
  | 'equalshares/add1'
  | 'equalshares/add1-comparison'
  | 'unknown'

/** A vote by approval to publish. Dates are `YYYY-MM-DD`; money in units of the currency. */
export interface PublishedVote {
  readonly description: string
  readonly country: string
  readonly unit: string
  readonly subunit?: string
  readonly instance: string
  readonly budget: number
  readonly rule: PabulibRule
  readonly from: string
  readonly to: string
  readonly least?: number
  readonly most?: number
  readonly language?: string
  readonly currency?: string
  readonly projects: readonly {
    readonly id: string
    readonly cost: number
    readonly name: string
    readonly categories?: readonly string[]
    readonly selected: boolean
    readonly district?: string
    readonly latitude?: number
    readonly longitude?: number
  }[]
  readonly votes: readonly {
    readonly id: string
    readonly projects: readonly string[]
    readonly age?: string
    readonly sex?: 'M' | 'F' | 'O'
    readonly method?: 'internet' | 'paper'
    readonly district?: string
  }[]
}

type Column<Row> = readonly [name: string, valueOf: (row: Row) => string | undefined]

/** The file of a vote, with the fields of the format in their order; a column that nobody fills is left out. */
export const pabulibOf = (vote: PublishedVote): Pabulib => {
  const support = new Map<string, number>()
  for (const { projects } of vote.votes) for (const id of projects) support.set(id, (support.get(id) ?? 0) + 1)
  const projects = [...vote.projects].sort((a, b) => (support.get(b.id) ?? 0) - (support.get(a.id) ?? 0))
  const one = vote.most === 1
  return {
    meta: filled([
      ['description', plain(vote.description)],
      ['country', vote.country],
      ['unit', plain(vote.unit)],
      ['subunit', vote.subunit && plain(vote.subunit)],
      ['instance', vote.instance],
      ['num_projects', String(projects.length)],
      ['num_votes', String(vote.votes.length)],
      ['budget', String(vote.budget)],
      ['vote_type', one ? 'choose-1' : 'approval'],
      ['rule', vote.rule],
      ['date_begin', dateOf(vote.from)],
      ['date_end', dateOf(vote.to)],
      ['min_length', textOf(vote.least)],
      ['max_length', textOf(vote.most)],
      ['language', vote.language],
      ['currency', vote.currency],
    ]),
    projects: tableOf<PublishedVote['projects'][number]>(projects, [
      ['project_id', ({ id }) => id],
      ['cost', ({ cost }) => String(cost)],
      ['votes', ({ id }) => String(support.get(id) ?? 0)],
      ['name', ({ name }) => plain(name)],
      ['category', ({ categories }) => categories?.map(category => plain(category).replaceAll(/,\s*/g, ' ')).join(',')],
      ['selected', ({ selected }) => (selected ? '1' : '0')],
      ['district', ({ district }) => district && plain(district)],
      ['latitude', ({ latitude }) => textOf(latitude)],
      ['longitude', ({ longitude }) => textOf(longitude)],
    ]),
    votes: tableOf<PublishedVote['votes'][number]>(vote.votes, [
      ['voter_id', ({ id }) => id],
      ['vote', ({ projects: chosen }) => chosen.join(',')],
      ['age', ({ age }) => age],
      ['sex', ({ sex }) => sex],
      ['voting_method', ({ method }) => method],
      ['district', ({ district }) => district && plain(district)],
    ]),
  }
}

const always = new Set(['project_id', 'cost', 'votes', 'selected', 'voter_id', 'vote'])

const tableOf = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]) => {
  const kept = columns.filter(([name, valueOf]) => always.has(name) || rows.some(row => valueOf(row)))
  return { columns: kept.map(([name]) => name), rows: rows.map(row => kept.map(([, valueOf]) => valueOf(row) ?? '')) }
}

const filled = (pairs: readonly (readonly [string, string | undefined])[]) =>
  pairs.flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, value] as const]))

/** One line, single spaces: what readers of the format expect in a cell. */
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
const dateOf = (day: string) => day.split('-').reverse().join('.')
const textOf = (value: number | undefined) => (value === undefined ? undefined : String(value))
