import { sql } from '#kernel/db'
import { type CastName, cast, daysAgo, member } from '#kernel/demonstration'
import { instantInParis } from '#engines/meetings'
import { actorFrom } from '#kernel/people'
import { addDays } from '#kernel/rules'
import { latestMeasures } from '#modules/measures'
import { rulesInForce } from '#modules/roll'
import { garden, hall, market, terrace, workshop } from './data/invented.ts'
import { ballotById } from './queries/ballots.ts'
import { castBallot, saveDraft } from './queries/castBallot.ts'
import { addBallot, enterStep, type NewBallot, type NewQuestion, putQuestion } from './queries/changeBallot.ts'
import { countBallot } from './queries/count.ts'
import { countingTable, enterSheet, openTable } from './queries/paper.ts'
import { markAtStation } from './queries/station.ts'
import { publishResult } from './results/publishResult.ts'
import { secretDemo } from './secret/index.ts'
import type { Counts } from './rules/counts.ts'
import type { BallotId, Here } from './schema.ts'

/**
 * Five invented votes: one open, by majority judgment; one published, yes or no, with a table of paper; one in preparation; two secret, one
 * published and one open.
 */
export const demo = async (here: Here): Promise<void> => {
  const residents = await someResidents(here)
  await publishedGarden(here, residents)
  await openMarket(here, residents)
  await secretVotes(here, residents)
  await prepare(
    here,
    2,
    { ...(await frame(here, 12, 26)), ...workshop.ballot, measure: await measureAbout(here, 'FabLab') },
    workshop.questions,
  )
}

const secretVotes = async (here: Here, residents: readonly string[]) => {
  const ago = (days: number) => at(here, days, 'claire')
  const hallVote = await prepare(here, 40, { ...(await frame(here, -38, -24)), ...hall.ballot, isSecret: true }, hall.questions)
  const people = residents.slice(0, 9)
  await secretDemo(ago, hallVote, { ...hall, people, announced: 39, opened: 37, voted: 30, closed: 23 })
  const terraceVote = await prepare(here, 8, { ...(await frame(here, -4, 10)), ...terrace.ballot, isSecret: true }, terrace.questions)
  await secretDemo(ago, terraceVote, { ...terrace, people, announced: 7, opened: 3, voted: 2, closed: null })
}

const openMarket = async (here: Here, residents: readonly string[]) => {
  const id = await prepare(
    here,
    12,
    { ...(await frame(here, -5, 9)), ...market.ballot, hasPaper: true, measure: await measureAbout(here, 'marché') },
    market.questions,
  )
  const ballot = { ...market.ballot, id, measure: null }
  await enterStep(at(here, 12, 'claire'), ballot, 'announced')
  await enterStep(at(here, 4, 'claire'), ballot, 'opened')
  for (const [n, person] of residents.slice(0, 34).entries())
    await castBallot(as(here, 3, person), id, person, [{ 1: (n * 7) % 4, 2: (n * 5) % 3, 3: 2 + (n % 4), 4: (n * 3) % 6 }])
  await saveDraft(as(here, 1, cast.amina.id), id, cast.amina.id, [{ 1: 0, 2: 1 }])
}

const publishedGarden = async (here: Here, residents: readonly string[]) => {
  const id = await prepare(
    here,
    45,
    { ...(await frame(here, -40, -20)), ...garden.ballot, hasPaper: true, measure: await measureAbout(here, 'Cultiver') },
    garden.questions,
  )
  const ballot = (await ballotById(here, id, { stored: true }))!
  await enterStep(at(here, 44, 'claire'), ballot, 'announced')
  await enterStep(at(here, 39, 'claire'), ballot, 'opened')
  for (const [n, person] of residents.slice(0, 31).entries())
    await castBallot(as(here, 30, person), id, person, [n % 11 === 5 ? {} : n % 3 === 2 ? { 2: 1 } : { 1: 1 }])
  for (const [n, personId] of residents.slice(31, 40).entries())
    await markAtStation(at(here, 24, 'claire'), ballot, { personId, channel: n < 3 ? 'paper' : 'station' })
  await enterStep(at(here, 19, 'claire'), ballot, 'closed')
  await countBallot(at(here, 19, 'claire'), { ...ballot, state: 'closed' })
  await countPaper(here, id, { ballots: 9, invalid: 0, questions: [{ blank: 1, cells: { 1: 5, 2: 3 }, orders: [] }] })
  await publishResult(at(here, 18, 'claire'), { ...ballot, state: 'counted' })
}

/** Two agents enter the signed sheet, a little apart, and settle. */
const countPaper = async (here: Here, ballot: BallotId, counts: Counts) => {
  const id = await openTable(at(here, 19, 'claire'), ballot, garden.table)
  const table = (await countingTable(here, id))!
  const misread = { ...counts, questions: counts.questions.map(one => ({ ...one, cells: { ...one.cells, 2: 2 } })) }
  await enterSheet(at(here, 19, 'claire'), table, { turn: 1, counts, reason: '' })
  await enterSheet(at(here, 19, 'marc'), table, { turn: 2, counts: misread, reason: '' })
  await enterSheet(at(here, 19, 'claire'), table, { turn: 3, counts, reason: garden.settled })
}

const frame = async (here: Here, opensIn: number, closesIn: number): Promise<NewBallot> => {
  const rules = await rulesInForce(here)
  return {
    title: '',
    introduction: '',
    purpose: '',
    organiser: `${here.body.name}, service de la participation`,
    measure: null,
    rule: rules.at(-1)?.id ?? '1',
    isSecret: false,
    hasPaper: false,
    opensAt: instantInParis(addDays(here.today, opensIn), '09:00'),
    closesAt: instantInParis(addDays(here.today, closesIn), '20:00'),
  }
}

const prepare = async (here: Here, days: number, ballot: NewBallot, questions: readonly NewQuestion[]): Promise<BallotId> => {
  const world = at(here, days, 'claire')
  const id = await addBallot(world, ballot)
  for (const question of questions) await putQuestion(world, id, question)
  return id
}

const measureAbout = async (here: Here, word: string) =>
  (await latestMeasures(here.db, here.body.id, 200)).find(one => one.title.includes(word))?.id ?? null

/** Invented residents whose home is verified and who serve no town hall; Amina keeps her draft. */
const someResidents = async ({ db, body, today }: Here): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct p.id, p.name from kernel.person p join kernel.residence r on r.person_id = p.id and r.body_id = ${body.id} and r.proof <> 'declared'
    where p.invented and p.id <> ${cast.amina.id} and r.since <= ${addDays(today, -60)}::date
      and not exists (select from kernel.role o where o.person_id = p.id and o.body_id = ${body.id}) order by p.name, p.id limit 45`.execute(
    db,
  )
  return rows.map(row => row.id)
}

const at = (here: Here, days: number, who: CastName): Here => daysAgo(here, days, member(who), '10:20')
const as = (here: Here, days: number, person: string): Here => ({
  ...at(here, days, 'amina'),
  actor: actorFrom({ personId: person, name: '', roles: ['verified'], services: [] }),
})
