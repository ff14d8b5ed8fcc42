import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AnyWorld } from '#kernel/world'

type Signed = Pick<AnyWorld, 'body' | 'signingKey'>

/** The last part of a person's calendar address: calendars fetch it without signing in, so it carries its own proof. */
export const bookingsKey = (world: Signed, person: string): string => `${person}.${proof(world, person)}.ics`

/** The person whose calendar that key opens in this body, or null when it was not made here. */
export const personOfBookingsKey = (world: Signed, key: string): string | null => {
  const [person = '', given = ''] = key.split('.')
  const expected = Buffer.from(proof(world, person))
  const typed = Buffer.from(given)
  return typed.length === expected.length && timingSafeEqual(typed, expected) ? person : null
}

const proof = ({ body, signingKey }: Signed, person: string) =>
  createHmac('sha256', signingKey).update(`bookings:${body.id}:${person}`).digest('hex').slice(0, 32)
