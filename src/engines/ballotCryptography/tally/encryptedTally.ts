import { ciphertextsOf } from '../ballots/question.ts'
import { type OpenElection, sumOf } from '../ballots/context.ts'
import type { Ballot, EncryptedTally } from '../messages.ts'

/** Of all ballots in the order of the board, the last of each credential (section 4.13, function last). */
export const lastBallots = <Cast extends Pick<Ballot, 'credential'>>(ballots: readonly Cast[]): readonly Cast[] => {
  const kept = new Map<bigint, Cast>()
  for (const ballot of ballots) {
    kept.delete(ballot.credential)
    kept.set(ballot.credential, ballot)
  }
  return [...kept.values()]
}

/** The product, answer by answer, of ballots that were checked: it holds the number of people who chose each (section 4.14). */
export const encryptedTally = ({ group, election }: OpenElection, ballots: readonly Pick<Ballot, 'answers'>[]): EncryptedTally =>
  election.questions.map((question, place) =>
    Array.from({ length: ciphertextsOf(question) }, (_, at) =>
      sumOf(
        group,
        ballots.map(({ answers }) => answers[place]!.choices[at]!),
      ),
    ),
  )
