import type { OpenElection } from '../ballots/context.ts'
import { type Group, modulo } from '../group.ts'
import type { EncryptedTally, PartialDecryption, Proof } from '../messages.ts'
import type { Random } from '../random.ts'

const prefix = (fingerprint: string, key: bigint) => `decrypt|${fingerprint}|${key}|`

/** What one trustee brings to the count, with the proof that it comes from the trustee's own key (section 4.16). */
export const partialDecryption = (
  { group, fingerprint }: OpenElection,
  random: Random,
  tally: EncryptedTally,
  privateKey: bigint,
): PartialDecryption => {
  const context = prefix(fingerprint, group.powerOfG(privateKey))
  return {
    decryption_factors: tally.map(question => question.map(({ alpha }) => group.power(alpha, privateKey))),
    decryption_proofs: tally.map(question => question.map(({ alpha }) => proveFactor(group, random, alpha, privateKey, context))),
  }
}

/** Whether a partial decryption of this tally comes from the holder of this public key. */
export const isPartialDecryption = (
  { group, fingerprint }: OpenElection,
  tally: EncryptedTally,
  key: bigint,
  { decryption_factors, decryption_proofs }: PartialDecryption,
): boolean => {
  const context = prefix(fingerprint, key)
  const sameShape = (other: readonly (readonly unknown[])[]) =>
    other.length === tally.length && tally.every((question, place) => other[place]!.length === question.length)
  return (
    sameShape(decryption_factors) &&
    sameShape(decryption_proofs) &&
    tally.every((question, place) =>
      question.every(({ alpha }, at) => {
        const factor = decryption_factors[place]![at]!
        const proof = decryption_proofs[place]![at]!
        return group.isMember(factor) && provesFactor(group, { alpha, factor, key }, proof, context)
      }),
    )
  )
}

const proveFactor = (group: Group, random: Random, alpha: bigint, privateKey: bigint, context: string): Proof => {
  const nonce = random(group.q)
  const challenge = group.hash(context, [group.powerOfG(nonce), group.power(alpha, nonce)])
  return { challenge, response: modulo(nonce - privateKey * challenge, group.q) }
}

const provesFactor = (
  group: Group,
  { alpha, factor, key }: { readonly alpha: bigint; readonly factor: bigint; readonly key: bigint },
  { challenge, response }: Proof,
  context: string,
) => {
  if (!group.isExponent(challenge) || !group.isExponent(response)) return false
  const toChallenge = group.powersTo(challenge)
  const commitments = [
    group.multiply(group.powerOfG(response), toChallenge(key)),
    group.multiply(group.powersTo(response)(alpha), toChallenge(factor)),
  ]
  return group.hash(context, commitments) === challenge
}
