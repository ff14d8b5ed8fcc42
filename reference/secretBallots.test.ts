import { expect, test } from 'vitest'
import { type Choice, type Question, randomFrom, verifyArchive } from '#engines/ballotCryptography'
import { nodeBackend } from '#engines/ballotCryptography/node'
import { beleniosTool } from '../src/engines/ballotCryptography/beleniosTool.ts'
import { contentsOf } from '../src/engines/ballotCryptography/ballots/question.ts'
import { rehearseElection } from '../src/engines/ballotCryptography/rehearsal.ts'
import { seededBytes } from '../src/engines/ballotCryptography/seededBytes.ts'
import { countMutations } from './mutations/countMutations.ts'

const backend = nodeBackend()
const tool = beleniosTool()
const elections = Number(process.env.YVETTE_ELECTIONS ?? 50)
const mutations = Number(process.env.YVETTE_MUTATIONS ?? 10_000)

/** An election by luck: 1 or 2 questions of 1 to 20 answers, blank or not, 1 to 5 trustees alone or with a threshold, changed votes. */
const generated = (seed: number) => {
  const random = randomFrom(seededBytes(`election ${seed}`))
  const between = (least: number, most: number) => least + Number(random(BigInt(most - least + 1)))
  const questions = Array.from({ length: between(1, 2) }, (_, place): Question => {
    const size = place === 0 ? 1 + (seed % 20) : between(1, 6)
    const min = between(0, Math.min(2, size))
    const blank = between(0, 1) === 1
    return {
      answers: Array.from({ length: size }, (_unused, at) => `Réponse « ${at} »`),
      ...(blank ? { blank } : {}),
      min,
      max: between(Math.max(min, 1), Math.min(size, 5)),
      question: `Question ${place} ?`,
    }
  })
  const all = 1 + (seed % 5)
  const alone = all === 1 ? 1 : between(0, 1)
  const shared = all - alone
  const trustees = [
    ...Array.from({ length: shared === 1 ? 2 : alone }, () => ({ size: 1, needed: 1 })),
    ...(shared > 1 ? [{ size: shared, needed: between(1, shared) }] : []),
  ]
  const voters = between(2, 4)
  const votes = Array.from({ length: voters + between(0, 2) }, (_, turn) => ({
    voter: turn % voters,
    choices: questions.map((question): Choice => {
      if (question.blank && between(0, 3) === 0) return 'blank'
      const places = question.answers.map((_unused, at) => at)
      return Array.from({ length: between(question.min, question.max) }, () => places.splice(between(0, places.length - 1), 1)[0]!)
    }),
  }))
  return { random, questions, trustees, voters, votes }
}

/** What the result must be, counted in the open: the last vote of each. */
const openCount = ({ questions, votes }: ReturnType<typeof generated>) => {
  const last = new Map(votes.map(({ voter, choices }) => [voter, choices]))
  return questions.map((question, place) =>
    [...last.values()]
      .map(choices => contentsOf(question, choices[place]!))
      .reduce((sum, contents) => sum.map((count, at) => count + contents[at]!)),
  )
}

test.skipIf(!tool)(`${elections} elections made here are accepted by belenios-tool`, { timeout: 7_200_000 }, () => {
  const results = new Set<string>()
  for (let seed = 0; seed < elections; seed++) {
    const plan = generated(seed)
    const election = rehearseElection(backend, plan.random, { ...plan, name: `Essai ${seed}` })
    for (const { voter, choices } of plan.votes) election.vote(voter, choices)
    const first = plan.trustees.filter(({ size }) => size === 1).length
    const needed = plan.trustees.reduce((sum, one) => sum + one.needed, 0)
    const shared = plan.trustees.find(({ size }) => size > 1)
    const skipped = shared ? seed % (shared.size - shared.needed + 1) : 0
    const present = Array.from({ length: needed }, (_, at) => (at < first ? at + 1 : at + 1 + skipped))
    expect(election.count(present), `election ${seed}`).toEqual(openCount(plan))
    expect(verifyArchive(backend, election.archive()), `election ${seed}`).toMatchObject({ ok: true })
    expect(tool!.verify(election.archive()), `election ${seed}`).toBeNull()
    results.add(JSON.stringify(openCount(plan)))
  }
  expect(results.size).toBeGreaterThan(elections / 2)
})

test.skipIf(!tool)(`${elections} elections made by belenios-tool are accepted here`, { timeout: 7_200_000 }, () => {
  for (let seed = 0; seed < elections; seed++) {
    const plan = generated(1_000 + seed)
    const votes = plan.votes.map(({ voter, choices }) => ({
      voter,
      contents: choices.map((choice, place) => contentsOf(plan.questions[place]!, choice)),
    }))
    const made = tool!.election({ ...plan, votes })
    const checked = verifyArchive(backend, made.archive)
    expect(checked, `election ${seed}`).toMatchObject({ ok: true, value: { result: openCount(plan), ballots: votes.length } })
    expect(made.result).toEqual(openCount(plan))
  }
})

test(
  `${mutations} changes of meaning, each chained again: none is accepted against the published head`,
  { timeout: 14_400_000 },
  async () => {
    const from = process.cpuUsage()
    const counts = await countMutations(mutations)
    const { user, system } = process.cpuUsage(from)
    console.table(counts)
    process.stderr.write(`${mutations} changes: ${Math.round((user + system) / 1e6)} s of processor\n`)
    const all = Object.values(counts)
    expect(all.reduce((sum, { tried }) => sum + tried, 0)).toBe(mutations)
    expect(all.every(({ tried }) => tried > 0)).toBe(true)
    expect(all.every(({ acceptedWithHead }) => acceptedWithHead === 0)).toBe(true)
    // Without the head, only a board cut short, or the loss of a ballot that was replaced or reordered, can go unseen.
    for (const kind of ['number', 'answers', 'credential', 'replay', 'result', 'election', 'signed'] as const)
      expect(counts[kind].acceptedWithoutHead, kind).toBe(0)
  },
)
