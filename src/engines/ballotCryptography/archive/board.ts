import type { Group } from '../group.ts'
import { write } from '../messages.ts'
import { type Entry, writeEntry } from './tar.ts'

export const eventTypes = [
  'Setup',
  'Ballot',
  'EndBallots',
  'EncryptedTally',
  'Shuffle',
  'EndShuffles',
  'PartialDecryption',
  'Result',
] as const
export type EventType = (typeof eventTypes)[number]
/** An entry of the public board: each names its parent by its digest, so the last digest, the *head*, holds all that came before. */
export interface BoardEvent {
  readonly parent?: string
  readonly height: number
  readonly type: EventType
  readonly payload?: string
}
/** An event with what it publishes: the documents first, the payload of the event last (section 4.3). */
export interface Published {
  readonly event: BoardEvent
  readonly documents: readonly string[]
}

/** The canonical writing of an event. */
export const writeEvent = ({ parent, height, type, payload }: BoardEvent): string =>
  write({ ...(parent === undefined ? {} : { parent }), height, type, ...(payload === undefined ? {} : { payload }) })

/** The digest that the next event will name as its parent. */
export const headAfter = (group: Pick<Group, 'digest'>, event: BoardEvent): string => group.digest(writeEvent(event))

/** The next event of a board, after `last` (null: the board begins). */
export const nextEvent = (
  group: Pick<Group, 'digest'>,
  last: BoardEvent | null,
  type: EventType,
  documents: readonly string[],
): Published => {
  const payload = documents.at(-1)
  const event: BoardEvent = {
    ...(last ? { parent: headAfter(group, last) } : {}),
    height: last ? last.height + 1 : 0,
    type,
    ...(payload === undefined ? {} : { payload: group.digest(payload) }),
  }
  return { event, documents }
}

/** What each step of an election publishes. */
export const documentsOf = {
  setup: (group: Pick<Group, 'digest'>, election: string, trustees: string, credentials: string) => {
    const [first, second, third] = [election, trustees, credentials].map(group.digest)
    return [election, trustees, credentials, write({ election: first, trustees: second, credentials: third })]
  },
  tally: (group: Pick<Group, 'digest'>, counted: number, tally: string) => [
    tally,
    write({ num_tallied: counted, total_weight: counted, encrypted_tally: group.digest(tally) }),
  ],
  decryption: (group: Pick<Group, 'digest'>, owner: number, decryption: string) => [
    decryption,
    write({ owner, payload: group.digest(decryption) }),
  ],
}

/** A whole board as a standard archive `.bel`. @param timestamp when the board began, in seconds since 1970 */
export function* writeArchive(group: Pick<Group, 'digest'>, timestamp: number, board: Iterable<Published>): Generator<Uint8Array> {
  yield writeEntry(header(timestamp), timestamp)
  for (const { event, documents } of board) {
    for (const document of documents) yield writeEntry({ name: `${group.digest(document)}.data.json`, content: document }, timestamp)
    const content = writeEvent(event)
    yield writeEntry({ name: `${group.digest(content)}.event.json`, content }, timestamp)
  }
}

const header = (timestamp: number): Entry => ({ name: 'BELENIOS', content: write({ version: 1, timestamp: String(timestamp) }) })
