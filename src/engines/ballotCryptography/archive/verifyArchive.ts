import { type Backend } from '../backend.ts'
import { type BallotCheck, proven, readBallot, trackingNumber } from '../ballots/checkBallot.ts'
import { openElection, type OpenElection } from '../ballots/context.ts'
import { Malformed, natural, read } from '../encoding/reading.ts'
import { belenios2048, type Group } from '../group.ts'
import { type Ballot, type Election, readers, type Trustee, write } from '../messages.ts'
import { ElectionProblem, type ProblemKind } from '../problem.ts'
import { encryptedTally, lastBallots } from '../tally/encryptedTally.ts'
import { checkedByOwner, isResult, type OwnedDecryption } from '../tally/result.ts'
import { electionKey } from '../trustees/trustees.ts'
import type { Published } from './board.ts'
import { readArchive } from './readArchive.ts'
import { checkedRevocations } from './revocations.ts'

/** What a verified archive says. */
export interface VerifiedElection {
  readonly election: Election
  readonly fingerprint: string
  /** Digest of the last event: the whole board depends on it. */
  readonly head: string
  readonly events: number
  readonly credentials: number
  readonly trustees: readonly { readonly kind: 'single' | 'threshold'; readonly size: number; readonly needed: number }[]
  /** Ballots accepted, votes changed included. */
  readonly ballots: number
  /** Ballots that count: the last of each credential. */
  readonly counted: number
  /** Tracking numbers of the ballots that count, in the order of the board. */
  readonly tracking: readonly string[]
  readonly isClosed: boolean
  readonly decryptions: number
  /** By question, the number of people who chose each answer (blanks first where they are allowed); null before the result. */
  readonly result: readonly (readonly number[])[] | null
  /** Of the ballots that count, those shown to be blank because they revoke another: none unless a list of them was given. */
  readonly revoked: number
  /** The result without them: as many blanks less for each question. */
  readonly resultWithoutRevoked: readonly (readonly number[])[] | null
}
interface Expected {
  readonly head?: string
  readonly includes?: string
  readonly revocations?: string
}
export type Verification =
  | { readonly ok: true; readonly value: VerifiedElection }
  | { readonly ok: false; readonly problem: { readonly kind: ProblemKind; readonly detail: string } }

/**
 * Checks everything that can be checked on an archive `.bel`, as `belenios-tool election verify` does (section 3.5) and more: the
 * order of the events, the published tally, that no ballot is there twice, that every element belongs to the group.
 * @param expected `head`: what the board is known to end with; `includes`: a head seen earlier, which the board must contain;
 * `revocations`: the published list of revoked ballots, a JSON text
 */
export const verifyArchive = (backend: Backend, archive: Uint8Array, expected: Expected = {}): Verification => {
  try {
    return { ok: true, value: verified(backend, archive, expected) }
  } catch (error) {
    if (error instanceof ElectionProblem) return { ok: false, problem: { kind: error.kind, detail: error.detail } }
    if (error instanceof Malformed) return { ok: false, problem: { kind: 'archive', detail: error.message } }
    throw error
  }
}

const verified = (backend: Backend, archive: Uint8Array, { head, includes, revocations }: Expected): VerifiedElection => {
  const board = readArchive(belenios2048(backend), archive)
  if (head !== undefined && board.heads.at(-1) !== head) throw new ElectionProblem('head', 'another head of the board')
  if (includes !== undefined && !board.heads.includes(includes)) throw new ElectionProblem('head', 'the head seen earlier is not there')
  const steps = inOrder(board.published)
  const { open, trustees, listed } = setUp(backend, steps.setup)
  const { group, election, fingerprint } = open
  // What costs nothing to refuse is refused first; the proofs of ballots, which cost most, come last.
  const ballots = steps.ballots.map(raw => ({ ...holding(open, raw, readBallot(open, raw)), raw }))
  refuseTwice(steps.ballots)
  const known = new Set(listed.map(one => one.split(',')[0]))
  for (const { credential, raw } of ballots) if (!known.has(credential.toString())) refuseBallot(open, raw, 'unknown credential')
  const counted = lastBallots(ballots)
  const tally = encryptedTally(open, counted)
  if (steps.tally) checkTally(group, steps.tally, counted.length, write(tally))
  if (electionKey(group, trustees) !== election.public_key) throw new ElectionProblem('trustees', 'key of the election')
  const credentials = checkedCredentials(group, listed)
  const decryptions = steps.decryptions.map(([decryption, owned]): OwnedDecryption => ({
    owner: read(readers.owned, owned!).owner,
    decryption: read(readers.partialDecryption, decryption!),
  }))
  const result = steps.result === null ? null : read(readers.result, steps.result).result
  if (result === null) checkedByOwner(open, tally, trustees, decryptions)
  else if (!isResult(open, { tally, counted: counted.length, trustees, decryptions }, result)) {
    throw new ElectionProblem('result', 'not what the decryptions say')
  }
  for (const { raw, ...ballot } of ballots) holding(open, raw, proven(open, ballot))
  const revoked = revocations === undefined ? 0 : checkedRevocations(open, counted, revocations)
  return {
    election,
    fingerprint,
    head: board.heads.at(-1)!,
    events: board.heads.length,
    credentials: credentials.size,
    trustees: trustees.map(summary),
    ballots: ballots.length,
    counted: counted.length,
    tracking: counted.map(({ raw }) => trackingNumber(open, raw)),
    isClosed: steps.isClosed,
    decryptions: decryptions.length,
    result,
    revoked,
    resultWithoutRevoked:
      result &&
      result.map((question, place) => (election.questions[place]!.blank ? [question[0]! - revoked, ...question.slice(1)] : question)),
  }
}

