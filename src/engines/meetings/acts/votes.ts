import { record } from '#kernel/journal'
import { allowed, refused, type Verdict, type World } from '#kernel/service'
import { type College, colleges, type Majority, type Manner } from '../rules/charter.ts'
import { countBallots, sittingByCollege, type Ballot } from '../rules/countBallots.ts'
import { type Count, type Result, resultOf } from '../rules/resultOf.ts'
import { liveQuorum, votersNow } from '../liveQuorum.ts'
import type { Session } from '../queries/session.ts'
import type { Vote } from '../queries/votes.ts'
import type { Tables } from '../tables.ts'

export type VoteRefusal =
  | 'wrong-state'
  | 'no-quorum'
  | 'not-on-agenda'
  | 'vote-closed'
  | 'vote-secret'
  | 'vote-open-ballot'
  | 'not-a-voter'
  | 'too-many-papers'
  | 'not-a-member'

export const openVote = async (
  world: World<Tables>,
  session: Session,
  vote: { itemId: string; question: string; manner: Manner; majority: Majority },
): Promise<Verdict<VoteRefusal>> => {
  if (session.meeting.state !== 'opened') return refused('wrong-state')
  if (!liveQuorum(session).reached) return refused('no-quorum')
  if (!session.items.some(item => item.id === vote.itemId && item.position !== null)) return refused('not-on-agenda')
  const { id } = await world.db
    .insertInto('meetings.vote')
    .values({
      body_id: world.body.id,
      meeting_id: session.meeting.id,
      item_id: vote.itemId,
      question: vote.question,
      manner: vote.manner,
      majority: JSON.stringify(vote.majority),
      opened_at: world.now,
      opened_by: world.actor.personId,
      closed_at: null,
      result: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'meeting.vote-opened', { subject: `meeting:${session.meeting.id}`, content: { vote: id, question: vote.question } })
  return allowed
}

/** Keeps voices of an open vote: a member's own and those they carry, or everyone's when a clerk keys them in. A new voice replaces the old. */
export const castBallots = async (
  world: World<Tables>,
  session: Session,
  vote: Vote,
  ballots: readonly Ballot[],
): Promise<Verdict<VoteRefusal>> => {
  if (vote.manner === 'secret') return refused('vote-secret')
  if (vote.closedAt !== null) return refused('vote-closed')
  const voters = votersNow(session, vote)
  if (!ballots.every(ballot => voters.some(voter => voter.member === ballot.member))) return refused('not-a-voter')
  for (const { member, choice } of ballots)
    await world.db
      .insertInto('meetings.ballot')
      .values({
        body_id: world.body.id,
        vote_id: vote.id,
        manner: vote.manner,
        person_id: member,
        choice,
        cast_by: world.actor.personId,
        at: world.now,
      })
      .onConflict(conflict =>
        conflict.columns(['body_id', 'vote_id', 'person_id']).doUpdateSet({ choice, cast_by: world.actor.personId, at: world.now }),
      )
      .execute()
  await record(world, 'meeting.voices-kept', {
    subject: `meeting:${session.meeting.id}`,
    content: { vote: vote.id, voices: ballots.length },
  })
  return allowed
}

/** Keeps what came out of the box; never more papers than voters. */
export const countPapers = async (
  world: World<Tables>,
  session: Session,
  vote: Vote,
  papers: Readonly<Partial<Record<College | 'all', Count>>>,
): Promise<Verdict<VoteRefusal>> => {
  if (vote.manner !== 'secret') return refused('vote-open-ballot')
  if (vote.closedAt !== null) return refused('vote-closed')
  const voters = votersNow(session, vote)
  for (const box of ['all', ...colleges] as const) {
    const count = papers[box]
    if (!count) continue
    const drawn = count.for + count.against + count.abstention + count.blank
    if (drawn > voters.filter(voter => box === 'all' || voter.college === box).length) return refused('too-many-papers')
    const row = {
      votes_for: count.for,
      votes_against: count.against,
      abstentions: count.abstention,
      blanks: count.blank,
      counted_by: world.actor.personId,
      at: world.now,
    }
    await world.db
      .insertInto('meetings.paper_count')
      .values({ body_id: world.body.id, vote_id: vote.id, college: box, ...row })
      .onConflict(conflict => conflict.columns(['body_id', 'vote_id', 'college']).doUpdateSet(row))
      .execute()
  }
  await record(world, 'meeting.papers-counted', { subject: `meeting:${session.meeting.id}`, content: { vote: vote.id } })
  return allowed
}

/** A member with an interest takes no part: their voice goes, and those they carried too. */
export const withdraw = async (
  world: World<Tables>,
  session: Session,
  vote: Vote,
  member: string,
  reason: string,
): Promise<Verdict<VoteRefusal>> => {
  if (vote.closedAt !== null) return refused('vote-closed')
  if (!session.seats.some(seat => seat.member === member)) return refused('not-a-member')
  const row = { reason, noted_by: world.actor.personId, at: world.now }
  await world.db
    .insertInto('meetings.withdrawal')
    .values({ body_id: world.body.id, vote_id: vote.id, person_id: member, ...row })
    .onConflict(conflict => conflict.columns(['body_id', 'vote_id', 'person_id']).doUpdateSet(row))
    .execute()
  const silenced = [
    member,
    ...session.proxies.filter(proxy => proxy.holder === member && !session.present.includes(proxy.giver)).map(proxy => proxy.giver),
  ]
  await world.db
    .deleteFrom('meetings.ballot')
    .where('body_id', '=', world.body.id)
    .where('vote_id', '=', vote.id)
    .where('person_id', 'in', silenced)
    .execute()
  await record(world, 'meeting.member-withdrew', { subject: `meeting:${session.meeting.id}`, content: { vote: vote.id, member } })
  return allowed
}

/** The quorum is missing for this vote, after withdrawals or departures: nothing is decided, and the item waits for another meeting. */
export const postponeVote = async (
  world: World<Tables>,
  session: Session,
  vote: Vote,
): Promise<Verdict<VoteRefusal | 'quorum-for-vote'>> => {
  if (vote.closedAt !== null) return refused('vote-closed')
  const withdrawn = vote.withdrawn.map(one => one.member)
  if (liveQuorum(session, withdrawn).reached) return refused('quorum-for-vote')
  const undecided = resultOf({ counts: {}, sitting: {}, majority: vote.majority, manner: vote.manner, chair: null })
  await finish(world, session, vote, { ...undecided, outcome: 'postponed' })
  return allowed
}

/** Ends a vote and keeps its result as it stands. */
export const closeVote = async (world: World<Tables>, session: Session, vote: Vote): Promise<Verdict<VoteRefusal>> => {
  if (vote.closedAt !== null) return refused('vote-closed')
  const withdrawn = vote.withdrawn.map(one => one.member)
  if (!liveQuorum(session, withdrawn).reached) return refused('no-quorum')
  const chair = session.seats.find(seat => seat.role === 'chair')?.member
  const counts = vote.manner === 'secret' ? vote.papers : countBallots(vote.ballots, votersNow(session, vote))
  const result = resultOf({
    counts,
    sitting: sittingByCollege(session.seats, withdrawn),
    majority: vote.majority,
    manner: vote.manner,
    chair: vote.ballots.find(ballot => ballot.member === chair)?.choice ?? null,
  })
  await finish(world, session, vote, result)
  return allowed
}

const finish = async (world: World<Tables>, session: Session, vote: Vote, result: Result) => {
  await world.db
    .updateTable('meetings.vote')
    .set({ closed_at: world.now, result: JSON.stringify(result) })
    .where('body_id', '=', world.body.id)
    .where('id', '=', vote.id)
    .execute()
  await record(world, 'meeting.vote-closed', {
    subject: `meeting:${session.meeting.id}`,
    content: { owner: session.assembly.owner, vote: vote.id, question: vote.question, outcome: result.outcome },
  })
}
