import { read, record, count, digest, maybe, text, type Reader } from '../encoding/reading.ts'
import type { Group } from '../group.ts'
import { readers } from '../messages.ts'
import { ElectionProblem } from '../problem.ts'
import { type BoardEvent, eventTypes, type EventType, headAfter, type Published, writeArchive } from './board.ts'
import { entriesOf } from './tar.ts'

const eventType: Reader<EventType> = (value, at) => eventTypes.find(type => type === value) ?? (text(undefined, at) as never) // throws
const timestamp: Reader<number> = (value, at) => count(typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value, at)
const readHeader = record({ version: count, timestamp })
const readEvent = record({ parent: maybe(digest), height: count, type: eventType, payload: maybe(digest) })

export interface Board {
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly published: readonly Published[]
  /** The digest of each event, in order; the last is the head. */
  readonly heads: readonly string[]
}

/**
 * Reads an archive and checks that it is exactly the chain that ends with its last event: every content matches its digest, every
 * event names its parent, nothing is missing, nothing is added, not a byte differs from the canonical writing.
 * @throws ElectionProblem `archive`, `chain` or `unsupported`
 */
export const readArchive = (group: Pick<Group, 'digest'>, archive: Uint8Array): Board => {
  const entries = entriesOf(archive)
  const first = entries.next().value
  if (first?.name !== 'BELENIOS') throw new ElectionProblem('archive', 'no header BELENIOS')
  const header = read(readHeader, first.content)
  if (header.version !== 1) throw new ElectionProblem('unsupported', `archive version ${header.version}`)

  const waiting: string[] = []
  const published: Published[] = []
  const heads: string[] = []
  for (const { name, content } of entries) {
    if (name.endsWith('.data.json')) waiting.push(content)
    else {
      const event = linked(group, read(readEvent, content), published.at(-1)?.event ?? null)
      published.push({ event, documents: documentsBehind(group, event, waiting.splice(0)) })
      heads.push(headAfter(group, event))
    }
  }
  if (waiting.length > 0 || published.length === 0) throw new ElectionProblem('archive', 'no event at the end')
  if (!isSame(archive, writeArchive(group, header.timestamp, published))) throw new ElectionProblem('archive', 'not in its canonical form')
  return { timestamp: header.timestamp, published, heads }
}

const linked = (group: Pick<Group, 'digest'>, event: BoardEvent, previous: BoardEvent | null) => {
  const parent = previous ? headAfter(group, previous) : undefined
  if (event.parent !== parent || event.height !== (previous ? previous.height + 1 : 0)) {
    throw new ElectionProblem('chain', `event ${event.height}`)
  }
  return event
}

/** The documents before an event are those that it names, and no other. */
const documentsBehind = (group: Pick<Group, 'digest'>, event: BoardEvent, documents: readonly string[]) => {
  const digests = documents.map(group.digest)
  const payload = documents.at(-1)
  const named = payload === undefined ? [] : [...namedBy(event.type, payload), digests.at(-1)]
  const holds = event.payload === digests.at(-1) && named.length === digests.length && named.every((one, at) => one === digests[at])
  const isExpected = event.type === 'EndBallots' || event.type === 'EndShuffles' ? payload === undefined : payload !== undefined
  if (!holds || !isExpected) throw new ElectionProblem('chain', `documents of event ${event.height}`)
  return documents
}

const namedBy = (type: EventType, payload: string): readonly string[] => {
  if (type === 'Setup') {
    const setup = read(readers.setup, payload)
    return [setup.election, setup.trustees, setup.credentials]
  }
  if (type === 'EncryptedTally') return [read(readers.sizedTally, payload).encrypted_tally]
  if (type === 'PartialDecryption' || type === 'Shuffle') return [read(readers.owned, payload).payload]
  return []
}

const isSame = (archive: Uint8Array, written: Iterable<Uint8Array>) => {
  let at = 0
  for (const part of written) {
    if (archive.length < at + part.length) return false
    for (let place = 0; place < part.length; place++) if (archive[at + place] !== part[place]) return false
    at += part.length
  }
  return at === archive.length
}
