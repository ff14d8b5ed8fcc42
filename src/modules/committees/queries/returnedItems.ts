import type { Here } from '../schema.ts'

export interface Returned {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly why: Readonly<Record<string, string>>
  readonly receivedAt: string
  readonly meetingId: string | null
}

/** Keeps that a matter comes back. @returns false when that very line of the journal was known */
export const keepReturned = async (
  { db, body, now }: Here,
  committee: string,
  event: string,
  item: Pick<Returned, 'title' | 'url' | 'why'>,
): Promise<boolean> => {
  const kept = await db
    .insertInto('committees.returned_item')
    .values({
      body_id: body.id,
      committee_id: committee,
      event,
      title: item.title,
      url: item.url,
      why: JSON.stringify(item.why),
      received_at: now,
      meeting_id: null,
      placed_at: null,
    })
    .onConflict(conflict => conflict.columns(['body_id', 'event']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

const selectReturned = ({ db, body }: Here) =>
  db
    .selectFrom('committees.returned_item')
    .select(['id', 'title', 'url', 'why', 'received_at as receivedAt', 'meeting_id as meetingId'])
    .where('body_id', '=', body.id)
    .orderBy('received_at')
    .orderBy('id')

/** What waits for a meeting, the oldest first. */
export const waitingReturned = (world: Here, committee: string): Promise<readonly Returned[]> =>
  selectReturned(world).where('committee_id', '=', committee).where('meeting_id', 'is', null).limit(100).execute()

export const placedAt = (world: Here, meeting: string): Promise<readonly Returned[]> =>
  selectReturned(world).where('meeting_id', '=', meeting).execute()

export const markPlaced = ({ db, body, now }: Here, id: string, meeting: string) =>
  db
    .updateTable('committees.returned_item')
    .set({ meeting_id: meeting, placed_at: now })
    .where('body_id', '=', body.id)
    .where('id', '=', id)
    .execute()

export const unplace = ({ db, body }: Here, meeting: string) =>
  db
    .updateTable('committees.returned_item')
    .set({ meeting_id: null, placed_at: null })
    .where('body_id', '=', body.id)
    .where('meeting_id', '=', meeting)
    .execute()
