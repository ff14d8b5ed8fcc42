import { type Group, modulo } from '../group.ts'
import type { Ciphertext, Proof } from '../messages.ts'
import type { Random } from '../random.ts'

/** What the voter alone knows of a ciphertext: (g^randomness, y^randomness · g^content). */
export interface Opening {
  readonly randomness: bigint
  readonly content: number
}
/** One case of a disjunction: that this ciphertext holds this value. */
export interface Case {
  readonly ciphertext: Ciphertext
  readonly value: number
}

/**
 * A proof that at least one of several cases holds, without saying which (disjunctive Chaum–Pedersen; specification, sections 4.10
 * and 4.11). The openings tell the prover the content of each ciphertext: every commitment is then a power of g and y alone.
 * @param truth the place of a case that holds
 */
export const proveCases = (
  { group, random, key }: { readonly group: Group; readonly random: Random; readonly key: bigint },
  cases: readonly (Opening & { readonly value: number })[],
  truth: number,
  prefix: string,
): readonly Proof[] => {
  const keyPower = group.powersOf(key)
  const nonce = random(group.q)
  const feigned = cases.map(({ randomness, content, value }, place) => {
    if (place === truth) return { challenge: 0n, response: 0n, commitments: [group.powerOfG(nonce), keyPower(nonce)] }
    const [challenge, response] = [random(group.q), random(group.q)]
    const exponent = response + randomness * challenge
    const rest = group.powerOfG(BigInt(content - value) * challenge)
    return { challenge, response, commitments: [group.powerOfG(exponent), group.multiply(keyPower(exponent), rest)] }
  })
  const hash = group.hash(
    prefix,
    feigned.flatMap(({ commitments }) => commitments),
  )
  const challenge = modulo(hash - feigned.reduce((sum, one) => sum + one.challenge, 0n), group.q)
  const response = modulo(nonce - cases[truth]!.randomness * challenge, group.q)
  return feigned.map((one, place) => (place === truth ? { challenge, response } : { challenge: one.challenge, response: one.response }))
}

/** Whether the proofs show that one of the cases holds. The ciphertexts must be of members of the group. */
export const provesCases = (
  { group, key }: { readonly group: Group; readonly key: bigint },
  proofs: readonly Proof[],
  cases: readonly Case[],
  prefix: string,
): boolean => {
  if (proofs.length !== cases.length || !proofs.every(one => group.isExponent(one.challenge) && group.isExponent(one.response)))
    return false
  const keyPower = group.powersOf(key)
  const commitments = cases.flatMap(({ ciphertext: { alpha, beta }, value }, place) => {
    const { challenge, response } = proofs[place]!
    const toChallenge = group.powersTo(challenge)
    const second = group.multiply(keyPower(response), toChallenge(beta))
    return [
      group.multiply(group.powerOfG(response), toChallenge(alpha)),
      value === 0 ? second : group.multiply(second, group.powerOfG(-BigInt(value) * challenge)),
    ]
  })
  const sum = proofs.reduce((total, { challenge }) => total + challenge, 0n) % group.q
  return group.hash(prefix, commitments) === sum
}
