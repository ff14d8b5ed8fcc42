import { createHmac, timingSafeEqual } from 'node:crypto'
import type { World } from '#kernel/service'

type Signed = Pick<World, 'body' | 'signingKey'>

/** The last part of a person's calendar address: calendars fetch it without signing in, so it carries its own proof. */
export const calendarKey = (world: Signed, person: string): string => `${person}.${proof(world, person)}.ics`

/** The person whose calendar that key opens in this body, or null when it was not made here. */
export const personOfKey = (world: Signed, key: string): string | null => {
  const [person = '', given = ''] = key.split('.')
  const expected = Buffer.from(proof(world, person))
  const typed = Buffer.from(given)
  return typed.length === expected.length && timingSafeEqual(typed, expected) ? person : null
}

const proof = ({ body, signingKey }: Signed, person: string) =>
  createHmac('sha256', signingKey).update(`calendar:${body.id}:${person}`).digest('hex').slice(0, 32)
