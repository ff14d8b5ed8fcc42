import { electionOf, type PabulibElection, type PabulibLines, readPabulib } from '#engines/equalShares'
import type { UploadedFile } from '#kernel/http'
import { addDays } from '#kernel/rules'
import { closeBudget } from '../count/closeBudget.ts'
import { addBallots, type OwnBallot } from '../queries/ballots.ts'
import { addBudget } from '../queries/budgets.ts'
import { addIdea } from '../queries/ideas.ts'
import { addKnownCost } from '../queries/studies.ts'
import { ageBand, readDay } from '../rules/fileWords.ts'
import type { BudgetRules } from '../rules/terms.ts'
import type { Here } from '../schema.ts'

export type Imported =
  | { readonly ok: true; readonly budget: string }
  | { readonly ok: false; readonly because: 'ordinal' | 'empty'; readonly reason: string | null }

const countedAtOnce = 10_000

/** Reads a budget of the past from a Pabulib file, keeps its projects and ballots, and counts it again both ways. */
export const importFile = async (world: Here, file: UploadedFile, title: string): Promise<Imported> => {
  const read = readPabulib(file.bytes)
  const election = read.ok ? electionOf(read.value) : read
  if (!read.ok || !election.ok) {
    const { problem } = read.ok && !election.ok ? election : (read as { problem: { kind: string } }) // one of the two was refused
    return { ok: false, because: 'empty', reason: JSON.stringify(problem) }
  }
  const { value } = election
  if (value.voteType === 'ordinal') return { ok: false, because: 'ordinal', reason: null }
  if (value.projects.length === 0 || value.voters.length === 0) return { ok: false, because: 'empty', reason: null }
  const meta = new Map(read.value.meta)
  const made = {
    title: (title || meta.get('description') || [meta.get('unit'), meta.get('instance')].filter(Boolean).join(' ') || file.name)
      .slice(0, 200)
      .toWellFormed(),
    summary: '',
    sectors: [],
    archive: file.name.slice(0, 200).toWellFormed() || 'fichier.pb',
  }
  const budget = await addBudget(world, made, rulesFrom(world.today, meta, value))
  const ids = await addProjects(world, budget, read.value, value)
  await addBallots(world, budget, 'file', ballotsFrom(read.value, value, ids))
  // A large one is counted by the job, within ten minutes.
  if (value.voters.length <= countedAtOnce) await closeBudget(world, budget)
  return { ok: true, budget }
}

const rulesFrom = (
  today: string,
  meta: ReadonlyMap<string, string>,
  { budget, voteType, projects }: PabulibElection,
): Omit<BudgetRules, 'version'> => {
  const instance = /^\d{4}$/.test(meta.get('instance') ?? '') ? `${meta.get('instance')}-01-01` : today
  const voteFrom = readDay(meta.get('date_begin') ?? '') ?? instance
  const until = readDay(meta.get('date_end') ?? '') ?? voteFrom
  const before = addDays(voteFrom, -1)
  const isPoints = voteType === 'cumulative' || voteType === 'scoring'
  const most = Number(meta.get('max_length') ?? 0)
  return {
    envelopeCents: Math.max(1, Math.round(budget * 100)),
    ceilingCents: null,
    ideasFrom: before,
    ideasUntil: before,
    studyUntil: before,
    voteFrom,
    voteUntil: until < voteFrom ? voteFrom : until,
    proposeRule: null,
    voteRule: null,
    voteKind: isPoints ? 'points' : meta.has('max_sum_cost') ? 'knapsack' : 'approval',
    mostChoices: !isPoints && Number.isInteger(most) && most > 0 && most < projects.length ? most : null,
    points: isPoints ? Math.max(1, Math.trunc(Number(meta.get('max_sum_points') ?? 0)) || 1) : null,
    method: (meta.get('rule') ?? '').toLowerCase().includes('equalshares') ? 'equal-shares' : 'greedy',
  }
}

/** @returns the number of each project, by its name in the file */
const addProjects = async (world: Here, budget: string, file: PabulibLines, election: PabulibElection) => {
  const column = (name: string) => file.projects.columns.indexOf(name)
  const [name, latitude, longitude] = [column('name'), column('latitude'), column('longitude')]
  const ids = new Map<string, string>()
  for (const [at, { id, cost }] of election.projects.entries()) {
    const row = file.projects.rows[at] ?? []
    const title = ((name < 0 ? '' : row[name]) || id).slice(0, 200).toWellFormed()
    const place = placeOf(row[latitude] ?? '', row[longitude] ?? '')
    const idea = await addIdea(
      world,
      budget,
      { personId: null, college: 'users' },
      { title, text: title, sector: null, place: '', ...place },
      id,
    )
    await addKnownCost(world, idea, Math.round(cost * 100))
    ids.set(id, idea)
  }
  return ids
}

const placeOf = (latitude: string, longitude: string) => {
  const [up, across] = [Number(latitude), Number(longitude)]
  const isPlace = latitude !== '' && longitude !== '' && Math.abs(up) <= 90 && Math.abs(across) <= 180
  return isPlace ? { latitude: up, longitude: across } : { latitude: null, longitude: null }
}

const ballotsFrom = (
  { votes }: PabulibLines,
  { voters, reading }: PabulibElection,
  ids: ReadonlyMap<string, string>,
): readonly OwnBallot[] => {
  const [vote, points, neighbourhood, age] = ['vote', 'points', 'neighborhood', 'age'].map(one => votes.columns.indexOf(one)) as [
    number,
    number,
    number,
    number,
  ] // as many as columns
  return voters.map((approvals, at) => {
    const row = votes.rows[at] ?? []
    const named = (row[vote] ?? '').split(',').map(one => one.trim())
    const given = (row[points] ?? '').split(',').map(Number)
    const pointsOf = new Map(named.map((id, order) => [id, given[order] ?? 1]))
    return {
      choices: Object.fromEntries(
        approvals.map(id => [ids.get(id) ?? '', reading === 'approvalSet' && points >= 0 ? (pointsOf.get(id) ?? 1) : 1]),
      ),
      district: (row[neighbourhood] ?? '').slice(0, 80).toWellFormed() || null,
      age: ageBand(row[age] ?? ''),
    }
  })
}
