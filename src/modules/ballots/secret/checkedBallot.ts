import { createHash } from 'node:crypto'
import type { BallotRefusal } from '#engines/ballotCryptography'
import { checkBallotInWorker } from '#engines/ballotCryptography/node'
import { type Opened, openedAs } from './opened.ts'

export type Checked = { readonly ok: true; readonly credential: string } | { readonly ok: false; readonly because: BallotRefusal }

const answers = new Map<string, Promise<Checked>>()
const mostKept = 5_000

/** Every check on a ballot that needs nothing but the election, in a thread; asked again for the same ballot, the same answer. */
export const checkedBallot = (opened: Opened, raw: string): Promise<Checked> => {
  const key = createHash('sha256').update(opened.election).update(raw).digest('base64')
  const known = answers.get(key)
  if (known) return known
  const answer = checkBallotInWorker(opened.election, raw).then(check =>
    check.ok ? { ok: true as const, credential: check.ballot.credential.toString() } : check,
  )
  answers.set(key, answer)
  answer.catch(() => answers.delete(key))
  const [oldest] = answers.keys()
  if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest)
  return answer
}

/**
 * Checks what was posted to a ballot box before its request takes a connection to the database: a crowd waits for the processor here, and
 * pages go on being served. A ballot of an election not yet seen by this process is left to its request.
 */
export const checkAhead = async ({ ballot: raw }: Readonly<Record<string, unknown>>): Promise<void> => {
  if (typeof raw !== 'string') return
  const opened = openedAs(/"election_hash":"([\w+/]{43})"/.exec(raw.slice(0, 300))?.[1] ?? '')
  if (opened) await checkedBallot(opened, raw).catch(() => undefined) // the request will ask again, and say so
}
