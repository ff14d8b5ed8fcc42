import { constants, createDiffieHellman, createHash, createPublicKey, publicEncrypt } from 'node:crypto'
import { type Backend, portableBackend } from '../backend.ts'

/**
 * The same arithmetic by OpenSSL, about nine times faster than BigInt at 2048 bits: the shared secret of a Diffie–Hellman exchange
 * *is* base^exponent mod p. What a verifier raises goes through an RSA public operation without padding, which is the same power again,
 * without the precautions that a secret exponent deserves.
 */
export const nodeBackend = (): Backend => {
  const exchangeFor = remembered((modulus: bigint) => createDiffieHellman(buffer(modulus, sizeOf(modulus)), buffer(2n, 1)))
  return {
    power: (base, exponent, modulus) => {
      if (exponent === 0n || base < 2n || base === modulus - 1n) return portableBackend.power(base, exponent, modulus)
      const exchange = exchangeFor(modulus)
      exchange.setPrivateKey(buffer(exponent, sizeOf(exponent)))
      try {
        return numberOf(exchange.computeSecret(buffer(base, sizeOf(modulus))))
      } catch {
        return portableBackend.power(base, exponent, modulus) // OpenSSL refuses to give 1 or p − 1 as a secret
      }
    },
    powersTo: (exponent, modulus) => {
      if (exponent === 0n) return () => 1n % modulus
      const operation = { key: publicPower(exponent, modulus), padding: constants.RSA_NO_PADDING }
      return base => numberOf(publicEncrypt(operation, buffer(base, sizeOf(modulus))))
    },
    digest: bytes => createHash('sha256').update(bytes).digest(),
    tableBits: 12,
  }
}

/** A few results, kept: the moduli and the orders are those of known groups. */
const remembered = <Value>(make: (number: bigint) => Value) => {
  const kept = new Map<bigint, Value>()
  return (number: bigint) => {
    const value = kept.get(number) ?? make(number)
    if (kept.size < 8) kept.set(number, value)
    return value
  }
}

const publicPower = (exponent: bigint, modulus: bigint) =>
  createPublicKey({
    key: {
      kty: 'RSA',
      n: buffer(modulus, sizeOf(modulus)).toString('base64url'),
      e: buffer(exponent, sizeOf(exponent)).toString('base64url'),
    },
    format: 'jwk',
  })

const sizeOf = (number: bigint) => Math.ceil(number.toString(16).length / 2)
const buffer = (number: bigint, size: number) => Buffer.from(number.toString(16).padStart(2 * size, '0'), 'hex')
const numberOf = (bytes: Buffer) => BigInt(`0x${bytes.toString('hex')}`)
