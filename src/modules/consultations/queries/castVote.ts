import { sql } from '#kernel/db'
import { eventKey } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import type { State, Vote } from '../rules/terms.ts'
import type { ConsultationId } from '../schema.ts'

/** Somebody who votes: a person who is signed in, or a browser known by its pseudonymous key. */
export type Voter = { readonly person: string; readonly isVerified: boolean } | { readonly device: Buffer }
export interface Cast {
  readonly state: State
  readonly opensOn: string
  readonly closesOn: string
  /** The statement exists and is shown. */
  readonly isStatement: boolean
  readonly isWritten: boolean
  /** The answers of this browser were attached to a person: they answer when signed in. */
  readonly isAttached: boolean
}

/**
 * Writes a vote, its participant if they are new, and its journal line, in one statement, if the consultation is open. Voting
 * again changes the vote; the same vote again changes nothing. The journal says that somebody voted on a statement, never what.
 * @returns what the rules need to explain a refusal, or null when there is no such consultation
 */
export const castVote = async (
  world: AnyWorld,
  consultation: ConsultationId,
  voter: Voter,
  { statement, vote }: { statement: number; vote: Vote },
): Promise<Cast | null> => {
  const first = await write(world, consultation, voter, statement, vote)
  // The same browser sent two first votes at once: the other one has just made the participant, and is seen now.
  return first && !first.isWritten && !first.isAttached && first.isStatement && first.isOpen
    ? write(world, consultation, voter, statement, vote)
    : first
}

const write = async (world: AnyWorld, consultation: ConsultationId, voter: Voter, statement: number, vote: Vote) => {
  const line = eventKey(world, 'statement.voted', { subject: `consultation:${consultation}`, content: { statement } })
  const mine =
    'person' in voter
      ? sql`body_id = ${line.body} and consultation_id = ${consultation} and person_id = ${voter.person}::uuid`
      : sql`body_id = ${line.body} and consultation_id = ${consultation} and device_key = ${voter.device}::bytea`
  const { rows } = await sql<Cast & { isOpen: boolean }>`
    with found as (
      select id, state, opens_on, closes_on, state = 'open' and ${world.today}::date between opens_on and closes_on as open
      from consultations.consultation where body_id = ${line.body} and id = ${consultation}
    ), asked as (
      select number from consultations.statement
      where body_id = ${line.body} and consultation_id = ${consultation} and number = ${statement} and state = 'visible'
    ), may as (
      select f.id, a.number from found f, asked a where f.open
    ), known as (
      select id, ${'person' in voter ? sql`false` : sql`person_id is not null or merged_into is not null`} as attached
      from consultations.participant where ${mine}
    ), joined as (
      insert into consultations.participant (body_id, consultation_id, device_key, person_id, is_verified, channel, keyed_by, joined_at)
      select ${line.body}, id, ${'device' in voter ? voter.device : null}::bytea, ${'person' in voter ? voter.person : null}::uuid,
        ${'person' in voter && voter.isVerified}::boolean, ${line.channel}, ${line.keyedBy}::uuid, ${line.at}::timestamptz
      from may where not exists (select from known)
      on conflict do nothing returning id
    ), who as (
      select id from known where not attached union all select id from joined
    ), before as (
      select participant_id, value, voted_at, written from consultations.vote
      where body_id = ${line.body} and consultation_id = ${consultation} and statement = ${statement}
        and participant_id = (select id from known where not attached) -- nobody new has voted before: not even looked for
    ), given as (
      insert into consultations.vote as v (body_id, consultation_id, participant_id, statement, value, voted_at)
      select ${line.body}, may.id, who.id, may.number, ${vote}::smallint, ${line.at}::timestamptz from may, who
      on conflict (body_id, consultation_id, participant_id, statement) do update set value = excluded.value, voted_at = excluded.voted_at, written = null
        where v.value <> excluded.value
      returning body_id
    ), replaced as (
      insert into consultations.earlier_vote (body_id, consultation_id, participant_id, statement, value, voted_at, written)
      select ${line.body}, ${consultation}, participant_id, ${statement}, value, voted_at, written from before, given
    ), ${
      'person' in voter && voter.isVerified
        ? sql`proven as (update consultations.participant set is_verified = true where ${mine} and not is_verified), `
        : sql``
    }entry as (
      insert into journal.entry (body_id, at, event, subject, digest)
      select ${line.body}, ${line.at}::timestamptz, ${line.event}, ${line.subject}, ${line.digest}::bytea from given returning body_id, id
    ), content as (
      insert into journal.content (body_id, entry_id, salt, person_id, keyed_by, channel, form, data)
      select body_id, id, ${line.salt}::bytea, ${line.person}::uuid, ${line.keyedBy}::uuid, ${line.channel}, ${line.form}, ${line.data}::jsonb from entry
    ), pending as (
      insert into journal.pending (body_id, entry_id) select body_id, id from entry
    )
    select state, opens_on as "opensOn", closes_on as "closesOn", open as "isOpen", exists (select from asked) as "isStatement",
      exists (select from who) as "isWritten", exists (select from known where attached) as "isAttached"
    from found`.execute(world.db)
  return rows[0] ?? null
}
