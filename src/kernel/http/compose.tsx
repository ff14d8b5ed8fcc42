import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { type Clock, dayInParis } from '#kernel/clock'
import { databaseIsAway, type Database, type Db, isConflict, isInvalidInput, shouldRetry } from '#kernel/db'
import { defaultLocale, isLocale } from '#kernel/i18n'
import { type Actor, visitor } from '#kernel/people'
import { assets } from '#kernel/ui'
import type { Body } from '#kernel/world'
import { conflict, forbidden, json, notFound } from './answers.tsx'
import { type Bodies, readBodies } from './bodies.ts'
import { apology } from './apology.tsx'
import { openApi } from './openApi.ts'
import { isNear, peerOf } from './peer.ts'
import type { C, Route, Variables } from './router.ts'
import { askToSignIn } from './signIn.tsx'
import { keepVisits, type Visits } from './visits.ts'
import { observe, type Observer } from './watch.ts'

/** Finds out who asks, in the request's own transaction; sets `yvette.person` for row-level security. */
export interface Identity {
  read(c: Context, db: Db<any>, body: Body, today: string): Promise<Actor>
  /** The identity provider's own addresses, mounted before everything else. */
  mount?(app: Hono): void
}

export interface Composition {
  readonly routes: readonly Route[]
  readonly navigation: Variables<any>['navigation']
  readonly contributors: Variables<any>['contributors']
  readonly application: Database
  readonly identity: Identity
  readonly clock: Clock
  readonly mode: 'demonstration' | 'production'
  /** Public origin when a body has no host of its own. */
  readonly url: string
  /** How many proxies in front are trusted for X-Forwarded-*. */
  readonly trustProxy: boolean
  readonly journalKey: Buffer
  readonly signingKey: Buffer
  readonly observer?: Observer
  /** Undoes every request after answering it. */
  readonly rehearsal?: boolean
}

type App = Hono<{ Variables: Variables<any> }>
const largest = 12 * 1024 * 1024

/** The whole site, as a value: `app.request()` in tests, a server in main. */
export const compose = (made: Composition): App => {
  const app: App = new Hono()
  const known = {
    bodies: readBodies(made.application, made.clock, { url: made.url, mode: made.mode }),
    visits: keepVisits(made.application),
  }
  if (made.observer) app.use(observe(made.observer))
  app.use(compress())
  app.use(headers(made))
  app.get('/assets/:name{.+}', c => {
    const asset = assets.get(c.req.path)
    if (!asset) return c.text('404', 404)
    c.header('Content-Type', asset.type)
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    return c.body(asset.bytes)
  })
  app.get('/healthz', c => c.json({ status: 'ok' }))
  app.get('/readyz', async c => {
    try {
      await made.application.pool.query('select 1')
      return c.json({ status: 'ok' })
    } catch {
      return c.json({ status: 'database away' }, 503)
    }
  })
  if (made.observer) app.get('/metrics', async c => (isFromOutside(c) ? c.text('404', 404) : c.text(await made.observer!.metrics())))
  app.get('/api/v1/openapi.json', c => json(c as unknown as C<any>, openApi(made.routes, originOf(c, made))))
  made.identity.mount?.(app as unknown as Hono) // the provider's routes see no world
  app.use(bodyLimit({ maxSize: largest, onError: c => apology(c, 413, 'large') }))
  app.onError((error, c) => {
    if (databaseIsAway(error)) return apology(c, 503, 'away')
    if (isInvalidInput(error)) return apology(c, 400, 'invalid')
    made.observer?.failed(error, c)
    return apology(c, 500, 'error')
  })
  const sameSite = csrf({ origin: (origin, c) => hostOf(origin) === hostOf(originOf(c, made)) })
  for (const route of made.routes) {
    if (route.method === 'POST' && !route.fromElsewhere) {
      app.post(numeric(route.path), async (c, next) => {
        const refused = await sameSite(c, next).then(
          () => false,
          () => true,
        )
        return refused ? apology(c, 403, 'elsewhere') : undefined
      })
    }
    app.on(route.method, numeric(route.path), c => serve(c, route, made, known))
  }
  app.notFound(c => (c.req.method === 'GET' ? serve(c, lost, made, known) : apology(c, 404, 'notFound')))
  return app
}

const lost: Route = { method: 'GET', path: '*', power: { id: 'anyone', allows: () => true }, handler: c => notFound(c) }

