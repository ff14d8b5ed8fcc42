import { numberOfBytes } from './encoding/bytes.ts'

/** Fills and returns this many bytes. */
export type RandomBytes = (size: number) => Uint8Array
/** A number drawn evenly from 0 to `bound` − 1. */
export type Random = (bound: bigint) => bigint

/** Draws numbers from bytes: of what is drawn, what is too great is thrown away, so that each number is as likely as another. */
export const randomFrom =
  (bytes: RandomBytes): Random =>
  bound => {
    if (bound <= 0n) throw new RangeError('nothing to draw from')
    const bits = (bound - 1n).toString(2).length
    const size = Math.ceil(bits / 8)
    const excess = BigInt(8 * size - bits)
    for (;;) {
      const drawn = numberOfBytes(bytes(size)) >> excess
      if (drawn < bound) return drawn
    }
  }

/** The source of the platform: browsers and Node alike have it. */
export const secureRandom: Random = randomFrom(size => crypto.getRandomValues(new Uint8Array(size)))
