import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import { refused, type Verdict } from '#kernel/rules'
import type { AnyWorld } from '#kernel/world'
import { type Channel, markAct, markOf, mayTakePart, type Standing } from '#modules/roll'
import type { Answers } from '../rules/kinds.ts'
import { canVoteAt, type State } from '../rules/life.ts'
import type { BallotId } from '../schema.ts'

export const StoredAnswers = z.array(z.record(z.string(), z.int()))
export const actOf = (ballot: BallotId) => `ballot:${ballot}`

export type Cast =
  | { readonly ok: true; readonly pseudonym: string; readonly isNew: boolean }
  | { readonly ok: false; readonly because: 'not-yet' | 'closed' | 'cancelled' | 'secret' | 'none' | 'guardian' }
  | { readonly ok: false; readonly because: 'not-on-the-roll'; readonly standing: Standing }
  | { readonly ok: false; readonly because: 'already'; readonly channel: Channel }

/**
 * Casts a ballot, or changes it, for the person who acts. The vote is held open until the transaction ends, so that the count waits
 * for it; the instant is that of the transaction. The journal says that somebody voted, never what, nor under which pseudonym.
 */
export const castBallot = async (world: AnyWorld, ballot: BallotId, personId: string, answers: Answers): Promise<Cast> => {
  if (world.actor.onBehalf?.channel === 'guardian') return refused('guardian')
  const open = await holdOpen(world, ballot)
  if (!open.ok) return open
  const standing = await mayTakePart(world, { rule: open.rule, personId })
  if (!standing.ok) return { ok: false, because: 'not-on-the-roll', standing }
  const channel = world.actor.onBehalf ? 'desk' : 'screen'
  const mark = await markAct(world, { act: actOf(ballot), personId, channel })
  if (!mark.ok) return { ok: false, because: 'already', channel: mark.channel }
  const { rows } = await sql<{ pseudonym: string; isNew: boolean }>`
    insert into ballots.entry (body_id, ballot_id, person_id, pseudonym, answers, cast_at)
    values (${world.body.id}, ${ballot}, ${personId}, ${newPseudonym()}, ${JSON.stringify(answers)}::jsonb, ${world.now})
    on conflict (body_id, ballot_id, person_id) do update set answers = excluded.answers, cast_at = excluded.cast_at
    returning pseudonym, xmax = 0 as "isNew"`.execute(world.db)
  await sql`delete from ballots.draft where body_id = ${world.body.id} and ballot_id = ${ballot} and person_id = ${personId}`.execute(
    world.db,
  )
  const { pseudonym, isNew } = rows[0]!
  await record(world, isNew ? 'ballot.cast' : 'ballot.changed', { subject: actOf(ballot) })
  return { ok: true, pseudonym, isNew }
}

const holdOpen = async (
  world: AnyWorld,
  ballot: BallotId,
): Promise<
  { readonly ok: true; readonly rule: string } | (Verdict<'not-yet' | 'closed' | 'cancelled' | 'secret' | 'none'> & { readonly ok: false })
> => {
  const { rows } = await sql<{ state: State; opensAt: string; closesAt: string; isSecret: boolean; rule: string }>`
    select state, opens_at as "opensAt", closes_at as "closesAt", is_secret as "isSecret", rule_id as rule
    from ballots.ballot where body_id = ${world.body.id} and id = ${ballot} for key share`.execute(world.db)
  const [found] = rows
  if (!found) return refused('none')
  if (found.isSecret) return refused('secret')
  const verdict = canVoteAt(found, world.now)
  return verdict.ok ? { ok: true, rule: found.rule } : verdict
}

/** Ten signs without look-alikes, drawn at random: they say nothing of who, when or in which order. */
const newPseudonym = () => {
  const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const drawn = [...randomBytes(12)].map(byte => signs[byte % 32]).join('')
  return `${drawn.slice(0, 4)}-${drawn.slice(4, 8)}-${drawn.slice(8)}`
}

/** Keeps answers to go on later. It is not a vote. */
export const saveDraft = async (world: AnyWorld, ballot: BallotId, personId: string, answers: Answers): Promise<void> => {
  await sql`insert into ballots.draft (body_id, ballot_id, person_id, answers, saved_at)
    values (${world.body.id}, ${ballot}, ${personId}, ${JSON.stringify(answers)}::jsonb, ${world.now})
    on conflict (body_id, ballot_id, person_id) do update set answers = excluded.answers, saved_at = excluded.saved_at`.execute(world.db)
}

/** What the person who asks has cast, and what they only kept: each may be null. */
export interface OwnBallot {
  /** `isHidden`: cast on the person's own screen, and somebody acts for them now: that it is cast is said, not what it says. */
  readonly cast: { readonly answers: Answers; readonly at: string; readonly pseudonym: string; readonly isHidden: boolean } | null
  readonly draft: { readonly answers: Answers; readonly at: string } | null
}
export const ownBallot = async (world: AnyWorld, ballot: BallotId, personId: string): Promise<OwnBallot> => {
  const mine = sql`body_id = ${world.body.id} and ballot_id = ${ballot} and person_id = ${personId}`
  const cast = await sql<{ answers: unknown; at: string; pseudonym: string }>`
    select answers, cast_at as at, pseudonym from ballots.entry where ${mine}`.execute(world.db)
  const draft = await sql<{ answers: unknown; at: string }>`select answers, saved_at as at from ballots.draft where ${mine}`.execute(
    world.db,
  )
  const [castRow] = cast.rows
  const [draftRow] = draft.rows
  const isActedFor = world.actor.onBehalf !== null
  const isHidden = isActedFor && castRow !== undefined && (await markOf(world, { act: actOf(ballot), personId }))?.channel === 'screen'
  return {
    cast: castRow
      ? {
          at: castRow.at,
          answers: isHidden ? [] : StoredAnswers.parse(castRow.answers),
          pseudonym: isHidden ? '' : castRow.pseudonym,
          isHidden,
        }
      : null,
    draft: draftRow && !isActedFor ? { ...draftRow, answers: StoredAnswers.parse(draftRow.answers) } : null,
  }
}

/** Open votes in which this person kept a draft and cast nothing. */
export const unfinishedOf = async (world: AnyWorld, personId: string) => {
  const { rows } = await sql<{ id: BallotId; title: string; closesAt: string }>`
    select b.id, b.title, b.closes_at as "closesAt" from ballots.draft d join ballots.ballot b on b.body_id = d.body_id and b.id = d.ballot_id
    where d.body_id = ${world.body.id} and d.person_id = ${personId} and b.state in ('ready', 'open') and ${world.now} < b.closes_at
      and not exists (select from ballots.entry e where e.body_id = d.body_id and e.ballot_id = d.ballot_id and e.person_id = d.person_id)
    order by b.closes_at, b.id limit 5`.execute(world.db)
  return rows
}
