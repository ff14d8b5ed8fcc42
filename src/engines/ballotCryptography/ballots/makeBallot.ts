import { credentialSecret } from '../credentials.ts'
import { base64Of, bytesOfHex } from '../encoding/bytes.ts'
import { type Answer, type Question, write } from '../messages.ts'
import { proveCases } from '../proofs/cases.ts'
import { proveKnowledge } from '../proofs/knowledge.ts'
import type { Random } from '../random.ts'
import { answerContext, ballotContext, type OpenElection, prefixes, range } from './context.ts'
import { type Choice, ciphertextsOf, contentsOf } from './question.ts'

/** By question, then by ciphertext: exponents modulo q. */
export type Randomness = readonly (readonly bigint[])[]
interface Voting {
  /** As generated, with its dashes: see `credentialTyped`. */
  readonly credential: string
  /** One for each question, in order. */
  readonly choices: readonly Choice[]
}

/**
 * An encrypted and signed ballot, in its canonical writing (section 4.13). Its hash is the tracking number.
 * @throws RangeError for a choice that a question does not allow
 */
export const makeBallot = (open: OpenElection, random: Random, voting: Voting): string =>
  makeBallotWith(open, random, voting, drawRandomness(open, random))

/** What hides each ciphertext of a ballot, by question. */
export const drawRandomness = ({ group, election }: OpenElection, random: Random): Randomness =>
  election.questions.map(question => Array.from({ length: ciphertextsOf(question) }, () => random(group.q)))

/** The same with randomness drawn beforehand: whoever knows it knows the choices. */
export const makeBallotWith = (open: OpenElection, random: Random, { credential, choices }: Voting, randomness: Randomness): string => {
  const { group, election, fingerprint } = open
  if (choices.length !== election.questions.length) throw new RangeError('one choice for each question')
  const secret = credentialSecret(group, credential, election.uuid)
  const publicKey = group.powerOfG(secret)
  const context = ballotContext(fingerprint, publicKey)
  const unsigned = {
    election_uuid: election.uuid,
    election_hash: fingerprint,
    credential: publicKey,
    answers: election.questions.map((question, place) =>
      answerTo(open, random, context, question, contentsOf(question, choices[place]!), randomness[place]!),
    ),
  }
  const hash = base64Of(bytesOfHex(group.digest(write(unsigned))))
  return write({ ...unsigned, signature: { hash, proof: proveKnowledge(group, random, secret, prefixes.signature(hash)) } })
}

const answerTo = (
  { group, election }: OpenElection,
  random: Random,
  context: string,
  question: Question,
  contents: readonly number[],
  hidden: readonly bigint[],
): Answer => {
  const key = election.public_key
  const prover = { group, random, key }
  const openings = contents.map((content, place) => ({ content, randomness: hidden[place]! }))
  const choices = openings.map(({ content, randomness }) => ({
    alpha: group.powerOfG(randomness),
    beta: group.multiply(group.powersOf(key)(randomness), group.powerOfG(BigInt(content))),
  }))
  const individual_proofs = openings.map((opening, place) =>
    proveCases(
      prover,
      [0, 1].map(value => ({ ...opening, value })),
      opening.content,
      prefixes.interval(context, choices[place]!),
    ),
  )
  const whole = answerContext(context, choices)
  const counted = question.blank ? openings.slice(1) : openings
  const sum = {
    content: counted.reduce((total, { content }) => total + content, 0),
    randomness: counted.reduce((total, { randomness }) => total + randomness, 0n),
  }
  const sums = range(question.min, question.max).map(value => ({ ...sum, value }))
  if (!question.blank) {
    const ciphertext = {
      alpha: group.powerOfG(sum.randomness),
      beta: group.multiply(group.powersOf(key)(sum.randomness), group.powerOfG(BigInt(sum.content))),
    }
    const overall_proof = proveCases(prover, sums, sum.content - question.min, prefixes.interval(whole, ciphertext))
    return { choices, individual_proofs, overall_proof }
  }
  const blank = openings[0]!
  const isBlank = blank.content === 1
  return {
    choices,
    individual_proofs,
    overall_proof: proveCases(
      prover,
      [{ ...blank, value: 1 }, ...sums],
      isBlank ? 0 : sum.content - question.min + 1,
      prefixes.overall(whole),
    ),
    blank_proof: proveCases(
      prover,
      [blank, sum].map(opening => ({ ...opening, value: 0 })),
      isBlank ? 1 : 0,
      prefixes.blank(whole),
    ),
  }
}
