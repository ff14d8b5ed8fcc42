import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import type { Vote } from '../rules/terms.ts'
import type { ConsultationId } from '../schema.ts'
import type { Voter } from './castVote.ts'

export interface Participant {
  readonly id: string
  /** The answers of this browser were attached to a person. */
  readonly isAttached: boolean
}

const mine = (voter: Voter) => ('person' in voter ? sql`p.person_id = ${voter.person}::uuid` : sql`p.device_key = ${voter.device}::bytea`)

/** The participant that this person, or this browser, is; null until they answer for the first time. */
export const participantOf = async (world: AnyWorld, consultation: ConsultationId, voter: Voter): Promise<Participant | null> => {
  const { rows } = await sql<Participant>`
    select p.id, ${'person' in voter ? sql`false` : sql`p.person_id is not null or p.merged_into is not null`} as "isAttached"
    from consultations.participant p where p.body_id = ${world.body.id} and p.consultation_id = ${consultation} and ${mine(voter)}`.execute(
    world.db,
  )
  return rows[0] ?? null
}

export interface OwnAnswer {
  readonly statement: number
  readonly text: string
  readonly vote: Vote
  readonly at: string
}
/** What this participant answered, the latest first; statements set apart since are left out. */
export const answersOf = async (world: AnyWorld, consultation: ConsultationId, participant: string): Promise<readonly OwnAnswer[]> => {
  const { rows } = await sql<OwnAnswer>`
    select v.statement, s.text, v.value as vote, v.voted_at as at from consultations.vote v
    join consultations.statement s on s.body_id = v.body_id and s.consultation_id = v.consultation_id and s.number = v.statement and s.state = 'visible'
    where v.body_id = ${world.body.id} and v.consultation_id = ${consultation} and v.participant_id = ${participant}
    order by v.voted_at desc, v.statement limit 2000`.execute(world.db)
  return rows
}

/** How many answers this browser gave before its owner signed in, that are not attached to anybody and still may be. */
export const looseAnswers = async (world: AnyWorld, consultation: ConsultationId, device: Buffer): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from consultations.participant p
    join consultations.vote v on v.body_id = p.body_id and v.consultation_id = p.consultation_id and v.participant_id = p.id
    join consultations.consultation k on k.body_id = p.body_id and k.id = p.consultation_id and k.state = 'open'
      and ${world.today}::date between k.opens_on and k.closes_on
    where p.body_id = ${world.body.id} and p.consultation_id = ${consultation} and p.device_key = ${device}::bytea
      and p.person_id is null and p.merged_into is null`.execute(world.db)
  return rows[0]?.n ?? 0
}

/**
 * The answers that this browser gave without account become those of the person who has signed in, once. On a statement
 * answered both ways, the later answer counts. The browser alone answers no more: nobody counts twice. Once nobody can vote any
 * more, nothing moves: answers counted as anyone's do not become a verified resident's after the end.
 * @returns how many answers were attached
 */
export const attachDevice = async (
  world: AnyWorld,
  consultation: ConsultationId,
  device: Buffer,
  person: { readonly id: string; readonly isVerified: boolean },
): Promise<number> => {
  const here = sql`body_id = ${world.body.id} and consultation_id = ${consultation}`
  const { rows } = await sql<{ id: string; person: string | null }>`
    select id, person_id as person from consultations.participant where ${here}
      and (person_id = ${person.id}::uuid or (device_key = ${device}::bytea and person_id is null and merged_into is null))
      and exists (select from consultations.consultation k where k.body_id = ${world.body.id} and k.id = ${consultation} and k.state = 'open'
        and ${world.today}::date between k.opens_on and k.closes_on)
    order by id for update`.execute(world.db)
  const loose = rows.find(row => row.person === null)
  const own = rows.find(row => row.person !== null)
  if (!loose) return 0
  const answered = await sql<{
    n: number
  }>`select count(*)::int as n from consultations.vote where ${here} and participant_id = ${loose.id}`.execute(world.db)
  if (!own)
    await sql`update consultations.participant set person_id = ${person.id}::uuid, is_verified = ${person.isVerified} where ${here} and id = ${loose.id}`.execute(
      world.db,
    )
  else await merge(world, consultation, loose.id, own.id)
  const answers = answered.rows[0]?.n ?? 0
  await record(world, 'participant.attached', { subject: `consultation:${consultation}`, content: { answers } })
  return answers
}

const merge = async (world: AnyWorld, consultation: ConsultationId, from: string, into: string) => {
  const here = sql`body_id = ${world.body.id} and consultation_id = ${consultation}`
  await sql`
    insert into consultations.earlier_vote (body_id, consultation_id, participant_id, statement, value, voted_at)
    select body_id, consultation_id, ${into}::bigint, statement, value, voted_at from consultations.earlier_vote where ${here} and participant_id = ${from}
    union all
    select w.body_id, w.consultation_id, ${into}::bigint, w.statement, case when v.voted_at > w.voted_at then w.value else v.value end, least(v.voted_at, w.voted_at)
    from consultations.vote v join consultations.vote w using (body_id, consultation_id, statement)
    where ${here} and v.participant_id = ${from} and w.participant_id = ${into} and v.value <> w.value`.execute(world.db)
  await sql`
    insert into consultations.vote as w (body_id, consultation_id, participant_id, statement, value, voted_at)
    select body_id, consultation_id, ${into}::bigint, statement, value, voted_at from consultations.vote where ${here} and participant_id = ${from}
    on conflict (body_id, consultation_id, participant_id, statement) do update set value = excluded.value, voted_at = excluded.voted_at
      where excluded.voted_at > w.voted_at`.execute(world.db)
  for (const table of ['earlier_vote', 'vote'] as const)
    await sql`delete from consultations.${sql.raw(table)} where ${here} and participant_id = ${from}`.execute(world.db)
  await sql`update consultations.statement set participant_id = ${into} where ${here} and participant_id = ${from}`.execute(world.db)
  await sql`update consultations.participant set merged_into = ${into} where ${here} and id = ${from}`.execute(world.db)
}
