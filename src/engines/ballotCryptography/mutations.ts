import { documentsOf, type EventType, nextEvent, type Published } from './archive/board.ts'
import { credentialSecret } from './credentials.ts'
import { base64Of, bytesOfHex } from './encoding/bytes.ts'
import type { Group } from './group.ts'
import { write } from './messages.ts'
import { prefixes } from './ballots/context.ts'
import { proveKnowledge } from './proofs/knowledge.ts'
import type { Random } from './random.ts'

/** An entry of a board before it is chained. */
interface Part {
  readonly type: EventType
  readonly documents: readonly string[]
}
export const mutationKinds = ['number', 'answers', 'credential', 'replay', 'drop', 'order', 'result', 'election', 'signed'] as const
export type MutationKind = (typeof mutationKinds)[number]

/**
 * A board whose meaning was changed by somebody who then chained everything again: digests all match, and only the proofs, or the
 * head that was published, can tell. Null when luck proposes a change that changes nothing.
 * @param accomplices private codes of voters who help: they sign again what was changed (kind `signed`)
 */
export const mutateBoard = (
  group: Group,
  random: Random,
  { board, accomplices }: { readonly board: readonly Published[]; readonly accomplices: readonly string[] },
  kind: MutationKind,
): Published[] | null => {
  const parts = board.map(({ event, documents }) => ({ type: event.type, documents }))
  const changed = changes[kind]({ group, pick: size => Number(random(BigInt(size))), random, parts, accomplices })
  return changed && JSON.stringify(changed) !== JSON.stringify(parts) ? chained(group, changed) : null
}

interface Luck {
  readonly group: Group
  readonly random: Random
  readonly pick: (size: number) => number
  readonly parts: readonly Part[]
  readonly accomplices: readonly string[]
}

