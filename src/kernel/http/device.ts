import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { C } from './router.ts'

/** A browser that takes part without an account, as one scope knows it. */
export interface Device {
  /** 16 bytes, the same each time this browser comes to this scope; another scope gets another key, and neither leads back to the cookie. */
  readonly key: Buffer
  /** The browser brought no token: it has just been given one, which it may refuse. */
  readonly isNew: boolean
}

/**
 * The pseudonymous token of this browser, given with the answer when it has none, so that an act without account counts once.
 * Strictly necessary to what the person asks for (law 78-17, article 82): ask for it only where somebody acts.
 * @param scope what it is for: `consultation:3`
 */
export const deviceOf = (c: C<any>, scope: string): Device => {
  const { url, signingKey } = c.var
  const name = `${url.startsWith('https:') ? '__Host-yvette' : 'yvette'}.appareil`
  c.header('Cache-Control', 'private, no-cache') // what is drawn for this browser is for no other
  const brought = readToken(c.req.header('cookie') ?? '', name, signingKey)
  const token = brought ?? given.get(c.req.raw) ?? giveToken(c, name)
  const key = createHmac('sha256', signingKey).update(`device ${c.var.body.id} ${scope} ${token}`).digest().subarray(0, 16)
  return { key, isNew: brought === null }
}

// A request that is tried again gives the same token.
const given = new WeakMap<Request, string>()
const days = 180

const giveToken = (c: C<any>, name: string) => {
  const token = randomBytes(16).toString('base64url')
  given.set(c.req.raw, token)
  const secure = c.var.url.startsWith('https:') ? '; Secure' : ''
  const cookie = `${name}=${token}.${signature(token, c.var.signingKey)}; Path=/; Max-Age=${days * 86_400}; HttpOnly; SameSite=Lax${secure}`
  c.header('Set-Cookie', cookie, { append: true })
  return token
}

const readToken = (cookies: string, name: string, key: Buffer): string | null => {
  for (const pair of cookies.split(';')) {
    const [label, value] = pair.trim().split('=', 2)
    const [token, sign] = label === name ? (value ?? '').split('.', 2) : []
    if (!token || !sign) continue
    const ours = Buffer.from(signature(token, key))
    const theirs = Buffer.from(sign)
    if (ours.length === theirs.length && timingSafeEqual(ours, theirs)) return token
  }
  return null
}

const signature = (token: string, key: Buffer) =>
  createHmac('sha256', key).update(`device token ${token}`).digest().subarray(0, 16).toString('base64url')
