import { randomBytes } from 'node:crypto'
import { type AnyDb, sql } from '#kernel/db'
import { signedSessionCookie, signInKey } from './sessionCookie.ts'
import { sessionDays } from './openDoors.ts'

/**
 * Opens a real session for a person, without a door: the demonstration's one-click entry, and tests.
 * @returns the cookie as a browser sends it back, `name=value`
 */
export const signInAs = async (
  application: { readonly bare: AnyDb },
  personId: string,
  secret: Buffer,
  origin = 'http://localhost',
): Promise<string> => {
  const token = randomBytes(24).toString('base64url')
  await sql`select auth.open_session(${personId}, ${randomBytes(16).toString('hex')}, ${token}, now() + make_interval(days => ${sessionDays}))`.execute(
    application.bare,
  )
  return signedSessionCookie(token, origin, signInKey(secret))
}

/** Attributes with which that cookie is given to a browser. */
export const cookieAttributes = (origin: string) =>
  `Path=/; HttpOnly; SameSite=Lax; Max-Age=${sessionDays * 86_400}${origin.startsWith('https:') ? '; Secure' : ''}`
