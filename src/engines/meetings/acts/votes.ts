import { record } from '#kernel/journal'
import { allowed, refused, type Verdict, type World } from '#kernel/service'
import { type College, colleges, type Majority, type Manner } from '../rules/charter.ts'
import { countBallots, sittingByCollege, type Ballot } from '../rules/countBallots.ts'
import { type Count, type Result, resultOf } from '../rules/resultOf.ts'
import { canVoteBy, type MannerRefusal } from '../rules/canVoteBy.ts'
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
  | 'president-absent'
  | 'urgency-first'
  | 'urgency-refused'
  | MannerRefusal

/** What is put to the vote, and how. */
export interface PutToVote {
  readonly itemId: string
  readonly question: string
  readonly manner: Manner
  readonly majority: Majority
  /** A person is chosen, or presented. */
  readonly nomination?: boolean
  /** Everyone agreed that the nomination need not be secret. */
  readonly unanimous?: boolean
  /** Who presides over this vote, when it is not the chair. */
  readonly presidedBy?: string | null
  /** The chair's own accounts are judged: they leave for this vote (as CGCT L2121-14). */
  readonly chairLeaves?: string
}

export const openVote = async (world: World<Tables>, session: Session, vote: PutToVote): Promise<Verdict<VoteRefusal>> => {
  if (session.meeting.state !== 'opened') return refused('wrong-state')
  if (!liveQuorum(session).reached) return refused('no-quorum')
  const item = session.items.find(one => one.id === vote.itemId && one.position !== null)
  if (!item) return refused('not-on-agenda')
  const urgent = urgencyOf(session)
  if (urgent !== 'none' && urgent !== 'accepted') return refused(urgent === 'refused' ? 'urgency-refused' : 'urgency-first')
  const chair = session.seats.find(seat => seat.role === 'chair')?.member ?? null
  const presidedBy = vote.presidedBy && vote.presidedBy !== chair ? vote.presidedBy : null
  if (presidedBy !== null && !session.present.includes(presidedBy)) return refused('president-absent')
  const asked = item.mannersAsked.filter(one => session.present.includes(one.person))
  const may = canVoteBy(vote.manner, {
    rule: session.assembly.charter.vote.asking,
    present: session.present.length,
    secretAsked: asked.filter(one => one.manner === 'secret').length,
    namedAsked: asked.filter(one => one.manner === 'named').length,
    nomination: vote.nomination ?? false,
    unanimous: vote.unanimous ?? false,
  })
  if (!may.ok) return may
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
      presided_by: presidedBy,
      nomination: vote.nomination ?? false,
      open_by_unanimity: vote.unanimous ?? false,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (chair !== null && vote.chairLeaves !== undefined)
    await world.db
      .insertInto('meetings.withdrawal')
      .values({
        body_id: world.body.id,
        vote_id: id,
        person_id: chair,
        reason: vote.chairLeaves,
        noted_by: world.actor.personId,
        at: world.now,
      })
      .execute()
  await record(world, 'meeting.vote-opened', { subject: `meeting:${session.meeting.id}`, content: { vote: id, question: vote.question } })
  return allowed
}

/** Where a notice shortened for urgency stands: the assembly must rule upon it before it votes on anything else. */
export const urgencyOf = (session: Session): 'none' | 'awaited' | 'accepted' | 'refused' => {
  if (!session.assembly.charter.convening.urgencyRuled || !session.convening?.urgentReason) return 'none'
  return session.urgency === null ? 'awaited' : session.urgency.accepted ? 'accepted' : 'refused'
}

/** The assembly says whether the urgency was real; otherwise every item goes to a later meeting. */
export const ruleUrgency = async (
  world: World<Tables>,
  session: Session,
  count: Pick<Count, 'for' | 'against' | 'abstention'>,
): Promise<Verdict<VoteRefusal>> => {
  if (session.meeting.state !== 'opened' || urgencyOf(session) !== 'awaited') return refused('wrong-state')
  if (!liveQuorum(session).reached) return refused('no-quorum')
  if (count.for + count.against + count.abstention > votersNow(session, { withdrawn: [] }).length) return refused('too-many-papers')
  const accepted = count.for > count.against
  await world.db
    .insertInto('meetings.urgency_ruling')
    .values({
      body_id: world.body.id,
      meeting_id: session.meeting.id,
      accepted,
      votes_for: count.for,
      votes_against: count.against,
      abstentions: count.abstention,
      noted_by: world.actor.personId,
      at: world.now,
    })
    .execute()
  await record(world, 'meeting.urgency-ruled', {
    subject: `meeting:${session.meeting.id}`,
    content: { owner: session.assembly.owner, accepted },
  })
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
  const chair = vote.presidedBy ?? session.seats.find(seat => seat.role === 'chair')?.member
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
