import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { byBytes, canonicalInputs, canonicalText } from './canonical.ts'

/** `seed`: the canonical text of what was drawn in public, after `commitmentOf(inputs)` was published. */
export interface PublicLot {
  readonly inputs: readonly string[]
  readonly seed: string
}

/** Changes when the same inputs and seed would give another order. */
export const lotVersion = 'yvette-lot-1'

const digest = (text: string) => bytesToHex(sha256(utf8ToBytes(text)))

/** SHA-256, in hexadecimal, of the inputs sorted by bytes, each followed by one line feed: `LC_ALL=C sort LIST | sha256sum`. */
export const commitmentOf = (inputs: readonly string[]): string => digestOf(canonicalInputs(inputs))

const digestOf = (canonical: readonly string[]) => digest(canonical.map(input => `${input}\n`).join(''))

/** The number that an input draws: SHA-256 of the commitment, the seed and the input, each followed by one line feed. */
export const drawKey = (commitment: string, seed: string, input: string): string =>
  canonicalKey(commitment, canonicalText(seed), canonicalText(input))

const canonicalKey = (commitment: string, seed: string, input: string) => digest(`${commitment}\n${seed}\n${input}\n`)

/** All inputs, first drawn first: by ascending number drawn. The same for any order in which they were given. */
export const drawOrder = ({ inputs, seed: given }: PublicLot): readonly string[] => {
  const seed = canonicalText(given)
  if (seed === '') throw new Error('A lot needs a seed.')
  const canonical = canonicalInputs(inputs)
  const commitment = digestOf(canonical)
  return canonical
    .map(input => ({ input, key: canonicalKey(commitment, seed, input) }))
    .toSorted((a, b) => byBytes(a.key, b.key) || byBytes(a.input, b.input))
    .map(({ input }) => input)
}
