import type { OpenElection } from '../ballots/context.ts'
import { type Group, inverse, modulo } from '../group.ts'
import type { EncryptedTally, PartialDecryption, Trustee } from '../messages.ts'
import { ElectionProblem } from '../problem.ts'
import { verificationKeys } from '../trustees/trustees.ts'
import { isPartialDecryption } from './decryption.ts'

/** A partial decryption and the number of its trustee, from 1, in the order of the trustees of the election. */
export interface OwnedDecryption {
  readonly owner: number
  readonly decryption: PartialDecryption
}

/**
 * The number of people who chose each answer, by question (for a question that may be blank, the blanks come first).
 * @param counted how many ballots were added up: no number can be greater
 * @throws ElectionProblem `decryption` when one is invalid or too few were brought, `result` when the content is no number of people
 */
export const combine = (open: OpenElection, { tally, counted, trustees, decryptions }: Combining): readonly (readonly number[])[] => {
  const { group } = open
  const contents = decrypted(open, tally, trustees, decryptions)
  const logarithms = smallLogarithms(group, counted)
  return contents.map(question =>
    question.map(element => {
      const number = logarithms(element)
      if (number === null) throw new ElectionProblem('result', 'an answer holds no number of people')
      return number
    }),
  )
}

/** Whether a published result is what the decryptions say. @throws ElectionProblem as `combine` */
export const isResult = (open: OpenElection, combining: Combining, result: readonly (readonly number[])[]): boolean => {
  const contents = decrypted(open, combining.tally, combining.trustees, combining.decryptions)
  return (
    result.length === contents.length &&
    contents.every(
      (question, place) =>
        result[place]!.length === question.length &&
        question.every(
          (element, at) => open.group.powerOfG(BigInt(result[place]![at]!)) === element && result[place]![at]! <= combining.counted,
        ),
    )
  )
}

export interface Combining {
  readonly tally: EncryptedTally
  readonly counted: number
  readonly trustees: readonly Trustee[]
  readonly decryptions: readonly OwnedDecryption[]
}

/** g to the power of each count. */
const decrypted = (open: OpenElection, tally: EncryptedTally, trustees: readonly Trustee[], decryptions: readonly OwnedDecryption[]) => {
  const { group } = open
  const byOwner = checkedByOwner(open, tally, trustees, decryptions)
  const parts = partsOf(group, trustees, byOwner)
  return tally.map((question, place) =>
    question.map(({ beta }, at) => {
      const factor = parts.reduce(
        (product, { decryption, exponent }) => group.multiply(product, power(group, decryption.decryption_factors[place]![at]!, exponent)),
        1n,
      )
      return group.divide(beta, factor)
    }),
  )
}

const power = (group: Group, element: bigint, exponent: bigint) => (exponent === 1n ? element : group.power(element, exponent))

/** Each trustee's own, all of them checked, even those that are not needed. */
export const checkedByOwner = (
  open: OpenElection,
  tally: EncryptedTally,
  trustees: readonly Trustee[],
  decryptions: readonly OwnedDecryption[],
): ReadonlyMap<number, PartialDecryption> => {
  const keys = verificationKeys(trustees)
  const byOwner = new Map<number, PartialDecryption>()
  for (const { owner, decryption } of decryptions) {
    const key = keys[owner - 1]
    if (!key || byOwner.has(owner)) throw new ElectionProblem('decryption', `owner ${owner}`)
    if (!isPartialDecryption(open, tally, key.public_key, decryption)) throw new ElectionProblem('decryption', `of trustee ${owner}`)
    byOwner.set(owner, decryption)
  }
  return byOwner
}

/** The decryptions that take part, with their exponents: 1, or a Lagrange coefficient among those of a threshold (section 4.17). */
const partsOf = (group: Group, trustees: readonly Trustee[], byOwner: ReadonlyMap<number, PartialDecryption>) => {
  let first = 1
  return trustees.flatMap(trustee => {
    const start = first
    if (trustee[0] === 'Single') {
      first += 1
      const decryption = byOwner.get(start)
      if (!decryption) throw new ElectionProblem('decryption', `trustee ${start} is missing`)
      return [{ decryption, exponent: 1n }]
    }
    const { threshold, verification_keys } = trustee[1]
    first += verification_keys.length
    const present = verification_keys.flatMap((_, at) => (byOwner.has(start + at) ? [at + 1] : [])).slice(0, threshold)
    if (present.length < threshold) throw new ElectionProblem('decryption', `${present.length} trustees of ${threshold}`)
    return present.map(index => ({ decryption: byOwner.get(start + index - 1)!, exponent: lagrange(group, present, index) }))
  })
}

const lagrange = (group: Group, present: readonly number[], index: number) =>
  present
    .filter(other => other !== index)
    .reduce((product, other) => modulo(product * BigInt(other) * inverse(BigInt(other - index), group.q), group.q), 1n)

/** Discrete logarithms to the base g, from 0 to `greatest`: steps of about its square root. */
const smallLogarithms = (group: Group, greatest: number) => {
  const stride = Math.max(1, Math.ceil(Math.sqrt(greatest + 1)))
  const small = new Map<bigint, number>()
  let element = 1n
  for (let exponent = 0; exponent < stride; exponent++) {
    small.set(element, exponent)
    element = group.multiply(element, group.g)
  }
  const back = group.powerOfG(-BigInt(stride))
  return (target: bigint): number | null => {
    let rest = target
    for (let turn = 0; turn * stride <= greatest; turn++) {
      const found = small.get(rest)
      if (found !== undefined) return turn * stride + found <= greatest ? turn * stride + found : null
      rest = group.multiply(rest, back)
    }
    return null
  }
}
