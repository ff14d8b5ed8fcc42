import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import type { Moderated, State, StepKind, WhoAdds } from '../rules/terms.ts'
import type { ConsultationId } from '../schema.ts'

export interface Draft {
  readonly title: string
  readonly introduction: string
  readonly organiser: string
  readonly purpose: string
  readonly followUp: string
  readonly resultsAt: string
  readonly measure: string | null
  readonly service: string | null
  readonly moderated: Moderated
  readonly whoAdds: WhoAdds
  readonly opensOn: string
  readonly closesOn: string
}
export interface Archive {
  readonly source: string
  readonly licence: string
  readonly imported: object
}

/** Prepares a consultation, or keeps an archive held elsewhere. @returns its number */
export const addConsultation = async (world: AnyWorld, draft: Draft, archive: Archive | null = null): Promise<ConsultationId> => {
  const { rows } = await sql<{ id: string }>`
    insert into consultations.consultation (body_id, title, introduction, organiser, purpose, follow_up, results_at, measure_id, service_id,
      moderated, who_adds, state, opens_on, closes_on, source, licence, imported, created_by, created_at, changed_at)
    values (${world.body.id}, ${draft.title}, ${draft.introduction}, ${draft.organiser}, ${draft.purpose}, ${draft.followUp}, ${draft.resultsAt},
      ${draft.measure}, ${draft.service}, ${draft.moderated}, ${draft.whoAdds}, ${archive ? 'closed' : 'draft'}, ${draft.opensOn}, ${draft.closesOn},
      ${archive?.source ?? ''}, ${archive?.licence ?? ''}, ${archive ? JSON.stringify(archive.imported) : null}::jsonb, ${world.actor.personId}, ${world.now}, ${world.now})
    returning id`.execute(world.db)
  const id = rows[0]!.id
  await addStep(world, id, archive ? 'imported' : 'drafted')
  return id
}

/** Corrects what it says of itself; once open, with a reason that everyone reads. */
export const correctConsultation = async (world: AnyWorld, id: ConsultationId, draft: Draft, reason: string) => {
  await sql`
    update consultations.consultation set title = ${draft.title}, introduction = ${draft.introduction}, organiser = ${draft.organiser},
      purpose = ${draft.purpose}, follow_up = ${draft.followUp}, results_at = ${draft.resultsAt}, measure_id = ${draft.measure},
      service_id = ${draft.service}, moderated = ${draft.moderated}, who_adds = ${draft.whoAdds},
      opens_on = case when state = 'draft' then ${draft.opensOn}::date else opens_on end,
      closes_on = case when state = 'draft' then ${draft.closesOn}::date else closes_on end, changed_at = ${world.now}
    where body_id = ${world.body.id} and id = ${id}`.execute(world.db)
  if (reason !== '') await addStep(world, id, 'corrected', { reason })
}

/** One more step of its life, signed and dated; the state follows. */
export const enterStep = async (
  world: AnyWorld,
  id: ConsultationId,
  kind: 'opened' | 'prolonged' | 'closed' | 'published',
  { reason = '', closesOn = null }: { reason?: string; closesOn?: string | null } = {},
) => {
  const state: Readonly<Record<typeof kind, State>> = { opened: 'open', prolonged: 'open', closed: 'closed', published: 'published' }
  await sql`
    update consultations.consultation set state = ${state[kind]}, changed_at = ${world.now},
      opens_on = case when ${kind} = 'opened' and opens_on < ${world.today}::date then ${world.today}::date else opens_on end,
      closes_on = case when ${kind} = 'prolonged' then ${closesOn}::date
        when ${kind} = 'closed' and closes_on > ${world.today}::date then greatest(opens_on, ${world.today}::date) else closes_on end
    where body_id = ${world.body.id} and id = ${id}`.execute(world.db)
  await addStep(world, id, kind, { reason, closesOn })
}

const addStep = async (
  world: AnyWorld,
  id: ConsultationId,
  kind: StepKind,
  { reason = '', closesOn = null }: { reason?: string; closesOn?: string | null } = {},
) => {
  await sql`insert into consultations.step (body_id, consultation_id, kind, at, author_id, reason, closes_on)
    values (${world.body.id}, ${id}, ${kind}, ${world.now}, ${world.actor.personId}, ${reason}, ${closesOn})`.execute(world.db)
  await record(world, `consultation.${kind}`, { subject: `consultation:${id}`, content: reason ? { reason } : {} })
}

/** Consultations whose closing day has passed close by themselves, the day after. @returns which */
export const closePast = async (world: AnyWorld): Promise<readonly ConsultationId[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from consultations.consultation where body_id = ${world.body.id} and state = 'open' and closes_on < ${world.today}::date order by id for update`.execute(
    world.db,
  )
  for (const { id } of rows) await enterStep(world, id, 'closed')
  return rows.map(({ id }) => id)
}
