import { debateRoutes, debateUrl, type DebateSubject, type Side } from '#engines/debate'
import { interested } from '#engines/following'
import { sql } from '#kernel/db'
import type { C } from '#kernel/http'
import { defineWords } from '#kernel/i18n'
import type { AnyWorld } from '#kernel/world'
import type { State } from '../amendments/rules/terms.ts'
import type { StageName } from '../rules/stages.ts'

const words = defineWords({ fr: { title: 'Amendement n° {n}' }, en: { title: 'Amendment no. {n}' } })

/** Who speaks in a debate is told of replies, answers and moderation, and of the next steps of what is debated. */
const wantsNews = async (world: AnyWorld, subject: DebateSubject, argument: string, personId: string) => {
  await interested(world, argument, personId, 'author')
  await interested(world, subject.key, personId, 'follower')
}

/** The debates of measures and of amendments. What is running is still questioned: only what was withdrawn is closed. */
export const debates = [
  ...debateRoutes({
    base: '/mesures/:measure/debat',
    subjectOf: c => measureSubject(c.var, param(c, 'measure')),
    wantsNews,
    sideOf: (world, { key }, person) =>
      sideFrom(
        sql`select from measures.support where body_id = ${world.body.id} and measure_id = ${idOf(key)}::bigint and person_id = ${person}`,
        world,
      ),
  }),
  ...debateRoutes({
    base: '/mesures/:measure/amendements/:amendment/debat',
    subjectOf: c => amendmentSubject(c.var, param(c, 'measure'), param(c, 'amendment')),
    wantsNews,
    sideOf: (world, { key }, person) =>
      sideFrom(
        sql`select from measures.amendment_support where body_id = ${world.body.id} and amendment_id = ${idOf(key)}::bigint and person_id = ${person}`,
        world,
      ),
  }),
]

/** The measure as a subject of debate; null when there is none. */
const measureSubject = async (world: AnyWorld, measure: string): Promise<DebateSubject | null> => {
  const { rows } = await sql<{ title: string; stage: StageName }>`
    select title, stage from measures.measure where body_id = ${world.body.id} and id = ${measure}`.execute(world.db)
  return rows[0]
    ? { key: `measure:${measure}`, title: rows[0].title, url: `/mesures/${measure}`, isOpen: rows[0].stage !== 'withdrawn' }
    : null
}

const amendmentSubject = async (world: AnyWorld, measure: string, amendment: string): Promise<DebateSubject | null> => {
  const { rows } = await sql<{ title: string; stage: StageName; state: State }>`
    select m.title, m.stage, a.state from measures.amendment a
    join measures.measure m on m.body_id = a.body_id and m.id = a.measure_id
    where a.body_id = ${world.body.id} and a.measure_id = ${measure} and a.id = ${amendment}`.execute(world.db)
  const [found] = rows
  return found
    ? {
        key: `amendment:${amendment}`,
        title: `${words(world.locale)('title', { n: amendment })} · ${found.title}`,
        url: `/mesures/${measure}/amendements/${amendment}`,
        isOpen: found.stage !== 'withdrawn' && found.state === 'open',
      }
    : null
}

/** Where the debate of a measure is read. */
export const measureDebateUrl = (measure: string) => debateUrl({ url: `/mesures/${measure}` })

// oxlint-disable-next-line typescript/no-explicit-any -- the mount serves the routes of any module
const param = (c: C<any>, name: string): string => c.req.param(name) ?? ''

const idOf = (key: string) => key.slice(key.indexOf(':') + 1)

const sideFrom = async (support: ReturnType<typeof sql>, world: AnyWorld): Promise<Side> => {
  const { rows } = await sql<{ supports: boolean }>`select exists (${support}) as supports`.execute(world.db)
  return rows[0]?.supports ? 'supporter' : 'other'
}
