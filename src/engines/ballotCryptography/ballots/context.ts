import { base64Of, bytesOf } from '../encoding/bytes.ts'
import { json, list, maybe, read, record } from '../encoding/reading.ts'
import type { Backend } from '../backend.ts'
import type { Group } from '../group.ts'
import { belenios2048 } from '../group.ts'
import { type Ciphertext, type Election, readers } from '../messages.ts'
import { ElectionProblem } from '../problem.ts'
import { isPossible } from './question.ts'

/** An election ready for computing: what was published, byte for byte, with its fingerprint and the arithmetic to use. */
export interface OpenElection {
  readonly group: Group
  readonly election: Election
  /** Base64 of SHA-256 of the published text: enters every proof of every ballot. */
  readonly fingerprint: string
}

/**
 * Reads the published text of an election.
 * @throws ElectionProblem `setup` when malformed or impossible, `unsupported` for another group, version, or kind of question
 */
export const openElection = (backend: Backend, raw: string): OpenElection => {
  if (read(kindsOfQuestions, raw).questions.some(({ type }) => type !== undefined)) {
    throw new ElectionProblem('unsupported', 'questions that are not homomorphic')
  }
  const election = read(readers.election, raw)
  if (election.version !== 1) throw new ElectionProblem('unsupported', `version ${election.version}`)
  const group = belenios2048(backend)
  if (election.group !== group.name) throw new ElectionProblem('unsupported', `group ${election.group}`)
  if (!group.isMember(election.public_key)) throw new ElectionProblem('setup', 'public key')
  if (election.questions.length === 0 || !election.questions.every(isPossible)) throw new ElectionProblem('setup', 'questions')
  return { group, election, fingerprint: base64Of(backend.digest(bytesOf(raw))) }
}

const kindsOfQuestions = record({ questions: list(record({ type: maybe(json) })) })

/** What binds the proofs of a ballot to this election and this voter. */
export const ballotContext = (fingerprint: string, credential: bigint): string => `${fingerprint}|${credential}`

/** The context of the proofs about an answer as a whole. */
export const answerContext = (context: string, choices: readonly Ciphertext[]): string =>
  `${context}|${choices.map(({ alpha, beta }) => `${alpha},${beta}`).join(',')}`

/** Prefixes of the hashes (sections 4.10 and 4.11). */
export const prefixes = {
  interval: (context: string, { alpha, beta }: Ciphertext) => `prove|${context}|${alpha},${beta}|`,
  blank: (context: string) => `bproof0|${context}|`,
  overall: (context: string) => `bproof1|${context}|`,
  signature: (hash: string) => `sig|${hash}|`,
}

/** The product of ciphertexts: it holds the sum of their contents. */
export const sumOf = (group: Group, ciphertexts: readonly Ciphertext[]): Ciphertext =>
  ciphertexts.reduce((sum, one) => ({ alpha: group.multiply(sum.alpha, one.alpha), beta: group.multiply(sum.beta, one.beta) }), {
    alpha: 1n,
    beta: 1n,
  })

/** Every whole number from min to max. */
export const range = (min: number, max: number): readonly number[] =>
  Array.from({ length: Math.max(0, max - min + 1) }, (_, at) => min + at)
