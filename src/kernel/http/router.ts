import type { Context } from 'hono'
import type { z } from 'zod'
import type { Locale } from '#kernel/i18n'
import type { Contributor, KernelTables, World } from '#kernel/world'
import type { Power } from './powers.ts'

type Words = Readonly<Record<Locale, string>>
/** A part of the house in the main navigation, with its rooms in order. */
export interface Section {
  readonly href: string
  readonly label: Words
  readonly rooms: readonly { readonly href: string; readonly label: Words; readonly about: Words }[]
}

/** What a handler finds in `c.var`: its world, and what the frame of the page needs. */
export interface Variables<Tables> extends World<Tables> {
  readonly navigation: readonly Section[]
  /** Every room of the house, for pages that gather what each offers. */
  readonly contributors: readonly Contributor[]
  /** Notices this person has not read. */
  readonly unread: number
  /** Set `rollback` to end the transaction without keeping what was written. */
  readonly finish: { rollback: boolean }
}
/** The context of a request: `c.var` is its world. */
export type C<Tables = KernelTables> = Context<{ Variables: Variables<Tables> }>

export type Handler<Tables> = (c: C<Tables>) => Response | Promise<Response>
/** How a JSON route describes itself in the OpenAPI document. */
export interface ApiSpec {
  readonly summary: { fr: string; en: string }
  readonly query?: z.ZodObject
  readonly response: z.ZodType
}
export interface Route {
  readonly method: 'GET' | 'POST'
  /** `:name` is a number; give a pattern for anything else, `:slug{[a-z-]+}`. */
  readonly path: string
  readonly power: Power
  readonly handler: Handler<any>
  readonly api?: ApiSpec
  /** Sent by machines elsewhere (one-click unsubscribe, provider callbacks): the same-origin check does not apply. */
  readonly fromElsewhere?: boolean
  /** Signing out, erasing oneself: harnesses go there last. */
  readonly endsSession?: boolean
  /** The same for every commune of the instance (a list of parameters, a gallery). */
  readonly sharedByAll?: boolean
  /** Long work on what was sent that needs no database: done before a connection is taken, while others are served. */
  readonly before?: (sent: Readonly<Record<string, unknown>>) => Promise<void>
}
export type Routes = readonly Route[]

/** A list of routes that reads as a story; each says who may use it. Its handlers see the tables of one module. */
export interface Router<Tables> extends Routes {
  get(path: string, power: Power, handler: Handler<Tables & KernelTables>, options?: Pick<Route, 'sharedByAll'>): Router<Tables>
  post(
    path: string,
    power: Power,
    handler: Handler<Tables & KernelTables>,
    options?: Pick<Route, 'fromElsewhere' | 'endsSession' | 'before'>,
  ): Router<Tables>
  /** JSON for machines, at a path under `/api/v1/`, described in OpenAPI. */
  api(path: string, spec: ApiSpec, handler: Handler<Tables & KernelTables>): Router<Tables>
  /** Adds the routes of a sub-slice. */
  mount(routes: Routes): Router<Tables>
}

export const router = <Tables = KernelTables>(routes: Routes = []): Router<Tables> => {
  const adding = (...more: readonly (Omit<Route, 'handler'> & { handler: Handler<Tables & KernelTables> })[]) =>
    router<Tables>([...routes, ...(more as unknown as Routes)]) // a route forgets which tables its handler sees
  return Object.assign([...routes], {
    get: (path: string, power: Power, handler: Handler<Tables & KernelTables>, options: Pick<Route, 'sharedByAll'> = {}) =>
      adding({ method: 'GET', path, power, handler, ...options }),
    post: (
      path: string,
      power: Power,
      handler: Handler<Tables & KernelTables>,
      options: Pick<Route, 'fromElsewhere' | 'endsSession' | 'before'> = {},
    ) => adding({ method: 'POST', path, power, handler, ...options }),
    api: (path: string, spec: ApiSpec, handler: Handler<Tables & KernelTables>) =>
      adding({ method: 'GET', path, power: anyoneAtAll, handler, api: spec }),
    mount: (others: Routes) => router<Tables>([...routes, ...others]),
  })
}
const anyoneAtAll: Power = { id: 'anyone', allows: () => true }
