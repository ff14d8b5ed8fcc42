import type { PlacedVotes } from '../gatherVotes.ts'
import type { Identifiers } from '../identifiers.ts'
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

  const takeLine = (bytes: Uint8Array, from: number, end: number) => {
    line++
    const to = end > from && bytes[end - 1] === carriageReturn ? end - 1 : end
    if (to === from) return
    if (columns) takeVote(gatherer, columns, bytes, { from, to, line })
    else columns = columnsOf(fieldsOf(bytes, { from, to, line }))
  }
  return {
    take: (chunk: Uint8Array) => {
      const bytes = rest.length === 0 ? chunk : joined(rest, chunk)
      let from = 0
      for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, from)) {
        takeLine(bytes, from, end)
        from = end + 1
      }
      rest = bytes.slice(from)
    },
    end: () => {
      takeLine(rest, 0, rest.length)
      if (!columns) throw new Unreadable({ kind: 'empty' })
    },
  }
}

type Span = { from: number; to: number; line: number }

/** One pass over the bytes of a line. A line with quotes is read the slow way. */
const takeVote = (gatherer: PlacedVotes, columns: Columns, bytes: Uint8Array, span: Span) => {
  let column = 0
  let begin = span.from
  let [order, statement, participant] = [0, -1, -1]
  let vote: Vote | undefined
  for (let at = span.from; at <= span.to; at++) {
    const byte = at < span.to ? bytes[at]! : comma
    if (byte === quote) return takeFields(gatherer, columns, fieldsOf(bytes, span), span.line)
    if (byte !== comma) continue
    if (column === columns.timestamp) order = numberAt(bytes, begin, at)
    else if (column === columns.statement) statement = placeAt(gatherer.statements, bytes, begin, at)
    else if (column === columns.participant) participant = placeAt(gatherer.participants, bytes, begin, at)
    else if (column === columns.vote) vote = voteAt(bytes, begin, at)
    column++
    begin = at + 1
  }
  if (column !== columns.names.length || order < 0 || statement < 0 || participant < 0 || vote === undefined)
    return takeFields(gatherer, columns, fieldsOf(bytes, span), span.line) // says what is wrong
  gatherer.addPlaced(participant, statement, vote, order)
}

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

/** A whole number of at most 15 digits, or −1. */
const numberAt = (bytes: Uint8Array, from: number, to: number) => {
  if (to === from || to - from > 15) return -1
  let number = 0
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!
    if (byte < zero || byte > nine) return -1
    number = number * 10 + byte - zero
  }
  return number
}

/** The place of an identifier: through its number if it is one written plainly, else through its text; −1 if it is empty. */
const placeAt = (identifiers: Identifiers, bytes: Uint8Array, from: number, to: number) => {
  if (to === from) return -1
  const plain = to - from <= 9 && (bytes[from] !== zero || to - from === 1)
  const number = plain ? numberAt(bytes, from, to) : -1
  return number < 0 ? identifiers.placeOf(utf8.decode(bytes.subarray(from, to))) : identifiers.placeOfNumber(number)
}

const voteAt = (bytes: Uint8Array, from: number, to: number): Vote | undefined => {
  const last = bytes[to - 1]! - zero
  if (to - from === 1 && (last === 0 || last === 1)) return last
  return to - from === 2 && bytes[from] === minus && last === 1 ? -1 : undefined
}

/** The fields of one line, unquoted (RFC 4180); a field cannot go on to the next line here. */
const fieldsOf = (bytes: Uint8Array, { from, to, line }: Span): string[] => {
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
