import {
  checkedCertificate,
  checkPolynomial,
  ElectionProblem,
  inputsFor,
  isTrusteeKey,
  Malformed,
  read,
  readers,
  thresholdParameters,
  type Trustee as PublishedTrustee,
  write,
} from '#engines/ballotCryptography'
import { group } from './group.ts'
import type { Guards, Trustee, TrusteeStep } from './queries/guards.ts'
import { dueFor, isShared } from './rules/ceremony.ts'

/** What a trustee's browser sent, once checked and in its canonical writing; null when it does not hold or does not come now. */
export const checkedStep = (guards: Guards, trustee: Trustee, step: TrusteeStep, content: string): string | null => {
  if (dueFor(guards, trustee.number) !== step) return null
  try {
    return write(checks[step](guards, trustee, content))
  } catch (error) {
    if (error instanceof ElectionProblem || error instanceof Malformed) return null
    throw error
  }
}

const checks: Record<TrusteeStep, (guards: Guards, trustee: Trustee, content: string) => unknown> = {
  key: (_guards, _trustee, content) => {
    const key = read(readers.trusteePublicKey, content)
    if (!isTrusteeKey(group, key)) throw new Malformed('pok')
    return { pok: key.pok, public_key: key.public_key }
  },
  certificate: (_guards, _trustee, content) => {
    const signed = read(readers.signedMessage, content)
    checkedCertificate(group, signed)
    return signed
  },
  polynomial: (guards, trustee, content) => {
    const polynomial = read(readers.polynomial, content)
    checkPolynomial(group, certificatesOf(guards), trustee.number - 1, polynomial, guards.needed)
    return polynomial
  },
  output: (guards, trustee, content) => {
    const output = read(readers.output, content)
    if (!isTrusteeKey(group, output.public_key)) throw new Malformed('public_key')
    const outputs = guards.trustees.map(one => (one.number === trustee.number ? output : outputOf(one)))
    if (outputs.every(one => one !== null)) thresholdParameters(group, certificatesOf(guards), polynomialsOf(guards), outputs)
    return output
  },
}

export const certificatesOf = (guards: Guards) => guards.trustees.map(({ steps }) => read(readers.signedMessage, steps.certificate ?? ''))
const polynomialsOf = (guards: Guards) => guards.trustees.map(({ steps }) => read(readers.polynomial, steps.polynomial ?? ''))
const outputOf = ({ steps }: Trustee) => (steps.output === undefined ? null : read(readers.output, steps.output))

/** What the others sent for this trustee. */
export const inputOf = (guards: Guards, trustee: Trustee) => inputsFor(polynomialsOf(guards))[trustee.number - 1]!

/** The share of the key that only this trustee's own file can open. */
export const sealedShareOf = ({ steps }: Trustee): string | null =>
  steps.output === undefined ? null : read(readers.output, steps.output).private_key

/** The trustees as the board publishes them. Every step must have been made. */
export const publishedTrustees = (guards: Guards): readonly PublishedTrustee[] => {
  if (!isShared(guards)) return guards.trustees.map(({ steps }) => ['Single', read(readers.trusteePublicKey, steps.key ?? '')] as const)
  const outputs = guards.trustees.map(trustee => read(readers.output, trustee.steps.output ?? ''))
  return [['Pedersen', thresholdParameters(group, certificatesOf(guards), polynomialsOf(guards), outputs)]]
}

/** By which a trustee recognises their own key on the public page: the beginning of its SHA-256. */
export const keyFingerprint = (key: bigint): string => group.digest(key.toString()).slice(0, 16)
