import { createHmac, timingSafeEqual } from 'node:crypto'

/** The key of sign-in, drawn from the instance's signing key for this use alone. */
export const signInKey = (secret: Buffer) => createHmac('sha256', secret).update('yvette sign-in').digest('hex')

/** Over https the cookie belongs to this host alone, which its prefix promises. */
export const cookiePrefix = (origin: string) => (origin.startsWith('https:') ? '__Host-yvette' : 'yvette')
export const sessionCookieName = (origin: string) => `${cookiePrefix(origin)}.session_token`

/** The token that a browser brought, when its signature is ours; null otherwise. Needs no database. */
export const readSessionCookie = (cookies: string | undefined, origin: string, key: string): string | null => {
  if (!cookies) return null
  const name = `${sessionCookieName(origin)}=`
  const found = cookies
    .split(';')
    .map(text => text.trim())
    .find(text => text.startsWith(name))
  if (!found) return null
  const signed = decoded(found.slice(name.length))
  const dot = signed.lastIndexOf('.')
  if (dot < 1) return null
  const token = signed.slice(0, dot)
  const given = Buffer.from(signed.slice(dot + 1), 'base64')
  const ours = signature(token, key)
  return given.length === ours.length && timingSafeEqual(given, ours) ? token : null
}

/** The same shape that better-auth gives: `name=token.signature`, percent-encoded. */
export const signedSessionCookie = (token: string, origin: string, key: string): string =>
  `${sessionCookieName(origin)}=${encodeURIComponent(`${token}.${signature(token, key).toString('base64')}`)}`

const signature = (token: string, key: string) => createHmac('sha256', key).update(token).digest()
const decoded = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
