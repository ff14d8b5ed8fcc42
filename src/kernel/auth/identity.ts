import { AsyncLocalStorage } from 'node:async_hooks'
import type { Context, Hono } from 'hono'
import { type AnyDb, connect, sql } from '#kernel/db'
import { type Identity, peerOf } from '#kernel/http'
import { isLocale } from '#kernel/i18n'
import { words } from './locales/index.ts'
import { type OidcDoor } from './oidcDoor.ts'
import { addressHeader, type Doors, openDoors } from './openDoors.ts'
import { nobody, readActor, type Seen } from './readActor.ts'
import { readSessionCookie, signInKey } from './sessionCookie.ts'

export interface IdentityOptions {
  /** PostgreSQL address of the application role; sign-in has its own few connections, so it never waits behind a request it serves. */
  readonly application: string
  /** The instance's signing key: cookies are signed, and what providers lend is encrypted, with a key drawn from it. */
  readonly secret: Buffer
  /** Public origin of the instance, without final slash. */
  readonly url: string
  readonly mode: 'demonstration' | 'production'
  readonly siteName?: string
  readonly oidc?: readonly OidcDoor[]
  /** How many proxies in front may say from which address a request comes. */
  readonly trustProxy?: boolean
}

/** Who people are: reads sessions for every request, and opens the doors of sign-in. */
export interface SignIn extends Identity {
  readonly options: IdentityOptions
  readonly key: string
  /** Providers this instance is registered with. */
  readonly providers: readonly OidcDoor['id'][]
  /** The origin to write in letters: this one when it is ours, the instance's own otherwise. A request may name any host it likes. */
  ours(origin: string): Promise<string>
  /** Hands a request to better-auth for this origin. */
  handle(origin: string, request: Request): Promise<Response>
  /** Asks for a single-use link; `headers` are those of `browserHeaders`. Null when this mailbox or this address has asked too often. */
  linkFor(origin: string, email: string, headers: Headers): Promise<string | null>
  close(): Promise<void>
}

export const identity = async (options: IdentityOptions): Promise<SignIn> => {
  const key = signInKey(options.secret)
  const database = connect(options.application, { size: 4, name: 'yvette-sign-in' })
  const doors = new Map<string, Doors>()
  const asked = new AsyncLocalStorage<{ token: string | null }>()
  const doorsAt = (origin: string) =>
    openDoors({
      origin,
      siteName: options.siteName ?? 'Yvette',
      secret: key,
      db: database.bare,
      oidc: options.oidc ?? [],
      handLink: token => {
        const waiting = asked.getStore()
        if (waiting) waiting.token = token
      },
    })
  const ours = async (origin: string) => (doors.has(origin) || (await isOurs(origin, options, database.bare)) ? origin : options.url)
  const doorsOf = async (origin: string): Promise<Doors> => {
    const trusted = await ours(origin)
    let found = doors.get(trusted)
    if (!found) {
      found = doorsAt(trusted)
      doors.set(trusted, found)
    }
    // A provider that could not be reached when this began is asked again.
    const reached = (await found.$context).socialProviders.length
    if (reached < (options.oidc ?? []).length) doors.delete(trusted)
    return found
  }
  const handle: SignIn['handle'] = async (origin, request) => (await doorsOf(origin)).handler(request)
  const made: SignIn = {
    options,
    key,
    providers: (options.oidc ?? []).map(door => door.id),
    ours,
    handle,
    async read(c, db, body, today) {
      const token = readSessionCookie(c.req.header('cookie'), originOf(c, options), key)
      const asked = /(?:^|;\s*)langue=(\w+)/.exec(c.req.header('cookie') ?? '')?.[1]
      const seen = token ? await readActor(db, token, body.id, today, words(isLocale(asked) ? asked : 'fr')('nameless')) : nobody
      c.set('seen' as never, seen as never) // read back by seenBy
      return seen.actor
    },
    mount(app: Hono) {
      app.use(async (c, next) => {
        c.set('identity' as never, made as never) // read back by identityOf
        await next()
      })
    },
    async linkFor(origin, email, headers) {
      if (email.endsWith('.invalid') || !(await allow(database.bare, `link:${email}`, 900, 4))) return null
      const waiting: { token: string | null } = { token: null }
      await asked.run(waiting, () => handle(origin, toLibrary(origin, '/sign-in/magic-link', { email }, headers)))
      return waiting.token
    },
    close: () => database.close(),
  }
  return made
}

/** A request of our own pages to the library, with what it needs to know of the browser's. */
export const toLibrary = (origin: string, path: string, body: object, headers: Headers): Request =>
  new Request(`${origin}/api/auth${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin,
      ...(headers.get('cookie') ? { cookie: headers.get('cookie')! } : {}),
      ...(headers.get('user-agent') ? { 'user-agent': headers.get('user-agent')! } : {}),
      ...(headers.get(addressHeader) ? { [addressHeader]: headers.get(addressHeader)! } : {}),
    },
    body: JSON.stringify(body),
  })

/** The sign-in service of this instance; for the routes of accounts. */
export const identityOf = (c: Context): SignIn => {
  const mounted = c.get('identity') as SignIn | undefined // set by mount on every request
  if (!mounted) throw new Error('No identity is mounted.')
  return mounted
}
/** From which session this request comes, and who really holds it. */
export const seenBy = (c: Context): Seen => (c.get('seen') as Seen | undefined) ?? nobody // set by read on every request

/** One more use of a key within a window of seconds; false when it was used up. */
export const allow = async (db: AnyDb, key: string, seconds: number, uses: number): Promise<boolean> => {
  const { rows } = await sql<{ allowed: boolean }>`select auth.allow(${key}, ${seconds}, ${uses}) as allowed`.execute(db)
  return rows[0]!.allowed
}

/** The network address a request comes from, as far as it can be known. */
export const addressOf = (c: Context, options: Pick<IdentityOptions, 'trustProxy'>): string | null => {
  const forwarded = options.trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || peerOf(c)
}

/** What the browser sent, with the address we saw in place of any that it claims. */
export const browserHeaders = (c: Context): Headers => {
  const headers = new Headers(c.req.raw.headers)
  headers.delete(addressHeader)
  const address = addressOf(c, identityOf(c).options)
  if (address) headers.set(addressHeader, address)
  return headers
}

const originOf = (c: Context, options: IdentityOptions): string => {
  const asked = new URL(c.req.url)
  if (!options.trustProxy) return asked.origin
  const scheme = c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim()
  return scheme === 'https' ? `https://${asked.host}` : asked.origin
}

const isOurs = async (origin: string, options: IdentityOptions, db: AnyDb): Promise<boolean> => {
  if (origin === options.url) return true
  const { host, hostname } = new URL(origin)
  if (options.mode === 'demonstration' && /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)) return true
  const { rows } = await sql<{ id: number }>`select id from kernel.body where host in (${host}, ${hostname}) and closed_at is null`.execute(
    db,
  )
  return rows.length > 0
}
