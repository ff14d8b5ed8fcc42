import { read } from '../encoding/reading.ts'
import { type Group, modulo } from '../group.ts'
import { readers, type SignedMessage, type ThresholdParameters, type TrusteePublicKey, write } from '../messages.ts'
import { ElectionProblem } from '../problem.ts'
import type { Random } from '../random.ts'
import { isSignedBy, keysOfSeed, receive, send, signMessage } from './channels.ts'
import { isTrusteeKey, publishKey } from './keys.ts'

/**
 * Keys shared among several trustees, of whom `threshold` are enough to decrypt (Pedersen's distributed key generation;
 * sections 3.1.1 and 4.5). The server only carries messages; each trustee's seed stays on the trustee's device.
 * 1 `newSeed` and `certificate`; 2 everyone sees all certificates; 3 `shareSecrets`; 4 `inputsFor`; 5 `takeShares`; 6 `thresholdParameters`.
 */
export interface SharedPolynomial {
  readonly polynomial: string
  readonly secrets: readonly string[]
  readonly coefexps: SignedMessage
}
export interface TrusteeInput {
  readonly polynomial: string
  readonly secrets: readonly string[]
  readonly coefexps: readonly SignedMessage[]
}
export interface TrusteeOutput {
  readonly private_key: string
  readonly public_key: TrusteePublicKey
}

const seedDigits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Step 1: the secret from which a trustee's keys derive, 22 digits in base 58. */
export const newSeed = (random: Random): string => Array.from({ length: 22 }, () => seedDigits[Number(random(58n))]!).join('')

/** Step 1: the public keys of a seed, signed. */
export const certificate = (group: Group, random: Random, seed: string): SignedMessage => {
  const { signing, decryption } = keysOfSeed(group, seed)
  const message = write({ verification: group.powerOfG(signing), encryption: group.powerOfG(decryption) })
  return signMessage(group, random, signing, message)
}

/** The keys of a certificate. @throws ElectionProblem `trustees` */
export const checkedCertificate = (group: Group, signed: SignedMessage) => {
  const keys = read(readers.certificateKeys, signed.message)
  const holds = group.isMember(keys.verification) && group.isMember(keys.encryption) && isSignedBy(group, keys.verification, signed)
  if (!holds) throw new ElectionProblem('trustees', 'certificate')
  return keys
}

/** Step 3: a polynomial by luck, and its value for each trustee, sealed for that trustee. */
export const shareSecrets = (
  group: Group,
  random: Random,
  { certificates, seed, threshold }: { readonly certificates: readonly SignedMessage[]; readonly seed: string; readonly threshold: number },
): SharedPolynomial => {
  const { own, signing, keys } = myself(group, certificates, seed)
  const polynomial = Array.from({ length: threshold }, () => random(group.q))
  const secretFor = (trustee: number) =>
    polynomial.reduceRight((value, coefficient) => modulo(value * BigInt(trustee) + coefficient, group.q), 0n)
  return {
    polynomial: send(group, random, signing, own.encryption, write({ polynomial })),
    secrets: keys.map(({ encryption }, place) => send(group, random, signing, encryption, write({ secret: secretFor(place + 1) }))),
    coefexps: signMessage(group, random, signing, write({ coefexps: polynomial.map(coefficient => group.powerOfG(coefficient)) })),
  }
}

/** Step 3, seen by the server: the public part of a polynomial is signed by its trustee and has the right degree. @throws ElectionProblem */
export const checkPolynomial = (
  group: Group,
  certificates: readonly SignedMessage[],
  place: number,
  { secrets, coefexps }: SharedPolynomial,
  threshold: number,
): void => {
  if (secrets.length !== certificates.length) throw new ElectionProblem('trustees', 'number of secrets')
  const elements = checkedCoefexps(group, checkedCertificate(group, certificates[place]!).verification, coefexps)
  if (elements.length !== threshold) throw new ElectionProblem('trustees', 'threshold')
}

/** Step 4: what each trustee must receive, from what each has sent. */
export const inputsFor = (polynomials: readonly SharedPolynomial[]): readonly TrusteeInput[] =>
  polynomials.map(({ polynomial }, place) => ({
    polynomial,
    secrets: polynomials.map(({ secrets }) => secrets[place]!),
    coefexps: polynomials.map(({ coefexps }) => coefexps),
  }))

/**
 * Step 5: a trustee checks each secret received against what its sender published, and adds them up: the trustee's share of the key.
 * @throws ElectionProblem `trustees` when one of the others cheated, or a message was altered on the way
 */
