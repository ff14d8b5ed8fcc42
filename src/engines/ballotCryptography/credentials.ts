import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesOf, numberOfBytes } from './encoding/bytes.ts'
import { type Group } from './group.ts'
import type { Random } from './random.ts'

const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const drawn = 14
const iterations = 1_000

/** A new private credential, `XXX-XXX-XXX-XXX-XXX`: 14 digits in base 58 by luck, and one that detects slips (section 4.8). */
export const newCredential = (random: Random): string => {
  const raw = Array.from({ length: drawn }, () => digits[Number(random(58n))]!).join('')
  return dashed(raw + digits[Number(53n - (valueOf(raw) % 53n))]!)
}

/** A new identifier of election: 14 digits in base 58 (section 4.2). */
export const newIdentifier = (random: Random): string => Array.from({ length: drawn }, () => digits[Number(random(58n))]!).join('')

/** The credential as it was generated, from what a person typed (spaces, no dashes, other dashes); null when it cannot be one. */
export const credentialTyped = (typed: string): string | null => {
  const raw = typed.replace(/[\s\p{Dash}]/gu, '')
  if (raw.length !== drawn + 1 || [...raw].some(digit => !digits.includes(digit))) return null
  return (valueOf(raw.slice(0, drawn)) + BigInt(digits.indexOf(raw[drawn]!))) % 53n === 0n ? dashed(raw) : null
}

/** The secret exponent of a private credential in an election: PBKDF2-HMAC-SHA256, the uuid as salt. About 10 ms. */
export const credentialSecret = (group: Group, credential: string, uuid: string): bigint =>
  numberOfBytes(pbkdf2(sha256, bytesOf(credential), bytesOf(uuid), { c: iterations, dkLen: 32 })) % group.q

/** The public half of a private credential: the only one that leaves the credential authority's device. */
export const publicCredential = (group: Group, credential: string, uuid: string): string =>
  group.powerOfG(credentialSecret(group, credential, uuid)).toString()

const valueOf = (raw: string) => [...raw].reduce((value, digit) => value * 58n + BigInt(digits.indexOf(digit)), 0n)
const dashed = (raw: string) => raw.match(/.{3}/g)!.join('-')
