import { cbc, ctr } from '@noble/ciphers/aes.js'
import { bytesOf, bytesOfHex, hexOf, textOf } from '../encoding/bytes.ts'

/**
 * AES-256 in CCM mode (NIST SP 800-38C): an 8-byte tag, no associated data. As in Belenios, the nonce is the beginning of a longer
 * vector: 13 bytes of it for messages below 64 KiB, 12 above.
 * @param key 64 hexadecimal digits
 * @param vector 64 hexadecimal digits
 */
export const seal = (key: string, vector: string, message: string): string => {
  const plain = bytesOf(message)
  const mode = modeOf(key, vector, plain.length)
  const tag = mode.tag(plain)
  return hexOf(Uint8Array.from([...mode.stream(plain), ...tag]))
}

/** The message that `seal` made unreadable. @throws RangeError when key, vector or content do not match */
export const unseal = (key: string, vector: string, sealed: string): string => {
  const bytes = bytesOfHex(sealed)
  if (bytes.length < tagSize) throw new RangeError('sealed message too short')
  const mode = modeOf(key, vector, bytes.length - tagSize)
  const plain = mode.stream(bytes.subarray(0, -tagSize))
  if (hexOf(mode.tag(plain)) !== hexOf(bytes.subarray(-tagSize))) throw new RangeError('sealed message does not match its tag')
  return textOf(plain)
}

const tagSize = 8
const block = 16

const modeOf = (hexKey: string, hexVector: string, length: number) => {
  const key = bytesOfHex(hexKey)
  const lengthSize = length >= 2 ** 16 ? 3 : 2
  const nonce = bytesOfHex(hexVector).subarray(0, block - 1 - lengthSize)
  const lengthBytes = Array.from({ length: lengthSize }, (_, at) => Math.floor(length / 2 ** (8 * (lengthSize - 1 - at))) % 256)
  const counter = Uint8Array.from([lengthSize - 1, ...nonce, ...Array.from({ length: lengthSize }, () => 0)])
  const key0 = ctr(key, counter).encrypt(new Uint8Array(block))
  return {
    /** CBC-MAC of the length and the message, hidden by the first block of the key stream. */
    tag: (plain: Uint8Array) => {
      const padded = new Uint8Array(block + Math.ceil(plain.length / block) * block)
      padded.set([((tagSize - 2) / 2) * 8 + lengthSize - 1, ...nonce, ...lengthBytes])
      padded.set(plain, block)
      const chained = cbc(key, new Uint8Array(block), { disablePadding: true }).encrypt(padded)
      return chained
        .subarray(-block)
        .map((byte, at) => byte ^ key0[at]!)
        .subarray(0, tagSize)
    },
    /** The key stream begins at counter 1: 0 hides the tag. Its own inverse. */
    stream: (message: Uint8Array) => {
      const shifted = new Uint8Array(block + message.length)
      shifted.set(message, block)
      return ctr(key, counter).encrypt(shifted).subarray(block)
    },
  }
}
