import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AnyWorld } from '#kernel/world'

type Signed = Pick<AnyWorld, 'body' | 'signingKey'>

/** The last part of a tablet's address: its number, and the proof that the town hall started it. */
export const kioskKey = (world: Signed, id: string): string => `${id}-${proof(world, id)}`

/** The number of the tablet that this key opens, or null when it was not made here. */
export const kioskOfKey = (world: Signed, key: string): string | null => {
  const [, id = '', given = ''] = /^(\d{1,18})-(\w{24})$/.exec(key) ?? []
  const [expected, typed] = [Buffer.from(proof(world, id)), Buffer.from(given)]
  return typed.length === expected.length && timingSafeEqual(typed, expected) ? id : null
}

const proof = ({ body, signingKey }: Signed, id: string) =>
  createHmac('sha256', signingKey).update(`evaluation kiosk ${body.id} ${id}`).digest('hex').slice(0, 24)
