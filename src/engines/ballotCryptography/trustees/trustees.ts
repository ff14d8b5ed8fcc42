import type { Group } from '../group.ts'
import type { Trustee, TrusteePublicKey } from '../messages.ts'
import { ElectionProblem } from '../problem.ts'
import { isTrusteeKey } from './keys.ts'
import { checkThreshold } from './threshold.ts'

/** The public key of an election: the product of those of its trustees, each checked. @throws ElectionProblem `trustees` */
export const electionKey = (group: Group, trustees: readonly Trustee[]): bigint => {
  if (trustees.length === 0) throw new ElectionProblem('trustees', 'none')
  return trustees.reduce((product, trustee) => {
    if (trustee[0] === 'Pedersen') return group.multiply(product, checkThreshold(group, trustee[1]))
    if (!isTrusteeKey(group, trustee[1])) throw new ElectionProblem('trustees', 'proof of a key')
    return group.multiply(product, trustee[1].public_key)
  }, 1n)
}

/** The keys that check partial decryptions, one for each trustee: number 1 comes first. */
export const verificationKeys = (trustees: readonly Trustee[]): readonly TrusteePublicKey[] =>
  trustees.flatMap(trustee => (trustee[0] === 'Pedersen' ? trustee[1].verification_keys : [trustee[1]]))