const changes: Record<MutationKind, (luck: Luck) => readonly Part[] | null> = {
  /** One of the big numbers of one document: a ciphertext, a challenge, a response, a key, a factor. */
  number: luck => {
    const place = oneOf(luck, ({ documents, type }) => documents.length > 0 && type !== 'Result')
    const part = luck.parts[place]!
    const at = part.type === 'Setup' ? 1 + luck.pick(2) : 0
    return replaced(luck.parts, place, part.documents.with(at, otherNumber(luck, part.documents[at]!)))
  },
  /** Two answers, or two proofs, of a ballot change places; or an answer comes from another ballot. */
  answers: luck => {
    const place = oneOf(luck, ({ type }) => type === 'Ballot')
    const ballot = JSON.parse(luck.parts[place]!.documents[0]!)
    const question = luck.pick(ballot.answers.length)
    const lists = ['choices', 'individual_proofs', 'overall_proof']
    const list = ballot.answers[question][lists[luck.pick(3)]!]
    if (luck.pick(3) > 0) {
      const [first, second] = [luck.pick(list.length), luck.pick(list.length)]
      ;[list[first], list[second]] = [list[second], list[first]]
    } else {
      const other = JSON.parse(luck.parts[oneOf(luck, ({ type }) => type === 'Ballot')]!.documents[0]!)
      ballot.answers[question] = other.answers[question]
    }
    return replaced(luck.parts, place, [JSON.stringify(ballot)])
  },
  /** A ballot claims the credential, or wears the signature, of another. */
  credential: luck => {
    const place = oneOf(luck, ({ type }) => type === 'Ballot')
    const ballot = JSON.parse(luck.parts[place]!.documents[0]!)
    const other = JSON.parse(luck.parts[oneOf(luck, ({ type }) => type === 'Ballot')]!.documents[0]!)
    const field = ['credential', 'signature'][luck.pick(2)]!
    ballot[field] = other[field]
    return replaced(luck.parts, place, [JSON.stringify(ballot)])
  },
  /** An old ballot is cast again, after the one that replaced it. */
  replay: luck => {
    const last = luck.parts.findLastIndex(({ type }) => type === 'Ballot')
    return luck.parts.toSpliced(last + 1, 0, luck.parts[oneOf(luck, ({ type }) => type === 'Ballot')]!)
  },
  drop: luck => luck.parts.toSpliced(1 + luck.pick(luck.parts.length - 1), 1),
  order: luck => {
    const [first, second] = [1 + luck.pick(luck.parts.length - 1), 1 + luck.pick(luck.parts.length - 1)]
    return luck.parts.with(first, luck.parts[second]!).with(second, luck.parts[first]!)
  },
  /** A few more people for one answer, or fewer, or moved from one to another. */
  result: luck => {
    const place = oneOf(luck, ({ type }) => type === 'Result')
    const document = JSON.parse(luck.parts[place]!.documents[0]!)
    const question = document.result[luck.pick(document.result.length)]
    question[luck.pick(question.length)] += 1 + luck.pick(3)
    if (luck.pick(2) === 0) question[luck.pick(question.length)] = luck.pick(4)
    return replaced(luck.parts, place, [JSON.stringify(document)])
  },
  /** What was asked is changed after the fact. */
  election: luck => {
    const [election, ...others] = luck.parts[0]!.documents
    const document = JSON.parse(election!)
    const question = document.questions[luck.pick(document.questions.length)]
    const change = luck.pick(3)
    if (change === 0) question.answers.reverse()
    else if (change === 1) question.max += 1
    else document.name += '.'
    return replaced(luck.parts, 0, [JSON.stringify(document), ...others])
  },
  /** A voter casts what no honest browser makes, well signed, while the vote is open: nothing but the proofs can refuse it. */
  signed: luck => {
    const { group, random, parts, accomplices } = luck
    const place = oneOf(luck, ({ type }) => type === 'Ballot')
    const { signature: _, ...ballot } = JSON.parse(parts[place]!.documents[0]!)
    const { uuid } = JSON.parse(parts[0]!.documents[0]!)
    const secret = credentialSecret(group, accomplices[luck.pick(accomplices.length)]!, uuid)
    const answers = luck.pick(4) === 0 ? JSON.stringify(ballot.answers) : otherNumber(luck, JSON.stringify(ballot.answers))
    const unsigned = { ...ballot, credential: group.powerOfG(secret).toString(), answers: JSON.parse(answers) }
    if (JSON.stringify(unsigned) === JSON.stringify(ballot)) return null
    const hash = base64Of(bytesOfHex(group.digest(write(unsigned))))
    const signed = write({ ...unsigned, signature: { hash, proof: proveKnowledge(group, random, secret, prefixes.signature(hash)) } })
    return replaced(parts, place, [signed]).filter(({ type }) => type === 'Setup' || type === 'Ballot')
  },
}

const otherNumber = ({ group, pick, random }: Luck, document: string) => {
  const numbers = [...document.matchAll(/\d{20,}/g)]
  const found = numbers[pick(numbers.length)]!
  const value = BigInt(found[0])
  const other = [
    () => value + 1n,
    () => (value + group.q) % group.p,
    () => (value * group.g) % group.p,
    () => (group.p - value) % group.p,
    () => random(group.q),
    () => 1n,
    () => 0n,
    () => BigInt(numbers[pick(numbers.length)]![0]),
  ][pick(8)]!()
  return document.slice(0, found.index) + other.toString() + document.slice(found.index + found[0].length)
}

const oneOf = ({ parts, pick }: Luck, isOne: (part: Part) => boolean) => {
  const places = parts.flatMap((part, place) => (isOne(part) ? [place] : []))
  return places[pick(places.length)]!
}

const replaced = (parts: readonly Part[], place: number, documents: readonly string[]) => parts.with(place, { ...parts[place]!, documents })

const chained = (group: Group, parts: readonly Part[]): Published[] => {
  const board: Published[] = []
  for (const part of parts) board.push(nextEvent(group, board.at(-1)?.event ?? null, part.type, digestsMatching(group, part)))
  return board
}

/** The payload that names the other documents names what they have become. */
const digestsMatching = (group: Group, { type, documents }: Part): readonly string[] => {
  const [first, second, third] = documents
  if (type === 'Setup') return documentsOf.setup(group, first!, second!, third!)
  if (type === 'EncryptedTally') return documentsOf.tally(group, JSON.parse(second!).num_tallied, first!)
  if (type === 'PartialDecryption') return documentsOf.decryption(group, JSON.parse(second!).owner, first!)
  return documents
}
