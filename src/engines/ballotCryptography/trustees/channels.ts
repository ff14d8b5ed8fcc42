import { read } from '../encoding/reading.ts'
import { type Group, inverse } from '../group.ts'
import { readers, type SignedMessage, write } from '../messages.ts'
import { ElectionProblem } from '../problem.ts'
import { proveKnowledge, provesKnowledge } from '../proofs/knowledge.ts'
import type { Random } from '../random.ts'
import { seal, unseal } from './sealed.ts'

/** The two private keys that a trustee's seed gives: to sign and to decrypt (section 4.5.1). */
export interface PrivateKeys {
  readonly signing: bigint
  readonly decryption: bigint
}

export const keysOfSeed = (group: Group, seed: string): PrivateKeys => ({
  signing: BigInt(`0x${group.digest(`sk|${seed}`)}`),
  decryption: BigInt(`0x${group.digest(`dk|${seed}`)}`),
})

const prefix = (message: string) => `sigmsg|${message}|`

export const signMessage = (group: Group, random: Random, signing: bigint, message: string): SignedMessage => ({
  message,
  signature: proveKnowledge(group, random, signing, prefix(message)),
})

export const isSignedBy = (group: Group, verification: bigint, { message, signature }: SignedMessage): boolean =>
  provesKnowledge(group, signature, verification, prefix(message))

/** A message that only the holder of `recipient` can read, and only `signing` can have sent (section 4.5.3). */
export const send = (group: Group, random: Random, signing: bigint, recipient: bigint, message: string): string => {
  const signed = write(signMessage(group, random, signing, write({ recipient, message })))
  const nonce = random(group.q)
  const key = group.powerOfG(random(group.q))
  const alpha = group.powerOfG(nonce)
  const beta = group.multiply(group.power(recipient, nonce), key)
  return write({ alpha, beta, data: seal(group.digest(`key|${key}`), group.digest(`iv|${alpha}`), signed) })
}

/** What was sent. @throws ElectionProblem `trustees` when it cannot be opened, was meant for another, or was sent by another */
export const receive = (group: Group, decryption: bigint, verification: bigint, sent: string): string => {
  const signed = opened(group, decryption, sent)
  if (!isSignedBy(group, verification, signed)) throw new ElectionProblem('trustees', 'signature of a message between trustees')
  const { recipient, message } = read(readers.channelMessage, signed.message)
  if (recipient !== group.powerOfG(decryption)) throw new ElectionProblem('trustees', 'recipient of a message between trustees')
  return message
}

const opened = (group: Group, decryption: bigint, sent: string): SignedMessage => {
  const { alpha, beta, data } = read(readers.encryptedMessage, sent)
  const key = (beta * inverse(group.power(alpha, decryption), group.p)) % group.p
  try {
    return read(readers.signedMessage, unseal(group.digest(`key|${key}`), group.digest(`iv|${alpha}`), data))
  } catch {
    throw new ElectionProblem('trustees', 'a message between trustees cannot be opened')
  }
}
