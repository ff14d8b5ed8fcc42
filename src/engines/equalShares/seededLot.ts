import { createHash } from 'node:crypto'
import type { Settle } from './election/election.ts'

/** A lot that anyone can replay: the project whose SHA-256 of `seed`, a line feed and its identifier is the smallest. */
export const seededLot =
  (seed: string): Settle =>
  among => {
    const ticket = (id: string) => createHash('sha256').update(`${seed}\n${id}`).digest('hex')
    return among.map(id => ({ id, ticket: ticket(id) })).reduce((a, b) => (a.ticket <= b.ticket ? a : b)).id
  }
