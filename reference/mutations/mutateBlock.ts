import { belenios2048, headAfter, randomFrom, verifyArchive, writeArchive } from '#engines/ballotCryptography'
import { nodeBackend } from '#engines/ballotCryptography/node'
import { mutateBoard, type MutationKind, mutationKinds } from '../../src/engines/ballotCryptography/mutations.ts'
import { rehearseElection } from '../../src/engines/ballotCryptography/rehearsal.ts'
import { seededBytes } from '../../src/engines/ballotCryptography/seededBytes.ts'

interface Tried {
  readonly tried: number
  /** Of those, boards that a verifier who holds the published head accepted. */
  readonly acceptedWithHead: number
  /** And those accepted by one who has nothing but the archive. */
  readonly acceptedWithoutHead: number
}
export type MutationCounts = Record<MutationKind, Tried>

const backend = nodeBackend()
const group = belenios2048(backend)

/** The board that is changed: two questions, one of them blank or not, three voters of whom one votes again, two trustees of three. */
const honestElection = () => {
  const questions = [
    { answers: ['Oui', 'Non'], min: 1, max: 1, blank: true, question: 'Fermer le parking ?' },
    { answers: ['Nord', 'Sud'], min: 0, max: 1, question: 'Quelle entrée ?' },
  ]
  const random = randomFrom(seededBytes('ten thousand'))
  const election = rehearseElection(backend, random, { name: 'Essai', questions, trustees: [{ size: 3, needed: 2 }], voters: 3 })
  election.vote(0, [[0], [0]])
  election.vote(1, [[1], []])
  election.vote(2, ['blank', [1]])
  election.vote(0, [[1], [1]])
  election.count([1, 3])
  const head = headAfter(group, election.board.at(-1)!.event)
  if (!verifyArchive(backend, election.archive(), { head }).ok) throw new Error('the honest board must be accepted')
  return { election, head }
}

let honest: ReturnType<typeof honestElection> | null = null

/** One block of changes, the same for the same number: each is verified with the published head, then without. */
export const mutateBlock = (block: number, size: number): MutationCounts => {
  const { election, head } = (honest ??= honestElection())
  const random = randomFrom(seededBytes(`block ${block}`))
  const none = (): Tried => ({ tried: 0, acceptedWithHead: 0, acceptedWithoutHead: 0 })
  const counts: MutationCounts = Object.fromEntries(mutationKinds.map(kind => [kind, none()])) as MutationCounts // every kind is there
  for (let done = 0; done < size;) {
    const kind = kindAt(done)
    const board = mutateBoard(group, random, { board: election.board, accomplices: election.credentials }, kind)
    if (!board) continue
    const archive = Buffer.concat([...writeArchive(group, 1_790_000_000, board)])
    const { tried, acceptedWithHead, acceptedWithoutHead } = counts[kind]
    counts[kind] = {
      tried: tried + 1,
      acceptedWithHead: acceptedWithHead + (verifyArchive(backend, archive, { head }).ok ? 1 : 0),
      acceptedWithoutHead: acceptedWithoutHead + (verifyArchive(backend, archive).ok ? 1 : 0),
    }
    done += 1
  }
  return counts
}

/** Half of the time a number, which there are thousands of; then each other kind in turn. */
const kindAt = (turn: number): MutationKind =>
  turn % 2 === 0 ? 'number' : mutationKinds[1 + (((turn - 1) / 2) % (mutationKinds.length - 1))]!
