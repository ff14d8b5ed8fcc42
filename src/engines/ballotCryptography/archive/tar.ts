import { bytesOf, textOf } from '../encoding/bytes.ts'
import { ElectionProblem } from '../problem.ts'

const block = 512

/** One file of an archive. */
export interface Entry {
  readonly name: string
  readonly content: string
}

/** One file as old-style tar, the very bytes that belenios-tool writes. @param timestamp seconds since 1970 */
export const writeEntry = ({ name, content }: Entry, timestamp: number): Uint8Array => {
  const bytes = bytesOf(content)
  const whole = new Uint8Array(block + Math.ceil(bytes.length / block) * block)
  const put = (at: number, text: string) => whole.set(bytesOf(text), at)
  put(0, name)
  put(100, '0000644')
  put(108, '0000000')
  put(116, '0000000')
  put(124, bytes.length.toString(8).padStart(11, '0'))
  put(136, timestamp.toString(8).padStart(11, '0'))
  put(148, '        ')
  put(156, '0')
  const checksum = whole.subarray(0, block).reduce((sum, byte) => sum + byte, 0)
  put(148, `${checksum.toString(8).padStart(6, '0')}\0 `)
  whole.set(bytes, block)
  return whole
}

/** The files of an archive, in order. @throws ElectionProblem `archive` */
export function* entriesOf(archive: Uint8Array): Generator<Entry> {
  for (let at = 0; at < archive.length;) {
    const header = archive.subarray(at, at + block)
    const size = Number.parseInt(asText(header.subarray(124, 135)), 8)
    const end = at + block + size
    if (header.length < block || !Number.isSafeInteger(size) || end > archive.length) throw new ElectionProblem('archive', `at byte ${at}`)
    yield { name: asText(header.subarray(0, 100)).replace(/\0.*$/s, ''), content: asText(archive.subarray(at + block, end)) }
    at = at + block + Math.ceil(size / block) * block
  }
}

const asText = (bytes: Uint8Array) => {
  try {
    return textOf(bytes)
  } catch {
    throw new ElectionProblem('archive', 'not UTF-8')
  }
}
