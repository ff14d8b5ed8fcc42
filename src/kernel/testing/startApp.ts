import { onTestFinished } from 'vitest'
import { identity, signInAs } from '#kernel/auth'
import { connect, type Database } from '#kernel/db'
import { type CastName, member } from '#kernel/demonstration'
import { openHouse, type House } from '#kernel/house'
import { watch } from '#kernel/http'
import { systemOf } from '#kernel/jobs'
import { type Actor, actorFrom, visitor } from '#kernel/people'
import { dayInParis } from '#kernel/clock'
import type { Engine, Service } from '#kernel/service'
import type { World } from '#kernel/world'
import { freshDatabase, type TestDatabase, testSecrets } from './databases.ts'

export interface AppUnderTest {
  readonly engines?: readonly Engine[]
  readonly services: readonly Service[]
  /** Loads the invented life of these rooms. */
  readonly demo?: boolean
  /** The instant it is; `app.clock` moves it. */
  readonly now?: string
  readonly mode?: 'demonstration' | 'production'
  /** A proxy of ours stands in front. */
  readonly trustProxy?: boolean
  /** Every request is answered for real, then undone: harnesses that knock at every door leave nothing behind. */
  readonly rehearsal?: boolean
  /** Receives each line that the application would write in its log, everything included. */
  readonly log?: (line: string) => void
}

/** A whole site on a database of its own, spoken to as a browser would. */
export interface TestApp {
  readonly house: House
  readonly database: TestDatabase
  /** The next requests come from that person; null is a visitor. */
  signIn(name: CastName | null): Promise<void>
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** Sends a form as a browser does. */
  post(path: string, fields?: Record<string, string | readonly string[]>, headers?: Record<string, string>): Promise<Response>
  /** Any request, as the person signed in. */
  request(url: string, init?: RequestInit): Promise<Response>
  /** Who that person is for the first commune, today. */
  actorOf(name: CastName | null): Promise<Actor>
  /** The text of a page, after checking that it was found. */
  text(path: string): Promise<string>
  /** Lets events be handed out until nothing is left. */
  settle(): Promise<number>
  /** Works in the first commune's world, under the jobs role. */
  inWorld<T>(work: (world: World<any>) => Promise<T>): Promise<T>
  /** The owner's connection, which row-level security does not hold back: for assertions. */
  readonly owner: Database
  clock: Date
  close(): Promise<void>
}

const origin = 'http://localhost'

/**
 * The answer, its pages with ordinary spaces around French marks: a test writes `Que faire ?` as it is typed.
 * Pages are drawn with spaces that do not break there (kernel/ui/spacing.ts, which has its own test).
 */
const asTyped = async (response: Response): Promise<Response> => {
  if (!response.headers.get('content-type')?.startsWith('text/html') || response.headers.has('content-encoding')) return response
  const page = (await response.text()).replaceAll(/\u00a0(?=[:;?!»])/g, ' ').replaceAll('«\u00a0', '« ')
  return new Response(page, { status: response.status, headers: response.headers })
}

/** Starts the services on a fresh database; it closes by itself when the test ends (or call `close` when started outside a test). */
export const startApp = async (plan: AppUnderTest, { keep = false } = {}): Promise<TestApp> => {
  const rooms = [...(plan.engines ?? []), ...plan.services]
  const database = await freshDatabase(rooms, { demo: plan.demo ?? false })
  const state = { clock: plan.now ? new Date(plan.now) : new Date(), cookie: '' }
  const mode = plan.mode ?? 'demonstration'
  const signIn = await identity({
    application: database.application,
    url: origin,
    secret: testSecrets.signing,
    mode,
    trustProxy: plan.trustProxy ?? false,
  })
  const house = await openHouse({
    engines: plan.engines ?? [],
    services: plan.services,
    addresses: database,
    identity: signIn,
    mode,
    url: origin,
    secrets: testSecrets,
    trustProxy: plan.trustProxy ?? false,
    clock: () => state.clock,
    schedule: false,
    rehearsal: plan.rehearsal ?? false,
    ...(plan.log ? { observer: watch({ level: 'trace', write: plan.log }) } : {}),
    poolSize: 4,
  })
  const owner = connect(database.owner, { size: 2 })
  const system = systemOf({
    jobs: house.jobs,
    clock: () => state.clock,
    mode,
    url: origin,
    journalKey: testSecrets.journal,
    signingKey: testSecrets.signing,
  })
  const app: TestApp = {
    house,
    database,
    owner,
    get clock() {
      return state.clock
    },
    set clock(moment) {
      state.clock = moment
    },
    async signIn(name) {
      state.cookie = name ? await signInAs(house.application, member(name).id, testSecrets.signing) : ''
    },
    get: async (path, headers = {}) =>
      asTyped(await house.app.request(`${origin}${path}`, { headers: { cookie: state.cookie, ...headers } })),
    async post(path, fields = {}, headers = {}) {
      const form = new URLSearchParams()
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one as string)
      const response = await house.app.request(`${origin}${path}`, {
        method: 'POST',
        body: form,
        headers: { cookie: state.cookie, origin, 'sec-fetch-site': 'same-origin', ...headers },
      })
      return asTyped(response)
    },
    async text(path) {
      const response = await app.get(path)
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
      return response.text()
    },
    request: async (url, init = {}) => {
      const headers = new Headers(init.headers)
      headers.set('cookie', state.cookie)
      return asTyped(await house.app.request(url, { ...init, headers }))
    },
    async actorOf(name) {
      if (!name) return visitor
      const { rows } = await owner.pool.query('select kernel.actor($1, 1, $2::date) as actor', [member(name).id, dayInParis(state.clock)])
      return actorFrom(rows[0].actor)
    },
    settle: () => house.workers.settle(),
    async inWorld(work) {
      const [first] = await system.bodies()
      return system.inBody(first!, work)
    },
    async close() {
      await Promise.all([house.close(), owner.close(), signIn.close()])
      await database.drop()
    },
  }
  if (!keep) onTestFinished(() => app.close())
  return app
}
