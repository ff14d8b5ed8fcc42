import { createReadStream, readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import {
  adjustedRand,
  opinionMap,
  type OpinionMap,
  type PolisRead,
  readPolisComments,
  readPolisParticipants,
  readPolisVotes,
  silhouetteOf,
  type StatementNote,
  type VoteRow,
  voteTable,
  writePolisComments,
  writePolisParticipants,
  writePolisVotes,
} from '#engines/opinionMap'
import { referenceFolders } from './data.ts'
import { densePrincipal } from './denseEigen.ts'

const files = ['comments.csv', 'votes.csv', 'participants-votes.csv']
const conversations = referenceFolders('polis', files)
const removals = 5

type Line = {
  ari: number
  silhouette: number
  polisSilhouette: number
  stability: number
  pca: number
  sameBytes: boolean
  roundTrip: boolean
}

test.skipIf(conversations.length === 0)('opinion maps against the groups of Polis', async () => {
  const lines = new Map<string, Line>()
  for (const { name, path } of conversations) lines.set(name, await judged(path))
  console.table(Object.fromEntries([...lines].map(([name, line]) => [name, shown(line)])))
  const all = [...lines.values()]
  console.log(
    `Median adjusted Rand index ${median(all.map(({ ari }) => ari)).toFixed(3)}; median stability ${median(all.map(({ stability }) => stability)).toFixed(3)}.`,
  )
  expect(median(all.map(({ ari }) => ari)), 'median agreement with Polis').toBeGreaterThanOrEqual(0.8)
  expect(median(all.map(({ stability }) => stability)), 'median stability under 5 % of votes removed').toBeGreaterThanOrEqual(0.9)
  for (const [name, line] of lines) {
    expect(line.silhouette, `${name}: silhouette`).toBeGreaterThanOrEqual(line.polisSilhouette)
    expect(line.pca, `${name}: components`).toBeLessThan(1e-6)
    expect(line.sameBytes, `${name}: rows in another order`).toBe(true)
    expect(line.roundTrip, `${name}: files written again`).toBe(true)
  }
})

const judged = async (path: string): Promise<Line> => {
  const chunks = (file: string) => createReadStream(`${path}/${file}`)
  const comments = valueOf(await readPolisComments(chunks('comments.csv')))
  const votes = valueOf(await readPolisVotes(chunks('votes.csv')))
  const polis = valueOf(await readPolisParticipants(chunks('participants-votes.csv')))
  const map = opinionMap({ votes: voteTable(votes), statements: comments })
  const groupOf = new Map(polis.participants.flatMap(({ id, group }) => (group === null ? [] : [[id, group] as const])))
  const both = map.participants.filter(({ id }) => groupOf.has(id))
  const mine = both.map(({ group }) => group)
  const theirs = both.map(({ id }) => groupOf.get(id) ?? 0)
  return {
    ari: adjustedRand(mine, theirs),
    silhouette: silhouetteOf(both, mine),
    polisSilhouette: silhouetteOf(both, theirs),
    stability: mean(Array.from({ length: removals }, (_, removal) => agreementWithout(map, votes, comments, removal))),
    pca: errorOf(map, votes, comments),
    sameBytes:
      JSON.stringify(opinionMap({ votes: voteTable([...votes].reverse()), statements: [...comments].reverse() })) === JSON.stringify(map),
    roundTrip:
      (await text(writePolisVotes(votes))) === readFileSync(`${path}/votes.csv`, 'utf8') &&
      (await text(writePolisComments(comments))) === readFileSync(`${path}/comments.csv`, 'utf8') &&
      (await text(writePolisParticipants(polis))) === readFileSync(`${path}/participants-votes.csv`, 'utf8'),
  }
}

/** The groups when one vote in twenty is removed, chosen by a fixed rule, against those with all the votes. */
const agreementWithout = (map: OpinionMap, votes: readonly VoteRow[], statements: readonly StatementNote[], removal: number) => {
  const kept = votes.filter(({ participant, statement }) => spread(`${removal} ${participant} ${statement}`) % 20 !== 0)
  const other = new Map(opinionMap({ votes: voteTable(kept), statements }).participants.map(({ id, group }) => [id, group]))
  const both = map.participants.filter(({ id }) => other.has(id))
  return adjustedRand(
    both.map(({ group }) => group),
    both.map(({ id }) => other.get(id) ?? 0),
  )
}

const spread = (words: string) => {
  let value = 0x811c9dc5
  for (let place = 0; place < words.length; place++) value = Math.imul(value ^ words.charCodeAt(place), 0x01000193)
  return Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 8
}

const errorOf = (map: OpinionMap, votes: readonly VoteRow[], statements: readonly StatementNote[]) => {
  const out = new Set(statements.filter(({ moderated }) => moderated === -1).map(({ id }) => id))
  const expected = densePrincipal(voteTable(votes.filter(({ statement }) => !out.has(statement))))
  return Math.max(
    ...map.components.map((vector, place) =>
      Math.min(...[1, -1].map(sign => Math.max(...vector.map((loading, at) => Math.abs(loading - sign * expected[place]![at]!))))),
    ),
  )
}

const valueOf = <Content>(read: PolisRead<Content>): Content => {
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const median = (values: readonly number[]) => {
  const ordered = [...values].sort((left, right) => left - right)
  return (ordered[Math.floor((ordered.length - 1) / 2)]! + ordered[Math.ceil((ordered.length - 1) / 2)]!) / 2
}
const shown = (line: Line) =>
  Object.fromEntries(
    Object.entries(line).map(([name, value]) => [
      name,
      typeof value === 'number' ? (name === 'pca' ? value.toExponential(1) : value.toFixed(4)) : value,
    ]),
  )
