import type { PlacedVotes } from '../gatherVotes.ts'
import type { Vote } from '../votes.ts'
import { Unreadable } from './files.ts'

const [lineFeed, carriageReturn, comma, quote, minus, zero, nine] = [10, 13, 44, 34, 45, 48, 57]
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Which columns hold what; `timestamp` is −1 if there is none, and every vote then has the same order. */
type Columns = { names: readonly string[]; timestamp: number; statement: number; participant: number; vote: number }

/**
 * Takes the bytes of a votes.csv in pieces and gives each vote to `gatherer`, without making a text of what is a number.
 * @throws Unreadable naming the line
 */
export const voteLines = (gatherer: PlacedVotes) => {
  let rest: Uint8Array = new Uint8Array(0)
  let line = 0
  let columns: Columns | undefined

  /** Lines that are whole, the last one ended by a line feed. */
  const takeLines = (bytes: Uint8Array) => {
    for (let from = 0; from < bytes.length;) {
      line++
      const reached = columns ? takeVote(gatherer, columns, bytes, from) : -1
      const end = reached < 0 ? bytes.indexOf(lineFeed, from) : reached
      if (reached < 0) takeSlowly({ bytes, from, to: bytes[end - 1] === carriageReturn && end > from ? end - 1 : end, line })
      from = end + 1
    }
  }
  const takeSlowly = (span: Span) => {
    if (span.to === span.from) return
    if (columns) takeFields(gatherer, columns, fieldsOf(span), span.line)
    else columns = columnsOf(fieldsOf(span))
  }
  return {
    take: (chunk: Uint8Array) => {
      const bytes = rest.length === 0 ? chunk : joined(rest, chunk)
      const whole = bytes.lastIndexOf(lineFeed) + 1
      takeLines(bytes.subarray(0, whole))
      rest = new Uint8Array(bytes.subarray(whole)) // a copy: the caller may use its buffer again
    },
    end: () => {
      if (rest.length > 0) takeLines(joined(rest, Uint8Array.of(lineFeed)))
      if (!columns) throw new Unreadable({ kind: 'empty' })
    },
  }
}

type Span = { bytes: Uint8Array; from: number; to: number; line: number }

/**
 * The usual line, in one pass over its bytes: no quotes, a vote that is one.
 * @returns the place of its line feed, or −1 if it has to be read the slow way, which finds what is wrong
 */
const takeVote = (gatherer: PlacedVotes, columns: Columns, bytes: Uint8Array, from: number): number => {
  const last = columns.names.length - 1
  let [order, statement, participant] = [columns.timestamp < 0 ? 0 : -1, -1, -1]
  let vote: Vote | undefined
  let at = from
  for (let column = 0; ; column++) {
    const begin = at
    let number = 0
    let byte = bytes[at]!
    while (byte >= zero && byte <= nine) {
      number = number * 10 + byte - zero
      byte = bytes[++at]!
    }
    const digits = at - begin
    while (byte !== comma && byte !== lineFeed && byte !== carriageReturn && byte !== quote) byte = bytes[++at]!
    const isNumber = digits === at - begin && digits > 0 && digits <= 15
    if (column === columns.timestamp) order = isNumber ? number : -1
    else if (column === columns.vote) vote = isNumber && digits === 1 && number < 2 ? (number === 1 ? 1 : 0) : minusOne(bytes, begin, at)
    else if (column === columns.statement || column === columns.participant) {
      const identifiers = column === columns.statement ? gatherer.statements : gatherer.participants
      const isPlain = isNumber && digits <= 9 && (digits === 1 || bytes[begin] !== zero)
      const place = at === begin ? -1 : isPlain ? identifiers.placeOfNumber(number) : identifiers.placeOf(textAt(bytes, begin, at))
      if (column === columns.statement) statement = place
      else participant = place
    }
    if (byte === comma && column < last) at++
    else if (byte === carriageReturn && bytes[at + 1] === lineFeed && column === last) return added(at + 1)
    else return byte === lineFeed && column === last ? added(at) : -1
  }

  function added(end: number) {
    if (order < 0 || statement < 0 || participant < 0 || vote === undefined) return -1
    gatherer.addPlaced(participant, statement, vote, order)
    return end
  }
}

const minusOne = (bytes: Uint8Array, from: number, to: number): Vote | undefined =>
  to - from === 2 && bytes[from] === minus && bytes[from + 1] === zero + 1 ? -1 : undefined

const textAt = (bytes: Uint8Array, from: number, to: number) => utf8.decode(bytes.subarray(from, to))

/** The slow way: fields as texts, and a problem that names what it is about. */
const takeFields = (gatherer: PlacedVotes, columns: Columns, fields: readonly string[], line: number) => {
  const expected = columns.names.length
  if (fields.length !== expected) throw new Unreadable({ kind: 'fields', line, expected, found: fields.length })
  const checked = (column: number, shape: RegExp) => {
    const text = fields[column] ?? ''
    if (!shape.test(text)) throw new Unreadable({ kind: 'value', line, column: columns.names[column] ?? '', text })
    return text
  }
  const order = columns.timestamp < 0 ? 0 : Number(checked(columns.timestamp, /^\d{1,15}$/))
  const participant = checked(columns.participant, /./s)
  const statement = checked(columns.statement, /./s)
  const vote = checked(columns.vote, /^(?:0|-?1)$/)
  gatherer.add(participant, statement, vote === '1' ? 1 : vote === '0' ? 0 : -1, order)
}

const columnsOf = (names: readonly string[]): Columns => {
  const needed = (name: string) => {
    const place = names.indexOf(name)
    if (place < 0) throw new Unreadable({ kind: 'column', column: name })
    return place
  }
  return {
    names,
    timestamp: names.indexOf('timestamp'),
    statement: needed('comment-id'),
    participant: needed('voter-id'),
    vote: needed('vote'),
  }
}

/** The fields of one line, unquoted (RFC 4180); a field cannot go on to the next line here. */
const fieldsOf = ({ bytes, from, to, line }: Span): string[] => {
  const text = utf8.decode(bytes.subarray(from, to)).replace(/^\uFEFF/, '')
  const fields: string[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",]*))(?:,|$)/gy
  while (field.lastIndex <= text.length) {
    const found = field.exec(text)
    if (!found) throw new Unreadable({ kind: 'quotes', line })
    fields.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (!found[0].endsWith(',')) break
  }
  return fields
}

const joined = (left: Uint8Array, right: Uint8Array) => {
  const whole = new Uint8Array(left.length + right.length)
  whole.set(left)
  whole.set(right, left.length)
  return whole
}