export const takeShares = (
  group: Group,
  random: Random,
  { certificates, seed, input }: { readonly certificates: readonly SignedMessage[]; readonly seed: string; readonly input: TrusteeInput },
): TrusteeOutput => {
  const { own, signing, decryption, keys, place } = myself(group, certificates, seed)
  const mine = read(readers.rawPolynomial, receive(group, decryption, own.verification, input.polynomial)).polynomial
  if (input.secrets.length !== keys.length || input.coefexps.length !== keys.length)
    throw new ElectionProblem('trustees', 'number of shares')
  const shares = keys.map(({ verification }, from) => {
    const { secret } = read(readers.secret, receive(group, decryption, verification, input.secrets[from]!))
    const elements = checkedCoefexps(group, verification, input.coefexps[from]!)
    if (elements.length !== mine.length || group.powerOfG(secret) !== valueInExponent(group, elements, place + 1)) {
      throw new ElectionProblem('trustees', `share of trustee ${from + 1}`)
    }
    return secret
  })
  const decryption_key = shares.reduce((sum, share) => sum + share, 0n)
  return {
    private_key: send(group, random, signing, own.encryption, write({ decryption_key })),
    public_key: publishKey(group, random, modulo(decryption_key, group.q)),
  }
}

/** Step 6: what is published. @throws ElectionProblem `trustees` when an output is not what the polynomials say */
export const thresholdParameters = (
  group: Group,
  certificates: readonly SignedMessage[],
  polynomials: readonly SharedPolynomial[],
  outputs: readonly TrusteeOutput[],
): ThresholdParameters => {
  const coefexps = polynomials.map(one => one.coefexps)
  const [first] = coefexps
  const parameters = {
    threshold: first ? read(readers.rawCoefexps, first.message).coefexps.length : 0,
    certs: certificates,
    coefexps,
    verification_keys: outputs.map(({ public_key }) => public_key),
  }
  checkThreshold(group, parameters)
  return parameters
}

/** The share of the key that step 5 sealed for its own trustee. @throws ElectionProblem `trustees` with another seed */
export const shareOf = (group: Group, seed: string, sealed: string): bigint => {
  const { signing, decryption } = keysOfSeed(group, seed)
  return modulo(read(readers.decryptionKey, receive(group, decryption, group.powerOfG(signing), sealed)).decryption_key, group.q)
}

/** Every check on published threshold parameters; gives their common public key. @throws ElectionProblem `trustees` */
export const checkThreshold = (group: Group, parameters: ThresholdParameters): bigint => {
  const { threshold, certs, coefexps, verification_keys } = parameters
  const size = certs.length
  const sizes = [coefexps.length, verification_keys.length]
  if (size === 0 || threshold < 1 || threshold > size || sizes.some(other => other !== size)) {
    throw new ElectionProblem('trustees', 'threshold parameters')
  }
  const keys = certs.map(signed => checkedCertificate(group, signed))
  const all = keys.map(({ verification }, place) => checkedCoefexps(group, verification, coefexps[place]!))
  if (all.some(elements => elements.length !== threshold)) throw new ElectionProblem('trustees', 'threshold')
  for (const [place, key] of verification_keys.entries()) {
    const expected = all.reduce((product, elements) => group.multiply(product, valueInExponent(group, elements, place + 1)), 1n)
    if (!isTrusteeKey(group, key) || key.public_key !== expected) throw new ElectionProblem('trustees', `key of trustee ${place + 1}`)
  }
  return all.reduce((product, [constant]) => group.multiply(product, constant!), 1n)
}

const checkedCoefexps = (group: Group, verification: bigint, signed: SignedMessage) => {
  const { coefexps } = read(readers.rawCoefexps, signed.message)
  const holds = coefexps.length > 0 && isSignedBy(group, verification, signed) && coefexps.every(element => group.isMember(element))
  if (!holds) throw new ElectionProblem('trustees', 'published polynomial')
  return coefexps
}

/** g^f(x), from g to the power of each coefficient of f. */
const valueInExponent = (group: Group, elements: readonly bigint[], x: number) =>
  elements.reduceRight((value, element) => group.multiply(group.power(value, BigInt(x)), element), 1n)

const myself = (group: Group, certificates: readonly SignedMessage[], seed: string) => {
  const { signing, decryption } = keysOfSeed(group, seed)
  const keys = certificates.map(signed => checkedCertificate(group, signed))
  const verification = group.powerOfG(signing)
  const place = keys.findIndex(key => key.verification === verification && key.encryption === group.powerOfG(decryption))
  const own = keys[place]
  if (!own) throw new ElectionProblem('trustees', 'no certificate for this key')
  return { own, place, keys, signing, decryption }
}
