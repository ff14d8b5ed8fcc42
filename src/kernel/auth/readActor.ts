import { type AnyDb, sql } from '#kernel/db'
import { type Actor, actorFrom, visitor } from '#kernel/people'

/** Who asks, and from which session. */
export interface Seen {
  readonly actor: Actor
  readonly sessionId: string | null
  /** The person who really holds the session, even while acting for someone else. */
  readonly holder: string | null
}
export const nobody: Seen = { actor: visitor, sessionId: null, holder: null }

/**
 * Reads the session, the person, their roles here and for whom they act, in one query, and names the person to row-level
 * security for the rest of the transaction.
 */
export const readActor = async (db: AnyDb, token: string, body: number, today: string, nameless: string): Promise<Seen> => {
  let row = await sessionRow(db, token, body, today)
  if (row?.unlinked) {
    await sql`select auth.person_behind(${row.unlinked}, ${nameless})`.execute(db)
    row = await sessionRow(db, token, body, today)
  }
  if (!row?.holder) return nobody
  const { holder, person, acting } = row
  if (!row.known)
    await sql`insert into kernel.presence (body_id, person_id) values (${body}, ${holder.personId}) on conflict do nothing`.execute(db)
  const onBehalf = person && acting ? { keyedBy: holder.personId, keyedByName: holder.name, ...acting } : null
  return { actor: actorFrom(person ?? holder, onBehalf), sessionId: row.session ?? null, holder: holder.personId }
}

const sessionRow = async (db: AnyDb, token: string, body: number, today: string): Promise<SessionRow | null> => {
  const { rows } = await sql<{ seen: SessionRow | null }>`
    select seen, set_config('yvette.person', coalesce(seen -> 'person' ->> 'personId', seen -> 'holder' ->> 'personId', ''), true)
    from auth.session_actor(${token}, ${body}, ${today}) as seen`.execute(db)
  return rows[0]?.seen ?? null
}

type PersonRow = Parameters<typeof actorFrom>[0]
interface SessionRow {
  readonly unlinked?: string
  readonly session?: string
  readonly holder?: PersonRow
  readonly known?: boolean
  readonly person?: PersonRow | null
  readonly acting?: { readonly channel: 'paper' | 'desk' | 'phone' | 'guardian'; readonly form: string | null } | null
}
