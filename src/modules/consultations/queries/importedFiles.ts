import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { ConsultationId } from '../schema.ts'

/** The lines of an imported comments.csv, in their order, as they were read. */
export const importedComments = async (world: AnyWorld, id: ConsultationId): Promise<readonly unknown[]> => {
  const { rows } = await sql<{ imported: unknown }>`
    select imported from consultations.statement where body_id = ${world.body.id} and consultation_id = ${id} and imported is not null
    order by (imported ->> 'line')::int`.execute(world.db)
  return rows.map(row => row.imported)
}

export interface ImportedVote {
  readonly participant: string
  readonly statement: number
  readonly vote: -1 | 0 | 1
  readonly at: string
  readonly written: string
}
/** Every vote of an imported votes.csv, those replaced included, in the order of the file. */
export const importedVotes = async (world: AnyWorld, id: ConsultationId): Promise<readonly ImportedVote[]> => {
  const { rows } = await sql<ImportedVote>`
    select p.imported_id as participant, v.statement, v.value as vote, v.voted_at as at, v.written from (
      select participant_id, statement, value, voted_at, written from consultations.vote where body_id = ${world.body.id} and consultation_id = ${id}
      union all
      select participant_id, statement, value, voted_at, written from consultations.earlier_vote where body_id = ${world.body.id} and consultation_id = ${id}
    ) v join consultations.participant p on p.body_id = ${world.body.id} and p.consultation_id = ${id} and p.id = v.participant_id
    order by split_part(v.written, ' ', 1)::int`.execute(world.db)
  return rows
}

/** The lines of an imported participants-votes.csv, and the statements of its header; null when that file was not given. */
export const importedParticipants = async (
  world: AnyWorld,
  id: ConsultationId,
): Promise<{ readonly statements: unknown; readonly participants: readonly unknown[] } | null> => {
  const { rows: heads } = await sql<{ statements: unknown }>`
    select imported -> 'statements' as statements from consultations.consultation where body_id = ${world.body.id} and id = ${id}`.execute(
    world.db,
  )
  if (!Array.isArray(heads[0]?.statements)) return null
  const { rows } = await sql<{ imported: unknown }>`
    select imported from consultations.participant where body_id = ${world.body.id} and consultation_id = ${id} and imported is not null
    order by (imported ->> 'line')::int`.execute(world.db)
  return { statements: heads[0].statements, participants: rows.map(row => row.imported) }
}
