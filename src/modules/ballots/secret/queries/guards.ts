import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { newIdentifier, secureRandom } from '#engines/ballotCryptography'
import type { BallotId } from '../../schema.ts'
import { keyDigest, linkKey } from '../links.ts'

export type TrusteeStep = 'key' | 'certificate' | 'polynomial' | 'output'
export interface Trustee {
  readonly number: number
  readonly name: string
  readonly keyDigest: string
  /** What this trustee's browser has sent, by step. */
  readonly steps: Readonly<Partial<Record<TrusteeStep, string>>>
}
/** Who guards the secret of a vote. */
export interface Guards {
  readonly electionName: string
  readonly needed: number
  readonly authority: string
  readonly authorityKeyDigest: string
  readonly codes: number
  /** JSON text, as published; null until the authority has made them. */
  readonly credentials: string | null
  readonly trustees: readonly Trustee[]
}

export const guardsOf = async (world: AnyWorld, ballot: BallotId): Promise<Guards | null> => {
  const { rows } = await sql<Omit<Guards, 'trustees'>>`
    select election_name as "electionName", needed, authority, authority_key_digest as "authorityKeyDigest", codes, credentials
    from ballots.secret where body_id = ${world.body.id} and ballot_id = ${ballot}`.execute(world.db)
  const [found] = rows
  if (!found) return null
  const trustees = await sql<Trustee>`
    select t.number, t.name, t.key_digest as "keyDigest", coalesce(jsonb_object_agg(s.step, s.content) filter (where s.step is not null), '{}') as steps
    from ballots.trustee t left join ballots.trustee_step s using (body_id, ballot_id, number)
    where t.body_id = ${world.body.id} and t.ballot_id = ${ballot} group by t.number, t.name, t.key_digest order by t.number`.execute(
    world.db,
  )
  return { ...found, trustees: trustees.rows }
}

interface NewGuards {
  readonly authority: string
  readonly trustees: readonly string[]
  readonly needed: number
  readonly codes: number
}
/** Names the guards, or names others instead: what the former had made is thrown away. */
export const nameGuards = async (world: AnyWorld, ballot: BallotId, { authority, trustees, needed, codes }: NewGuards): Promise<void> => {
  const electionName = newIdentifier(secureRandom)
  const digest = (guard: 'authority' | number) => keyDigest(linkKey(world, electionName, guard))
  await sql`delete from ballots.secret where body_id = ${world.body.id} and ballot_id = ${ballot}`.execute(world.db)
  await sql`insert into ballots.secret (body_id, ballot_id, election_name, needed, authority, authority_key_digest, codes)
    values (${world.body.id}, ${ballot}, ${electionName}, ${needed}, ${authority}, ${digest('authority')}, ${codes})`.execute(world.db)
  for (const [place, name] of trustees.entries())
    await sql`insert into ballots.trustee (body_id, ballot_id, number, name, key_digest)
      values (${world.body.id}, ${ballot}, ${place + 1}, ${name}, ${digest(place + 1)})`.execute(world.db)
}

export const keepStep = async (world: AnyWorld, ballot: BallotId, number: number, step: TrusteeStep, content: string): Promise<void> => {
  await sql`insert into ballots.trustee_step (body_id, ballot_id, number, step, content)
    values (${world.body.id}, ${ballot}, ${number}, ${step}, ${content})`.execute(world.db)
}

export const keepCredentials = async (world: AnyWorld, ballot: BallotId, credentials: string): Promise<void> => {
  await sql`update ballots.secret set credentials = ${credentials}
    where body_id = ${world.body.id} and ballot_id = ${ballot} and credentials is null`.execute(world.db)
}
