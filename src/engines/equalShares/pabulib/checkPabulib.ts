import type { Pabulib } from './pabulib.ts'
import { known, needed, rules, voteTypes } from './fields.ts'

export type PabulibFault =
  | 'missingField'
  | 'unknownField'
  | 'fieldOrder'
  | 'emptyField'
  | 'spaces'
  | 'numProjects'
  | 'numVotes'
  | 'voteType'
  | 'rule'
  | 'date'
  | 'dates'
  | 'amount'
  | 'noCost'
  | 'overBudget'
  | 'selectedOverBudget'
  | 'votes'
  | 'unknownProject'
  | 'twice'
  | 'length'
  | 'points'

/** What the rules of the Pabulib checker would refuse; `where` is a key, an identifier or a column. */
export interface PabulibRemark {
  readonly fault: PabulibFault
  readonly where: string
}

/**
 * The rules of the checker of Pabulib (pabulib/checker, read for its facts) that make a file invalid, for votes by approval and
 * by points. Whether the projects selected are those of the rule named is for `equalShares` and `greedy`.
 */
export const checkPabulib = (file: Pabulib): readonly PabulibRemark[] => {
  const remarks: PabulibRemark[] = []
  const say = (fault: PabulibFault, where: string) => remarks.push({ fault, where })
  const meta = new Map(file.meta)
  const projects = rowsOf(file.projects)
  const votes = rowsOf(file.votes)

  for (const [section, fields] of [
    ['meta', [...meta.keys()]],
    ['projects', file.projects.columns],
    ['votes', file.votes.columns],
  ] as const) {
    for (const field of needed[section]) if (!fields.includes(field)) say('missingField', field)
    for (const field of fields) if (!known[section].includes(field)) say('unknownField', field)
    const order = fields.map(field => known[section].indexOf(field)).filter(place => place >= 0)
    if (order.some((place, at) => at > 0 && place < order[at - 1]!)) say('fieldOrder', section)
  }
  for (const [key, value] of meta) {
    if (value === '') say('emptyField', key)
    if (value !== value.trim()) say('spaces', key)
  }
  if (meta.get('num_projects') !== String(projects.length)) say('numProjects', 'num_projects')
  if (meta.get('num_votes') !== String(votes.length)) say('numVotes', 'num_votes')
  if (!voteTypes.includes(meta.get('vote_type') ?? '')) say('voteType', 'vote_type')
  if (!rules.includes(meta.get('rule') ?? '')) say('rule', 'rule')
  const [begin, end] = ['date_begin', 'date_end'].map(key => {
    const day = dayOf(meta.get(key) ?? '')
    if (day === null) say('date', key)
    return day
  })
  if (begin && end && begin > end) say('dates', 'date_end')

  const budget = Math.floor(amountOf(meta.get('budget') ?? ''))
  if (Number.isNaN(budget)) say('amount', 'budget')
  const counted = new Map<string, number>()
  for (const vote of votes) checkVote(vote, meta, projects, counted, say)
  let spent = 0
  for (const [id, project] of projects.map(row => [row.get('project_id') ?? '', row] as const)) {
    const cost = Math.floor(amountOf(project.get('cost') ?? ''))
    if (Number.isNaN(cost)) say('amount', id)
    if (cost === 0) say('noCost', id)
    if (cost > budget) say('overBudget', id)
    if (project.get('selected') === '1') spent += cost
    if (project.has('votes') && Number(project.get('votes')) !== (counted.get(id) ?? 0)) say('votes', id)
    for (const [field, value] of project) if (value !== value.trim()) say('spaces', `${id} ${field}`)
  }
  if (spent > budget) say('selectedOverBudget', 'budget')
  return remarks
}

type Row = ReadonlyMap<string, string>

const rowsOf = ({ columns, rows }: Pabulib['votes']): readonly Row[] =>
  rows.map(row => new Map(columns.map((column, at) => [column, row[at] ?? ''] as const)))

const checkVote = (
  vote: Row,
  meta: Row,
  projects: readonly Row[],
  counted: Map<string, number>,
  say: (fault: PabulibFault, where: string) => void,
) => {
  const voter = vote.get('voter_id') ?? ''
  const type = meta.get('vote_type')
  const list = (vote.get('vote') ?? '').split(',').filter(id => id !== '')
  if (list.some(id => id !== id.trim())) say('spaces', voter)
  if (new Set(list).size < list.length) say('twice', voter)
  for (const id of list) {
    if (!projects.some(project => project.get('project_id') === id)) say('unknownProject', `${voter} ${id}`)
    counted.set(id, (counted.get(id) ?? 0) + 1)
  }
  const [least, most] = [Number(meta.get('min_length') ?? 0), Number(meta.get('max_length') ?? Infinity)]
  if (list.length < least || list.length > most || (type === 'choose-1' && list.length !== 1)) say('length', voter)
  const points = (vote.get('points') ?? '').split(',').filter(point => point !== '')
  const wanted = type === 'cumulative' || type === 'scoring' ? list.length : type === 'ordinal' ? points.length : 0
  if (points.length !== wanted) say('points', voter)
}

const amountOf = (text: string) => (/^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN)

/** `YYYY`, or a day that exists, as `DD.MM.YYYY`; given back so that days compare. */
const dayOf = (text: string): string | null => {
  if (/^\d{4}$/.test(text)) return `${text}-01-01`
  const iso = /^\d{2}\.\d{2}\.\d{4}$/.test(text) ? text.split('.').reverse().join('-') : ''
  const date = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso) ? null : iso
}
