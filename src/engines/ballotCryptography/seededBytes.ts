import { createHash } from 'node:crypto'
import type { RandomBytes } from './random.ts'

/** Bytes that only a test may call random: the same for the same seed. */
export const seededBytes = (seed: string): RandomBytes => {
  let turn = 0
  let kept = Buffer.alloc(0)
  return size => {
    while (kept.length < size) kept = Buffer.concat([kept, createHash('sha256').update(`${seed} ${turn++}`).digest()])
    const given = kept.subarray(0, size)
    kept = kept.subarray(size)
    return given
  }
}