/** Setup; ballots; end of ballots; tally; decryptions; result. A board may stop anywhere. @throws ElectionProblem `order` */
const inOrder = (published: readonly Published[]) => {
  const shape = published.map(({ event }) => letters[event.type]).join('')
  if (shape.includes('X')) throw new ElectionProblem('unsupported', 'shuffled ballots')
  if (!/^SB*(E(T(N?D*R?)?)?)?$/.test(shape)) throw new ElectionProblem('order', shape.replace(/(.)\1{3,}/g, '$1…$1'))
  const of = (type: string) => published.filter(({ event }) => event.type === type).map(({ documents }) => documents)
  return {
    setup: of('Setup')[0]!,
    ballots: of('Ballot').map(([raw]) => raw!),
    isClosed: of('EndBallots').length > 0,
    tally: of('EncryptedTally')[0] ?? null,
    decryptions: of('PartialDecryption'),
    result: of('Result')[0]?.[0] ?? null,
  }
}
const letters = {
  Setup: 'S',
  Ballot: 'B',
  EndBallots: 'E',
  EncryptedTally: 'T',
  Shuffle: 'X',
  EndShuffles: 'N',
  PartialDecryption: 'D',
  Result: 'R',
} as const

const setUp = (backend: Backend, [election, trusteesText, credentialsText]: readonly string[]) => {
  const open = openElection(backend, election!)
  return { open, trustees: read(readers.trustees, trusteesText!), listed: read(readers.publicCredentials, credentialsText!) }
}

/** The public credentials, members of the group and distinct. @throws ElectionProblem `credentials`, or `unsupported` with weights */
export const checkedCredentials = (group: Group, credentials: readonly string[]): ReadonlySet<bigint> => {
  const known = new Set<bigint>()
  for (const [place, listed] of credentials.entries()) {
    const [key, weight = '1'] = listed.split(',')
    if (weight !== '1') throw new ElectionProblem('unsupported', 'weights')
    const credential = natural(key, `credentials.${place}`)
    if (known.has(credential) || !group.isMember(credential)) throw new ElectionProblem('credentials', `number ${place + 1}`)
    known.add(credential)
  }
  return known
}

const holding = (open: OpenElection, raw: string, check: BallotCheck): Ballot =>
  check.ok ? check.ballot : refuseBallot(open, raw, check.because)

const refuseBallot = (open: OpenElection, raw: string, because: string): never => {
  throw new ElectionProblem('ballot', `${trackingNumber(open, raw)}: ${because}`)
}

const refuseTwice = (ballots: readonly string[]) => {
  if (new Set(ballots).size !== ballots.length) throw new ElectionProblem('ballot', 'the same ballot twice')
}

const checkTally = (group: Group, [published, sizedText]: readonly string[], counted: number, expected: string) => {
  const sized = read(readers.sizedTally, sizedText!)
  const same = sized.num_tallied === counted && sized.total_weight === counted && group.digest(published!) === group.digest(expected)
  if (!same) throw new ElectionProblem('tally', 'not the sum of the ballots')
}

const summary = (trustee: Trustee) =>
  trustee[0] === 'Single'
    ? ({ kind: 'single', size: 1, needed: 1 } as const)
    : ({ kind: 'threshold', size: trustee[1].verification_keys.length, needed: trustee[1].threshold } as const)
