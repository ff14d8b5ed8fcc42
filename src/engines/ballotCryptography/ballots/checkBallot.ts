import { base64Of, bytesOfHex } from '../encoding/bytes.ts'
import { Malformed, read } from '../encoding/reading.ts'
import { type Answer, type Ballot, type Question, readers, write } from '../messages.ts'
import { provesCases } from '../proofs/cases.ts'
import { provesKnowledge } from '../proofs/knowledge.ts'
import { answerContext, ballotContext, type OpenElection, prefixes, range, sumOf } from './context.ts'
import { ciphertextsOf } from './question.ts'

export type BallotRefusal = 'malformed' | 'not-canonical' | 'another-election' | 'signature' | 'proofs'
export type BallotCheck = { readonly ok: true; readonly ballot: Ballot } | { readonly ok: false; readonly because: BallotRefusal }

/**
 * Every check on one ballot that needs nothing but the election (section 4.13): canonical writing, this election, signature by
 * its credential, proofs that each answer is 0 or 1 and that their sum is allowed. Whether the credential is on the list is left to
 * whoever holds the list.
 */
export const checkBallot = (open: OpenElection, raw: string): BallotCheck => {
  const legible = readBallot(open, raw)
  return legible.ok ? proven(open, legible.ballot) : legible
}

/** The part of these checks that costs no power: writing, election, number of answers, digest of what is signed. */
export const readBallot = (open: OpenElection, raw: string): BallotCheck => {
  const { group, election, fingerprint } = open
  const ballot = parsed(raw)
  if (!ballot) return { ok: false, because: 'malformed' }
  if (canonical(ballot) !== raw) return { ok: false, because: 'not-canonical' }
  const { signature, ...unsigned } = ballot
  if (ballot.election_uuid !== election.uuid || ballot.election_hash !== fingerprint) return { ok: false, because: 'another-election' }
  if (signature.hash !== base64Of(bytesOfHex(group.digest(canonical(unsigned))))) return { ok: false, because: 'signature' }
  const answersAll =
    ballot.answers.length === election.questions.length &&
    election.questions.every((question, place) => ballot.answers[place]!.choices.length === ciphertextsOf(question))
  return answersAll ? { ok: true, ballot } : { ok: false, because: 'proofs' }
}

/** The rest of them, on a ballot that `readBallot` gave. */
export const proven = (open: OpenElection, ballot: Ballot): BallotCheck => {
  const { group, election, fingerprint } = open
  const { credential, signature } = ballot
  const isSigned = group.isMember(credential) && provesKnowledge(group, signature.proof, credential, prefixes.signature(signature.hash))
  if (!isSigned) return { ok: false, because: 'signature' }
  const context = ballotContext(fingerprint, credential)
  const holds = election.questions.every((question, place) => isProven(open, context, question, ballot.answers[place]!))
  return holds ? { ok: true, ballot } : { ok: false, because: 'proofs' }
}

/** The tracking number that a voter keeps: base64 of the SHA-256 of the ballot, 43 characters. */
export const trackingNumber = (open: Pick<OpenElection, 'group'>, rawBallot: string): string =>
  base64Of(bytesOfHex(open.group.digest(rawBallot)))

const isProven = ({ group, election }: OpenElection, context: string, question: Question, answer: Answer) => {
  const verifier = { group, key: election.public_key }
  const { choices, individual_proofs, overall_proof, blank_proof } = answer
  if (individual_proofs.length !== choices.length) return false
  const each = choices.every(
    (ciphertext, place) =>
      group.isMember(ciphertext.alpha) &&
      group.isMember(ciphertext.beta) &&
      provesCases(
        verifier,
        individual_proofs[place]!,
        [0, 1].map(value => ({ ciphertext, value })),
        prefixes.interval(context, ciphertext),
      ),
  )
  if (!each) return false
  const whole = answerContext(context, choices)
  const sum = sumOf(group, question.blank ? choices.slice(1) : choices) // a product of members is a member
  const sums = range(question.min, question.max).map(value => ({ ciphertext: sum, value }))
  if (!question.blank) return blank_proof === undefined && provesCases(verifier, overall_proof, sums, prefixes.interval(whole, sum))
  const blank = choices[0]!
  return (
    blank_proof !== undefined &&
    provesCases(
      verifier,
      blank_proof,
      [blank, sum].map(ciphertext => ({ ciphertext, value: 0 })),
      prefixes.blank(whole),
    ) &&
    provesCases(verifier, overall_proof, [{ ciphertext: blank, value: 1 }, ...sums], prefixes.overall(whole))
  )
}

/** Fields in the order of the specification, whatever order they were read in. */
const canonical = (ballot: Omit<Ballot, 'signature'> & Partial<Pick<Ballot, 'signature'>>) => write(ballot)

const parsed = (raw: string) => {
  try {
    return read(readers.ballot, raw)
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}
