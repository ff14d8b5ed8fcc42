import { sha256 } from '@noble/hashes/sha2.js'

/** How big numbers are raised to powers and texts digested; the result is the same everywhere, the speed is not. */
export interface Backend {
  /** base^exponent mod modulus, for 0 ≤ base < modulus and 0 ≤ exponent. */
  power(base: bigint, exponent: bigint, modulus: bigint): bigint
  /** The same power for several bases of one exponent, for 0 ≤ base < modulus and 0 ≤ exponent. Nothing here is secret. */
  powersTo(exponent: bigint, modulus: bigint): (base: bigint) => bigint
  /** SHA-256, 32 bytes. */
  digest(bytes: Uint8Array): Uint8Array
  /** Width of the windows of the tables kept for a base that serves many times, in bits: speed against memory. */
  readonly tableBits: number
}

/** Runs anywhere that has BigInt: the browser. Not constant in time. */
export const portableBackend: Backend = {
  power: (base, exponent, modulus) => windowedPower(base, exponent, modulus),
  powersTo: (exponent, modulus) => base => windowedPower(base, exponent, modulus),
  digest: bytes => sha256(bytes),
  tableBits: 5,
}

const windowBits = 5
const digitsOf = (exponent: bigint) => exponent.toString(2 ** windowBits)

/** Left to right, five bits at a time. */
const windowedPower = (base: bigint, exponent: bigint, modulus: bigint) => {
  if (exponent === 0n) return 1n % modulus
  const powers = [1n]
  for (let digit = 1; digit < 2 ** windowBits; digit++) powers.push((powers[digit - 1]! * base) % modulus)
  let result = 1n
  for (const digit of digitsOf(exponent)) {
    for (let bit = 0; bit < windowBits; bit++) result = (result * result) % modulus
    const place = Number.parseInt(digit, 2 ** windowBits)
    if (place > 0) result = (result * powers[place]!) % modulus
  }
  return result
}

/** Powers of one base below a bound, through a table: one multiplication for each window of the exponent. */
export const fixedPowers = (base: bigint, modulus: bigint, exponentBits: number, tableBits: number): ((exponent: bigint) => bigint) => {
  const size = 2 ** tableBits
  const rows: bigint[][] = []
  let step = base
  for (let bit = 0; bit < exponentBits; bit += tableBits) {
    const row = [1n]
    for (let digit = 1; digit < size; digit++) row.push((row[digit - 1]! * step) % modulus)
    rows.push(row)
    step = (row[size - 1]! * step) % modulus
  }
  const mask = BigInt(size - 1)
  const width = BigInt(tableBits)
  return exponent => {
    let result = 1n
    let rest = exponent
    for (const row of rows) {
      const digit = Number(rest & mask)
      if (digit > 0) result = (result * row[digit]!) % modulus
      rest >>= width
    }
    return result
  }
}
