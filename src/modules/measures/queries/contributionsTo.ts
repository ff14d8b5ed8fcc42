import { type AnyDb, sql } from '#kernel/db'
import type { MeasureId } from '../schema.ts'

/** Something people wrote that is in a measure today: `amendment:12`, with its page. */
export interface Contribution {
  readonly subject: string
  readonly url: string
  readonly kind: 'amendment' | 'proposal'
}

/** The proposal a measure comes from, and the amendments whose words are in it; at most a hundred, the first ones first. */
export const contributionsTo = async (db: AnyDb, body: number, measure: MeasureId): Promise<readonly Contribution[]> => {
  const { rows } = await sql<{ kind: 'amendment' | 'proposal'; id: string }>`
    select kind, id::text from (
      select 'proposal' as kind, d.proposal_id as id, d.decided_at from measures.proposal_decision d
        where d.body_id = ${body} and d.measure_id = ${measure} and d.outcome = 'published'
      union all
      select 'amendment', a.id, d.decided_at from measures.amendment a
        join measures.amendment_decision d on d.body_id = a.body_id and d.amendment_id = a.id
        where a.body_id = ${body} and a.measure_id = ${measure} and d.outcome in ('accepted', 'merged')
    ) as told order by decided_at, kind, id limit 100`.execute(db)
  return rows.map(({ kind, id }) =>
    kind === 'amendment'
      ? { kind, subject: `amendment:${id}`, url: `/mesures/${measure}/amendements/${id}` }
      : { kind, subject: `measure-proposal:${id}`, url: `/mesures/propositions/${id}` },
  )
}
