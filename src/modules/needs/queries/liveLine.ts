import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import { words } from '../locales/index.ts'
import type { Effect, StepName } from '../rules/life.ts'
import { linePath } from '../rules/sitePath.ts'
import type { Here, LineId } from '../schema.ts'
import { lineSubject } from './stateLine.ts'

export interface NewStep {
  readonly step: StepName
  readonly reason: string
  readonly on: string
  readonly checked: { readonly before: string; readonly after: string; readonly effect: Effect } | null
}

/** One change at a time on a line: whoever comes second waits here, then reads what the first did. */
export const holdLine = async (world: Here, line: LineId) => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`need ${world.body.id} ${line}`}, 0))`.execute(world.db)
}

/** Adds a step to the life of a line, signed and dated; those it interests are told. */
export const addStep = async (world: Here, line: { readonly id: LineId; readonly what: string }, step: NewStep) => {
  await world.db
    .insertInto('needs.step')
    .values({
      body_id: world.body.id,
      line_id: line.id,
      step: step.step,
      reason: step.reason,
      happened_on: step.on,
      before_text: step.checked?.before ?? null,
      after_text: step.checked?.after ?? null,
      effect: step.checked?.effect ?? null,
      author_id: world.actor.personId,
      college: world.actor.college,
      made_at: world.now,
    })
    .execute()
  const said = (locale: 'fr' | 'en') => words(locale)('news.step', { step: words(locale)(`state.${step.step}`) })
  await record(world, `need.${step.step}`, {
    subject: lineSubject(line.id),
    content: {
      line: line.id,
      reason: step.reason,
      on: step.on,
      notify: { subject: lineSubject(line.id), title: line.what, url: linePath(line.id), what: { fr: said('fr'), en: said('en') } },
    },
  })
}

/** Groups a line into another: its agreements and its authors go along, its page stays. */
export const groupLine = async (world: Here, line: { readonly id: LineId; readonly what: string }, into: LineId, reason: string) => {
  const { db, body } = world
  await db
    .insertInto('needs.grouping')
    .values({ body_id: body.id, line_id: line.id, into_line_id: into, reason, author_id: world.actor.personId, grouped_at: world.now })
    .execute()
  await sql`
    insert into needs.credit (body_id, line_id, person_id, college)
    select body_id, ${into}::bigint, person_id, college from needs.credit where body_id = ${body.id} and line_id = ${line.id}
    on conflict do nothing`.execute(db)
  // Whoever wrote one of the two does not also count as a neighbour who sees it.
  await sql`
    insert into needs.agreement (body_id, line_id, person_id, college, channel, keyed_by, agreed_at)
    select g.body_id, ${into}::bigint, g.person_id, g.college, g.channel, g.keyed_by, g.agreed_at
    from needs.agreement g where g.body_id = ${body.id} and g.line_id = ${line.id}
      and not exists (select from needs.credit k where k.body_id = g.body_id and k.line_id = ${into} and k.person_id = g.person_id)
    on conflict do nothing`.execute(db)
  await sql`
    delete from needs.agreement g where g.body_id = ${body.id} and g.line_id = ${into}
      and exists (select from needs.credit k where k.body_id = g.body_id and k.line_id = g.line_id and k.person_id = g.person_id)`.execute(
    db,
  )
  const said = (locale: 'fr' | 'en') => words(locale)('news.grouped')
  await record(world, 'need.grouped', {
    subject: lineSubject(line.id),
    content: {
      line: line.id,
      into,
      reason,
      notify: { subject: lineSubject(line.id), title: line.what, url: linePath(into), what: { fr: said('fr'), en: said('en') } },
    },
  })
}
