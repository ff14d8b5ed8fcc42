import { sql } from '#kernel/db'
import type { College } from '#kernel/people'
import type { AnyWorld } from '#kernel/world'
import type { Effect, StepName } from '../rules/life.ts'
import type { LineId, OffspringOutcome } from '../schema.ts'
import { type Line, lineColumns, lineTables } from './readLines.ts'

export interface StepRow {
  readonly step: StepName
  readonly reason: string
  readonly on: string
  readonly before: string | null
  readonly after: string | null
  readonly effect: Effect | null
  readonly author: string | null
  readonly college: College | null
  readonly at: string
}
export interface Offspring {
  readonly kind: 'amendment' | 'proposal'
  readonly number: string
  readonly measure: string | null
  readonly at: string
  readonly outcome: OffspringOutcome | null
  readonly outcomeReason: string | null
  readonly outcomeAt: string | null
}
export interface PrecisionRow {
  readonly id: string
  readonly text: string
  readonly author: string | null
  readonly keyedBy: string | null
  readonly college: College
  readonly at: string
}
/** Everything that the page of a line says. */
export interface LineDetail extends Line {
  readonly hasAgreed: boolean
  /** This person's words are in it. */
  readonly isCredited: boolean
  readonly credits: readonly { readonly name: string; readonly college: College }[]
  readonly steps: readonly StepRow[]
  readonly offspring: readonly Offspring[]
  readonly precisions: readonly PrecisionRow[]
  /** Lines grouped into this one, and why; those that moderation set apart are left out. */
  readonly grouped: readonly {
    readonly id: LineId
    readonly what: string
    readonly reason: string
    readonly at: string
    readonly by: string | null
  }[]
}

/** A line with its whole life, or null. One statement. */
export const readLine = async (
  { db, body }: Pick<AnyWorld, 'db' | 'body'>,
  id: LineId,
  personId: string | null,
): Promise<LineDetail | null> => {
  const name = (person: ReturnType<typeof sql>) => sql`(select p.name from kernel.person p where p.id = ${person})`
  const { rows } = await sql<LineDetail>`
    select ${lineColumns},
      exists (select from needs.agreement g where g.body_id = l.body_id and g.line_id = l.id and g.person_id = ${personId}::uuid) as "hasAgreed",
      exists (select from needs.credit k where k.body_id = l.body_id and k.line_id = l.id and k.person_id = ${personId}::uuid) as "isCredited",
      coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'college', k.college) order by p.name, p.id)
        from needs.credit k join kernel.person p on p.id = k.person_id where k.body_id = l.body_id and k.line_id = l.id), '[]') as credits,
      coalesce((select jsonb_agg(jsonb_build_object('step', s.step, 'reason', s.reason, 'on', s.happened_on, 'before', s.before_text, 'after', s.after_text,
          'effect', s.effect, 'college', s.college, 'at', s.made_at, 'author', ${name(sql`s.author_id`)}) order by s.id)
        from needs.step s where s.body_id = l.body_id and s.line_id = l.id), '[]') as steps,
      coalesce((select jsonb_agg(jsonb_build_object('kind', o.kind, 'number', o.number::text, 'measure', o.measure_id::text, 'at', o.born_at,
          'outcome', o.outcome, 'outcomeReason', o.outcome_reason, 'outcomeAt', o.outcome_at) order by o.born_at, o.kind, o.number)
        from needs.offspring o where o.body_id = l.body_id and o.line_id = l.id), '[]') as offspring,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id::text, 'text', c.text, 'college', c.college, 'at', c.written_at,
          'author', ${name(sql`c.author_id`)}, 'keyedBy', ${name(sql`c.keyed_by`)}) order by c.id)
        from (select * from needs.precision c where c.body_id = l.body_id and c.line_id = l.id order by c.id limit 100) c), '[]') as precisions,
      coalesce((select jsonb_agg(jsonb_build_object('id', g.line_id::text, 'what', w.what, 'reason', g.reason, 'at', g.grouped_at,
          'by', ${name(sql`g.author_id`)}) order by g.line_id)
        from needs.grouping g join needs.line w on w.body_id = g.body_id and w.id = g.line_id
        where g.body_id = l.body_id and g.into_line_id = l.id
          and not exists (select from moderation.content c where c.body_id = w.body_id and c.subject = 'need:' || w.id and c.state <> 'visible')), '[]') as grouped
    from ${lineTables} where l.body_id = ${body.id} and l.id = ${id}`.execute(db)
  return rows[0] ?? null
}
