import { type AnyDb, sql } from '#kernel/db'
import type { Vote } from '../rules/terms.ts'
import type { ConsultationId } from '../schema.ts'

export interface CountedVote {
  readonly participant: string
  readonly statement: number
  readonly vote: Vote
  readonly at: string
  readonly isVerified: boolean
}
const bunch = 20_000

/** The votes that count, by participant and statement, read in bunches so that a great many fit. */
export const countedVotes = async function* (db: AnyDb, body: number, consultation: ConsultationId): AsyncGenerator<CountedVote> {
  let after = { participant: '0', statement: -1 }
  for (;;) {
    const { rows } = await sql<CountedVote>`
      select v.participant_id as participant, v.statement, v.value as vote, v.voted_at as at, p.is_verified as "isVerified"
      from consultations.vote v join consultations.participant p using (body_id, consultation_id)
      where p.id = v.participant_id and v.body_id = ${body} and v.consultation_id = ${consultation}
        and (v.participant_id, v.statement) > (${after.participant}::bigint, ${after.statement}::int)
      order by v.participant_id, v.statement limit ${bunch}`.execute(db)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < bunch) return
    after = last
  }
}

export interface Counts {
  readonly participants: number
  readonly verified: number
  readonly votes: number
  readonly byChannel: Readonly<Record<string, number>>
}
/** How many people took part, by which way; counted now. */
export const countsOf = async (db: AnyDb, body: number, consultation: ConsultationId): Promise<Counts> => {
  const { rows } = await sql<{ channel: string; participants: number; verified: number; votes: number }>`
    select p.channel, count(*)::int as participants, count(*) filter (where p.is_verified)::int as verified, sum(v.n)::int as votes
    from consultations.participant p
    join (select participant_id, count(*)::int as n from consultations.vote where body_id = ${body} and consultation_id = ${consultation} group by 1) v
      on v.participant_id = p.id
    where p.body_id = ${body} and p.consultation_id = ${consultation} group by 1 order by 1`.execute(db)
  const sum = (of: 'participants' | 'verified' | 'votes') => rows.reduce((total, row) => total + row[of], 0)
  return {
    participants: sum('participants'),
    verified: sum('verified'),
    votes: sum('votes'),
    byChannel: Object.fromEntries(rows.map(row => [row.channel, row.participants])),
  }
}

export interface Arrival {
  readonly participant: string
  /** The hour of their arrival, an instant. */
  readonly hour: string
  readonly isVerified: boolean
  readonly channel: string
}
/** When each participant came, to the hour. */
export const arrivalsOf = async (db: AnyDb, body: number, consultation: ConsultationId): Promise<readonly Arrival[]> => {
  const { rows } = await sql<Arrival>`
    select p.id as participant, date_trunc('hour', p.joined_at) as hour, p.is_verified as "isVerified", p.channel
    from consultations.participant p where p.body_id = ${body} and p.consultation_id = ${consultation} and p.merged_into is null
      and exists (select from consultations.vote v where v.body_id = p.body_id and v.consultation_id = p.consultation_id and v.participant_id = p.id)
    order by p.id`.execute(db)
  return rows
}

export interface NotedStatement {
  readonly number: number
  readonly text: string
  readonly state: 'visible' | 'held' | 'hidden'
  readonly at: string
}
/** Every statement, with what moderation made of it. */
export const notedStatements = async (db: AnyDb, body: number, consultation: ConsultationId): Promise<readonly NotedStatement[]> => {
  const { rows } = await sql<NotedStatement>`
    select number, text, state, proposed_at as at from consultations.statement where body_id = ${body} and consultation_id = ${consultation} order by number`.execute(
    db,
  )
  return rows
}
