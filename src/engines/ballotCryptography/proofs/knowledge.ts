import { type Group, modulo } from '../group.ts'
import type { Proof } from '../messages.ts'
import type { Random } from '../random.ts'

/** A proof that one knows `secret`, bound to `prefix` (Schnorr; specification, sections 4.4, 4.5.1 and 4.12). */
export const proveKnowledge = (group: Group, random: Random, secret: bigint, prefix: string): Proof => {
  const nonce = random(group.q)
  const challenge = group.hash(prefix, [group.powerOfG(nonce)])
  return { challenge, response: modulo(nonce - secret * challenge, group.q) }
}

/** Whether the proof shows knowledge of the exponent of `key`, a member of the group. */
export const provesKnowledge = (group: Group, { challenge, response }: Proof, key: bigint, prefix: string): boolean =>
  group.isExponent(challenge) &&
  group.isExponent(response) &&
  group.hash(prefix, [group.multiply(group.powerOfG(response), group.powersTo(challenge)(key))]) === challenge
