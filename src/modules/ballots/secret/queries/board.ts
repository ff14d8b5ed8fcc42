import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { type EventType, headAfter, nextEvent, type Published } from '#engines/ballotCryptography'
import type { BallotId } from '../../schema.ts'
import { group } from '../group.ts'

export interface Last {
  readonly height: number
  readonly head: string
}

/** Where the board ends, for whoever comes next: nobody else adds to it meanwhile. */
export const lockedEnd = async (world: AnyWorld, ballot: BallotId): Promise<Last | null> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('ballots.board ' || ${world.body.id}::text || ' ' || ${ballot}::text, 0))`.execute(
    world.db,
  )
  return endOf(world, ballot)
}

export const endOf = async (world: AnyWorld, ballot: BallotId): Promise<Last | null> => {
  const { rows } = await sql<Last>`select height, head from ballots.board_event
    where body_id = ${world.body.id} and ballot_id = ${ballot} order by height desc limit 1`.execute(world.db)
  return rows[0] ?? null
}

/** Whether the ballots were ended: none comes after. To be asked once the end of the board is locked. */
export const isSealed = async (world: AnyWorld, ballot: BallotId): Promise<boolean> => {
  const { rows } = await sql`select from ballots.board_event
    where body_id = ${world.body.id} and ballot_id = ${ballot} and kind = 'EndBallots'`.execute(world.db)
  return rows.length > 0
}

interface Marks {
  readonly credential?: string
  readonly tracking?: string
  readonly trustee?: number
}
/** Adds an event to the board, chained to the last one. Gives the new head. */
export const publishEvent = async (
  world: AnyWorld,
  ballot: BallotId,
  type: EventType,
  documents: readonly string[],
  { credential, tracking, trustee }: Marks = {},
): Promise<string> => {
  const last = await lockedEnd(world, ballot)
  const { event } = nextEvent(group, null, type, documents)
  const chained = last ? { ...event, parent: last.head, height: last.height + 1 } : event
  const head = headAfter(group, chained)
  await sql`insert into ballots.board_event (body_id, ballot_id, height, kind, head, documents, credential, tracking, trustee)
    values (${world.body.id}, ${ballot}, ${chained.height}, ${type}, ${head}, ${documents}::text[], ${credential ?? null}, ${tracking ?? null}, ${trustee ?? null})`.execute(
    world.db,
  )
  return head
}

/** The whole board, as it is published. */
export const boardOf = async (world: AnyWorld, ballot: BallotId): Promise<readonly Published[]> => {
  const { rows } = await sql<{ kind: EventType; documents: string[] }>`select kind, documents from ballots.board_event
    where body_id = ${world.body.id} and ballot_id = ${ballot} order by height`.execute(world.db)
  const board: Published[] = []
  for (const { kind, documents } of rows) board.push(nextEvent(group, board.at(-1)?.event ?? null, kind, documents))
  return board
}

/** Documents of the events of one kind, in order. */
export const documentsOfKind = async (world: AnyWorld, ballot: BallotId, kind: EventType): Promise<readonly (readonly string[])[]> => {
  const { rows } = await sql<{ documents: string[] }>`select documents from ballots.board_event
    where body_id = ${world.body.id} and ballot_id = ${ballot} and kind = ${kind} order by height`.execute(world.db)
  return rows.map(({ documents }) => documents)
}

export interface Tracked {
  readonly tracking: string
  /** Another ballot was cast later with the same code: this one will not count. */
  readonly isReplaced: boolean
  /** Its voter took it back to vote on paper: neither it nor the blank ballot in its place will count. */
  readonly isRevoked: boolean
}
/** Ballots on the board by tracking number, in its alphabetical order. */
export const trackedBallots = async (
  world: AnyWorld,
  ballot: BallotId,
  page: { size: number; start: number },
): Promise<readonly Tracked[]> => {
  const { rows } = await tracked(world, ballot, sql`order by b.tracking limit ${page.size} offset ${page.start}`)
  return rows
}
export const trackedBallot = async (world: AnyWorld, ballot: BallotId, tracking: string): Promise<Tracked | null> => {
  const { rows } = await tracked(world, ballot, sql`and b.tracking = ${tracking}`)
  return rows[0] ?? null
}
const tracked = (world: AnyWorld, ballot: BallotId, rest: ReturnType<typeof sql>) =>
  sql<Tracked>`select b.tracking, exists (select from ballots.board_event later where later.body_id = b.body_id and later.ballot_id = b.ballot_id
      and later.kind = 'Ballot' and later.credential = b.credential and later.height > b.height) as "isReplaced",
      exists (select from ballots.revocation r where r.body_id = b.body_id and r.ballot_id = b.ballot_id and r.credential = b.credential) as "isRevoked"
    from ballots.board_event b where b.body_id = ${world.body.id} and b.ballot_id = ${ballot} and b.kind = 'Ballot' ${rest}`.execute(
    world.db,
  )

export const figuresOf = async (world: AnyWorld, ballot: BallotId): Promise<{ readonly ballots: number; readonly voters: number }> => {
  const { rows } = await sql<{ ballots: number; voters: number }>`
    select count(*)::int as ballots, count(distinct credential)::int - (select count(*)::int from ballots.revocation
      where body_id = ${world.body.id} and ballot_id = ${ballot}) as voters from ballots.board_event
    where body_id = ${world.body.id} and ballot_id = ${ballot} and kind = 'Ballot'`.execute(world.db)
  return rows[0]!
}

/** Numbers of the trustees who have opened their part of the count. */
export const decryptedBy = async (world: AnyWorld, ballot: BallotId): Promise<readonly number[]> => {
  const { rows } = await sql<{ trustee: number }>`select trustee from ballots.board_event
    where body_id = ${world.body.id} and ballot_id = ${ballot} and kind = 'PartialDecryption' order by trustee`.execute(world.db)
  return rows.map(({ trustee }) => trustee)
}

export type CodeState = 'unknown' | 'free' | 'used' | 'closed'
export const codeState = async (world: AnyWorld, ballot: BallotId, credential: string, known: ReadonlySet<string>): Promise<CodeState> => {
  if (!known.has(credential)) return 'unknown'
  const { rows } = await sql<{ used: boolean; closed: boolean }>`
    select exists (select from ballots.board_event where body_id = ${world.body.id} and ballot_id = ${ballot} and kind = 'Ballot' and credential = ${credential}) as used,
      exists (select from ballots.closed_code where body_id = ${world.body.id} and ballot_id = ${ballot} and credential = ${credential}) as closed`.execute(
    world.db,
  )
  return rows[0]!.closed ? 'closed' : rows[0]!.used ? 'used' : 'free'
}

export const closeCode = async (world: AnyWorld, ballot: BallotId, credential: string, reason: string): Promise<void> => {
  await sql`insert into ballots.closed_code (body_id, ballot_id, credential, reason)
    values (${world.body.id}, ${ballot}, ${credential}, ${reason})`.execute(world.db)
}

/** Counts one more person who went from a code to paper. False when no code was closed for them. */
export const takeReturnedCode = async (world: AnyWorld, ballot: BallotId): Promise<boolean> => {
  await lockedEnd(world, ballot)
  const { rows } = await sql`insert into ballots.returned_code (body_id, ballot_id, number)
    select ${world.body.id}, ${ballot}, r.taken + 1
    from (select count(*)::int as taken from ballots.returned_code where body_id = ${world.body.id} and ballot_id = ${ballot}) r
    where r.taken < (select count(*) from ballots.closed_code where body_id = ${world.body.id} and ballot_id = ${ballot}) returning number`.execute(
    world.db,
  )
  return rows.length > 0
}
