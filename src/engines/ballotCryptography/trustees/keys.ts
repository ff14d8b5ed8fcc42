import type { Group } from '../group.ts'
import type { TrusteePublicKey } from '../messages.ts'
import { proveKnowledge, provesKnowledge } from '../proofs/knowledge.ts'
import type { Random } from '../random.ts'

const prefix = (group: Group, key: bigint) => `pok|${group.name}|${key}|`

/** A new key of a trustee whose presence will be required: the private half stays on the trustee's device (section 4.4). */
export const newTrusteeKey = (group: Group, random: Random): { readonly privateKey: bigint; readonly publicKey: TrusteePublicKey } => {
  const privateKey = random(group.q)
  return { privateKey, publicKey: publishKey(group, random, privateKey) }
}

/** The public half of a key, with the proof that one knows the other. */
export const publishKey = (group: Group, random: Random, privateKey: bigint): TrusteePublicKey => {
  const public_key = group.powerOfG(privateKey)
  return { pok: proveKnowledge(group, random, privateKey, prefix(group, public_key)), public_key }
}

/** Whether a public key is a member of the group and its holder knows the private half. */
export const isTrusteeKey = (group: Group, { pok, public_key }: TrusteePublicKey): boolean =>
  group.isMember(public_key) && provesKnowledge(group, pok, public_key, prefix(group, public_key))
