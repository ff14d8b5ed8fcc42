import { type Clock, dayInParis } from '#kernel/clock'
import { type BodyTables, type Database, type Db, sql } from '#kernel/db'
import { defaultLocale } from '#kernel/i18n'
import type { Actor } from '#kernel/people'
import type { Body, Contributor, System, World } from '#kernel/world'

/** What background work needs to know of the instance. */
export interface SystemMade {
  readonly jobs: Database
  readonly clock: Clock
  readonly mode: 'demonstration' | 'production'
  readonly url: string
  readonly journalKey: Buffer
  readonly signingKey: Buffer
  readonly contributors?: readonly Contributor[]
}

const house: Actor = { personId: null, name: 'Yvette', roles: new Set(), services: [], college: null, onBehalf: null }

/** The instance as a job sees it: each body in turn, one transaction each. */
export const systemOf = (
  made: SystemMade,
): System & {
  inBody<T>(body: Body & { host: string | null }, work: (world: World<any>) => Promise<T>): Promise<T>
  bodies(): Promise<(Body & { host: string | null })[]>
} => {
  const moment = () => made.clock()
  const bodies = () =>
    (made.jobs.bare as unknown as Db<BodyTables>) // bodies are public to the instance
      .selectFrom('kernel.body')
      .select(['id', 'slug', 'name', 'kind', 'population', 'arms', 'accent', 'host'])
      .where(sql<boolean>`closed_at is null`)
      .orderBy('id')
      .execute()
  const inBody = <T>(body: Body & { host: string | null }, work: (world: World<any>) => Promise<T>) =>
    made.jobs.transact<any, T>({ body: body.id, person: null }, db => {
      const now = moment()
      return work({
        db,
        body,
        actor: house,
        now: now.toISOString(),
        today: dayInParis(now),
        locale: defaultLocale,
        url: body.host ? `${new URL(made.url).protocol}//${body.host}` : made.url,
        journalKey: made.journalKey,
        signingKey: made.signingKey,
        mode: made.mode,
      })
    })
  return {
    get now() {
      return moment().toISOString()
    },
    get today() {
      return dayInParis(moment())
    },
    contributors: made.contributors ?? [],
    bodies,
    inBody,
    async forEachBody(work) {
      for (const body of await bodies()) await inBody(body, world => work(world as never)) // the job names its own tables
    },
  }
}
