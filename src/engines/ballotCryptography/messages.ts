import { count, digest, flag, list, maybe, natural, record, text } from './encoding/reading.ts'
import type { Reader } from './encoding/reading.ts'

/** The structures of Belenios 2.0 (specification, section 4), read strictly and written in the order of their fields. */
export interface Proof {
  readonly challenge: bigint
  readonly response: bigint
}
export interface Ciphertext {
  readonly alpha: bigint
  readonly beta: bigint
}
/** A question whose answers are added up encrypted: between `min` and `max` answers are chosen, or none when blank is allowed. */
export interface Question {
  readonly answers: readonly string[]
  readonly blank?: boolean
  readonly min: number
  readonly max: number
  readonly question: string
}
export interface Election {
  readonly version: number
  readonly description: string
  readonly name: string
  readonly group: string
  readonly public_key: bigint
  readonly questions: readonly Question[]
  readonly uuid: string
  readonly administrator?: string
  readonly credential_authority?: string
}
export interface Answer {
  readonly choices: readonly Ciphertext[]
  readonly individual_proofs: readonly (readonly Proof[])[]
  readonly overall_proof: readonly Proof[]
  readonly blank_proof?: readonly Proof[]
}
export interface Ballot {
  readonly election_uuid: string
  readonly election_hash: string
  readonly credential: bigint
  readonly answers: readonly Answer[]
  readonly signature: { readonly hash: string; readonly proof: Proof }
}
export interface TrusteePublicKey {
  readonly pok: Proof
  readonly public_key: bigint
  readonly name?: string
}
export interface SignedMessage {
  readonly message: string
  readonly signature: Proof
}
export interface ThresholdParameters {
  readonly threshold: number
  readonly certs: readonly SignedMessage[]
  readonly coefexps: readonly SignedMessage[]
  readonly verification_keys: readonly TrusteePublicKey[]
}
export type Trustee = readonly ['Single', TrusteePublicKey] | readonly ['Pedersen', ThresholdParameters]
/** Ciphertexts by question, then by answer. */
export type EncryptedTally = readonly (readonly Ciphertext[])[]
export interface PartialDecryption {
  readonly decryption_factors: readonly (readonly bigint[])[]
  readonly decryption_proofs: readonly (readonly Proof[])[]
}

const proof = record({ challenge: natural, response: natural })
const ciphertext = record({ alpha: natural, beta: natural })
const signedMessage = record({ message: text, signature: proof })
const uuid: Reader<string> = (value, at) => {
  const name = text(value, at)
  return /^[1-9A-HJ-NP-Za-km-z]{14,}$/.test(name) ? name : text(undefined, at)
}
const trusteePublicKey = record({ pok: proof, public_key: natural, name: maybe(text) })
const thresholdParameters = record({
  threshold: count,
  certs: list(signedMessage),
  coefexps: list(signedMessage),
  verification_keys: list(trusteePublicKey),
})
const trustee: Reader<Trustee> = (value, at) => {
  const [kind, content, more] = list((item: unknown) => item)(value, at)
  if (more === undefined && kind === 'Single') return [kind, trusteePublicKey(content, `${at}.1`)]
  if (more === undefined && kind === 'Pedersen') return [kind, thresholdParameters(content, `${at}.1`)]
  return text(undefined, at) as never // always throws: neither kind
}
const answer = record({
  choices: list(ciphertext),
  individual_proofs: list(list(proof)),
  overall_proof: list(proof),
  blank_proof: maybe(list(proof)),
})

/** Readers of whole documents, for `read(readers.ballot, json)`. */
export const readers = {
  election: record({
    version: count,
    description: text,
    name: text,
    group: text,
    public_key: natural,
    questions: list(record({ answers: list(text), blank: maybe(flag), min: count, max: count, question: text })),
    uuid,
    administrator: maybe(text),
    credential_authority: maybe(text),
  }),
  ballot: record({
    election_uuid: uuid,
    election_hash: text,
    credential: natural,
    answers: list(answer),
    signature: record({ hash: text, proof }),
  }),
  signedMessage,
  trusteePublicKey,
  trustees: list(trustee),
  publicCredentials: list(text),
  encryptedTally: list(list(ciphertext)),
  sizedTally: record({ num_tallied: count, total_weight: count, encrypted_tally: digest }),
  partialDecryption: record({ decryption_factors: list(list(natural)), decryption_proofs: list(list(proof)) }),
  owned: record({ owner: count, payload: digest }),
  result: record({ result: list(list(count)) }),
  /** By question, then by ciphertext. */
  openings: list(list(natural)),
  /** Ours, published beside an archive: its ballots that were revoked. */
  revocations: record({
    format: text,
    election: text,
    fingerprint: text,
    revocations: list(record({ tracking: text, openings: list(list(natural)) })),
  }),
  setup: record({ election: digest, trustees: digest, credentials: digest }),
  certificateKeys: record({ verification: natural, encryption: natural }),
  channelMessage: record({ recipient: natural, message: text }),
  encryptedMessage: record({ alpha: natural, beta: natural, data: text }),
  rawPolynomial: record({ polynomial: list(natural) }),
  rawCoefexps: record({ coefexps: list(natural) }),
  secret: record({ secret: natural }),
  decryptionKey: record({ decryption_key: natural }),
  polynomial: record({ polynomial: text, secrets: list(text), coefexps: signedMessage }),
  input: record({ polynomial: text, secrets: list(text), coefexps: list(signedMessage) }),
  output: record({ private_key: text, public_key: trusteePublicKey }),
}

/** Compact JSON; big numbers become strings in base 10, the fields come in the order in which the objects hold them. */
export const write = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part))
