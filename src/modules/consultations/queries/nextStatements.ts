import { createHash } from 'node:crypto'
import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { inOrder } from '../rules/nextStatement.ts'
import type { ConsultationId } from '../schema.ts'

export interface Progress {
  readonly answered: number
  readonly total: number
  /** Statements still to answer, the most useful first. */
  readonly next: readonly number[]
}

/** Where this participant is: what they answered, and what comes next; `skipped` is left for later. */
export const progressOf = async (
  world: AnyWorld,
  consultation: ConsultationId,
  participant: string | null,
  skipped: readonly number[] = [],
): Promise<Progress> => {
  const { rows } = await sql<{ number: number; priority: number | null; answered: boolean; own: boolean }>`
    select s.number, (m.value #>> '{}')::float8 as priority, v.statement is not null as answered,
      coalesce(s.participant_id = ${participant}::bigint or s.author_id = ${world.actor.personId}::uuid and not s.is_seed, false) as own
    from consultations.statement s
    left join (select key, value from consultations.live_map l, jsonb_each(l.priorities)
      where l.body_id = ${world.body.id} and l.consultation_id = ${consultation}) m on m.key = s.number::text
    left join consultations.vote v on v.body_id = s.body_id and v.consultation_id = s.consultation_id and v.statement = s.number
      and v.participant_id = ${participant}::bigint
    where s.body_id = ${world.body.id} and s.consultation_id = ${consultation} and s.state = 'visible' order by s.number`.execute(world.db)
  const left = rows.filter(row => !row.answered && !row.own && !skipped.includes(row.number))
  return {
    answered: rows.filter(row => row.answered).length,
    total: rows.filter(row => row.answered || !row.own).length,
    next: inOrder(left, digestFor(consultation, participant)),
  }
}

/** The published lot: SHA-256 of « consultation participant statement », read as a number. */
const digestFor = (consultation: ConsultationId, participant: string | null) => (statement: number) =>
  createHash('sha256')
    .update(`${consultation} ${participant ?? 'new'} ${statement}`)
    .digest()
    .readUIntBE(0, 6)