const attempts = 4

/** One request, one transaction; tried again when two writers crossed. */
const serve = async (
  c: Context<{ Variables: Variables<any> }>,
  route: Route,
  made: Composition,
  { bodies, visits }: { bodies: Bodies; visits: Visits },
): Promise<Response> => {
  const body = await bodies.of(hostOf(originOf(c, made)))
  if (!body) return apology(c, 404, 'notFound')
  const isSending = route.method === 'POST' && c.req.header('content-length') !== '0'
  const sent = isSending ? await c.req.parseBody({ all: true }).catch(() => undefined) : undefined // read before a connection is taken
  if (sent && route.before) await route.before(sent)
  const opened = made.clock()
  const visit = made.rehearsal ? null : await visits.open(c, dayInParis(opened), Math.floor(opened.getTime() / 60_000))
  if (visit?.kept) return visit.kept
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await made.application.transact<any, Response>({ body: body.id, person: null }, async (db, finish) => {
        finish.rollback = made.rehearsal ?? false
        const moment = made.clock()
        const today = dayInParis(moment)
        const actor = await made.identity.read(c, db, body, today)
        enter(c, made, { db, body, actor, now: moment.toISOString(), today, finish })
        finish.withoutWaiting = actor === visitor && route.method === 'GET'
        if (actor.personId !== null && route.method === 'GET' && !route.api) c.set('unread', await unreadBy(c, made))
        if (!route.power.allows(actor))
          return actor === visitor || actor.personId === null ? askToSignIn(c as unknown as C<any>) : forbidden(c as unknown as C<any>)
        return route.handler(c as unknown as C<any>) // the router gave this handler its own tables
      })
      await visit?.keep(response)
      if (c.get('actor')?.personId && !response.headers.has('cache-control')) response.headers.set('Cache-Control', 'private, no-cache')
      return response
    } catch (error) {
      if (shouldRetry(error) && attempt < attempts) continue
      if (isConflict(error)) return conflict(c as unknown as C<any>)
      throw error
    }
  }
}

const enter = (
  c: Context<{ Variables: Variables<any> }>,
  made: Composition,
  found: Pick<Variables<any>, 'db' | 'body' | 'actor' | 'now' | 'today' | 'finish'>,
) => {
  const asked = /(?:^|;\s*)langue=(\w+)/.exec(c.req.header('cookie') ?? '')?.[1]
  const preferred = asked ?? c.req.header('accept-language')?.slice(0, 2)
  const known = {
    ...found,
    locale: isLocale(preferred) ? preferred : defaultLocale,
    url: originOf(c, made),
    journalKey: made.journalKey,
    signingKey: made.signingKey,
    mode: made.mode,
    navigation: made.navigation,
    unread: 0,
    contributors: made.contributors,
  }
  for (const [name, value] of Object.entries(known)) c.set(name as 'url', value as string) // one by one, each under its own name
}

const unreadBy = async (c: Context<{ Variables: Variables<any> }>, made: Composition) => {
  let unread = 0
  for (const one of made.contributors) if (one.unread) unread += await one.unread(c.var)
  return unread
}

/** `:name` means a number that PostgreSQL can hold, unless the path gives its own pattern. */
const numeric = (path: string) => path.replace(/(?<!\(\?):(\w+)(?![\w{])/g, ':$1{[0-9]{1,18}}')

// Figures for the town's own Prometheus: what comes through a proxy, or from another network, comes from outside.
const isFromOutside = (c: Context) =>
  c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined || !isNear(peerOf(c) ?? '127.0.0.1')

const hostOf = (origin: string) => {
  try {
    return new URL(origin).host.toLowerCase()
  } catch {
    return ''
  }
}
/** What our own proxy added comes last: the rest was sent by the browser. */
const originOf = (c: Context, made: Composition): string => {
  const asked = new URL(c.req.url)
  if (!made.trustProxy) return asked.origin
  const host = c.req.header('x-forwarded-host')?.split(',').at(-1)?.trim() ?? asked.host
  const scheme = c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim() ?? asked.protocol.slice(0, -1)
  return `${scheme === 'https' ? 'https' : 'http'}://${host}`
}

const headers = (made: Composition) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      manifestSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
    },
    strictTransportSecurity: made.url.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false,
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
  })
