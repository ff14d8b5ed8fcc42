import type { Ballot } from '../messages.ts'
import type { Random } from '../random.ts'
import type { OpenElection } from './context.ts'
import { drawRandomness, makeBallotWith, type Randomness } from './makeBallot.ts'
import { ciphertextsOf } from './question.ts'

/**
 * Takes a ballot back within the rules of Belenios, where nothing leaves a board: whoever holds its credential casts another, blank on
 * every question, and publishes what hides its ciphertexts. The last ballot of a credential is the one that counts, and anybody can check
 * that this one adds a blank and nothing else: it is subtracted from the result in the open.
 */
export const makeRevocation = (
  open: OpenElection,
  random: Random,
  credential: string,
): { readonly raw: string; readonly openings: Randomness } => {
  const openings = drawRandomness(open, random)
  const choices = open.election.questions.map(() => 'blank' as const)
  return { raw: makeBallotWith(open, random, { credential, choices }, openings), openings }
}

/** Whether these openings show that a ballot, checked otherwise, is blank on every question. */
export const isRevocation = ({ group, election }: OpenElection, { answers }: Pick<Ballot, 'answers'>, openings: Randomness): boolean => {
  const keyPower = group.powersOf(election.public_key)
  return (
    openings.length === election.questions.length &&
    election.questions.every(
      (question, place) =>
        question.blank === true &&
        openings[place]!.length === ciphertextsOf(question) &&
        openings[place]!.every((randomness, at) => {
          const { alpha, beta } = answers[place]!.choices[at]!
          const content = at === 0 ? 1n : 0n // the first ciphertext says whether the answer is blank
          return (
            group.isExponent(randomness) &&
            alpha === group.powerOfG(randomness) &&
            beta === group.multiply(keyPower(randomness), group.powerOfG(content))
          )
        }),
    )
  )
}
