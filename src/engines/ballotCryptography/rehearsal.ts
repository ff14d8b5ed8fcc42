import { documentsOf, type EventType, nextEvent, type Published, writeArchive } from './archive/board.ts'
import type { Backend } from './backend.ts'
import { openElection, type OpenElection } from './ballots/context.ts'
import { makeBallot } from './ballots/makeBallot.ts'
import type { Choice } from './ballots/question.ts'
import { newCredential, newIdentifier, publicCredential } from './credentials.ts'
import { belenios2048, type Group } from './group.ts'
import { type EncryptedTally, type Question, type Trustee, write } from './messages.ts'
import type { Random } from './random.ts'
import { partialDecryption } from './tally/decryption.ts'
import { encryptedTally, lastBallots } from './tally/encryptedTally.ts'
import { combine, type OwnedDecryption } from './tally/result.ts'
import { newTrusteeKey } from './trustees/keys.ts'
import { certificate, inputsFor, newSeed, shareOf, shareSecrets, takeShares, thresholdParameters } from './trustees/threshold.ts'
import { electionKey } from './trustees/trustees.ts'
import { checkBallot } from './ballots/checkBallot.ts'

/** Trustees who share a key: all of them needed when `needed` is `size`, by keys of their own when `size` is 1. */
export interface TrusteeGroup {
  readonly size: number
  readonly needed: number
}
interface Plan {
  readonly name: string
  readonly questions: readonly Question[]
  readonly trustees: readonly TrusteeGroup[]
  readonly voters: number
}

/** A whole election played by one program: what tests, benches and a rehearsal need. Nobody's secret is safe in it. */
export const rehearseElection = (backend: Backend, random: Random, plan: Plan) => {
  const group = belenios2048(backend)
  const holders = plan.trustees.map(one => (one.size === 1 ? single(group, random) : shared(group, random, one)))
  const trustees = holders.map(({ trustee }) => trustee)
  const uuid = newIdentifier(random)
  const election = write({
    version: 1,
    description: '',
    name: plan.name,
    group: group.name,
    public_key: electionKey(group, trustees),
    questions: plan.questions,
    uuid,
  })
  const credentials = Array.from({ length: plan.voters }, () => newCredential(random))
  const listed = credentials.map(credential => publicCredential(group, credential, uuid)).sort()
  const board: Published[] = []
  const publish = (type: EventType, documents: readonly string[] = []) =>
    board.push(nextEvent(group, board.at(-1)?.event ?? null, type, documents))
  publish('Setup', documentsOf.setup(group, election, write(trustees), write(listed)))
  const open = openElection(backend, election)
  return {
    open,
    credentials,
    board,
    /** The board so far, as bytes. */
    archive: () => Buffer.concat([...writeArchive(group, 1_790_000_000, board)]),
    vote: (voter: number, choices: readonly Choice[]) =>
      publish('Ballot', [makeBallot(open, random, { credential: credentials[voter]!, choices })]),
    /** Publishes a ballot made elsewhere, as it is. */
    cast: (raw: string) => publish('Ballot', [raw]),
    /** Closes, counts with the trustees named (all of them when none is), and publishes the result. */
    count: (present?: readonly number[]) => {
      publish('EndBallots')
      const counted = lastBallots(ballotsOf(open, board))
      const tally = encryptedTally(open, counted)
      publish('EncryptedTally', documentsOf.tally(group, counted.length, write(tally)))
      const decryptions = decrypt(
        open,
        random,
        tally,
        holders.flatMap(({ shares }) => shares),
        present,
      )
      for (const { owner, decryption } of decryptions) publish('PartialDecryption', documentsOf.decryption(group, owner, write(decryption)))
      const result = combine(open, { tally, counted: counted.length, trustees, decryptions })
      publish('Result', [write({ result })])
      return result
    },
  }
}

const ballotsOf = (open: OpenElection, board: readonly Published[]) =>
  board.flatMap(({ event, documents }) => {
    const check = event.type === 'Ballot' ? checkBallot(open, documents[0]!) : null
    return check?.ok ? [check.ballot] : []
  })

const decrypt = (open: OpenElection, random: Random, tally: EncryptedTally, shares: readonly bigint[], present?: readonly number[]) =>
  shares.flatMap((share, at): OwnedDecryption[] =>
    present && !present.includes(at + 1) ? [] : [{ owner: at + 1, decryption: partialDecryption(open, random, tally, share) }],
  )

const single = (group: Group, random: Random): { readonly trustee: Trustee; readonly shares: readonly bigint[] } => {
  const { privateKey, publicKey } = newTrusteeKey(group, random)
  return { trustee: ['Single', publicKey], shares: [privateKey] }
}

const shared = (
  group: Group,
  random: Random,
  { size, needed }: TrusteeGroup,
): { readonly trustee: Trustee; readonly shares: readonly bigint[] } => {
  const seeds = Array.from({ length: size }, () => newSeed(random))
  const certificates = seeds.map(seed => certificate(group, random, seed))
  const polynomials = seeds.map(seed => shareSecrets(group, random, { certificates, seed, threshold: needed }))
  const inputs = inputsFor(polynomials)
  const outputs = seeds.map((seed, at) => takeShares(group, random, { certificates, seed, input: inputs[at]! }))
  return {
    trustee: ['Pedersen', thresholdParameters(group, certificates, polynomials, outputs)],
    shares: seeds.map((seed, at) => shareOf(group, seed, outputs[at]!.private_key)),
  }
}
