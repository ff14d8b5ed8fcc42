import { type AnyDb, sql } from '#kernel/db'

export interface OpenSession {
  readonly id: string
  readonly since: string
  readonly expires: string
  readonly browser: string | null
  readonly door: 'email' | 'franceconnect' | 'proconnect'
}

/** The sessions a person holds on this instance, the newest first. */
export const sessionsOf = async (db: AnyDb, person: string): Promise<readonly OpenSession[]> => {
  const { rows } = await sql<OpenSession>`
    select s.id, s.created_at as since, s.expires_at as expires, s.user_agent as browser, u.door
    from kernel.account k join auth.user u on u.id = k.user_id join auth.session s on s.user_id = u.id
    where k.person_id = ${person} and s.expires_at > now() order by s.created_at desc, s.id limit 100`.execute(db)
  return rows
}

/** Closes one of a person's sessions, or all but the one kept. Returns how many were closed. */
export const closeSessions = async (
  db: AnyDb,
  person: string,
  which: { readonly only: string } | { readonly except: string | null },
): Promise<number> => {
  const chosen = 'only' in which ? sql`s.id = ${which.only}` : sql`s.id is distinct from ${which.except}`
  const done =
    await sql`delete from auth.session s using kernel.account k where k.user_id = s.user_id and k.person_id = ${person} and ${chosen}`.execute(
      db,
    )
  return Number(done.numAffectedRows ?? 0)
}

/** Whether the account behind a session is linked to a provider, whose own session should end too. */
export const cameByProvider = async (db: AnyDb, sessionId: string): Promise<boolean> => {
  const { rows } = await sql<{
    id: string
  }>`select a.id from auth.session s join auth.account a on a.user_id = s.user_id where s.id = ${sessionId} limit 1`.execute(db)
  return rows.length > 0
}
export const closeSession = async (db: AnyDb, sessionId: string) => {
  await sql`delete from auth.session where id = ${sessionId}`.execute(db)
}

export interface KnownDoor {
  readonly door: 'email' | 'franceconnect' | 'proconnect'
  readonly email: string | null
  readonly claimedEmail: string | null
  readonly since: string
}
/** By which doors a person comes in. */
export const doorsOf = async (db: AnyDb, person: string): Promise<readonly KnownDoor[]> => {
  const { rows } = await sql<KnownDoor>`
    select u.door, case when u.door = 'email' and u.email not like '%.invalid' then u.email end as email, u.claimed_email as "claimedEmail", u.created_at as since
    from kernel.account k join auth.user u on u.id = k.user_id
    where k.person_id = ${person} order by u.created_at, u.id`.execute(db)
  return rows
}

export interface KnownPasskey {
  readonly id: string
  readonly name: string | null
  readonly since: string | null
}
export const passkeysOf = async (db: AnyDb, person: string): Promise<readonly KnownPasskey[]> => {
  const { rows } = await sql<KnownPasskey>`
    select p.id, p.name, p.created_at as since from kernel.account k join auth.passkey p on p.user_id = k.user_id
    where k.person_id = ${person} order by p.created_at, p.id`.execute(db)
  return rows
}
export const removePasskey = async (db: AnyDb, person: string, id: string) => {
  await sql`delete from auth.passkey p using kernel.account k where k.user_id = p.user_id and k.person_id = ${person} and p.id = ${id}`.execute(
    db,
  )
}

/** Forgets every door of a person: accounts, sessions, passkeys. */
export const removeDoors = async (db: AnyDb, person: string) => {
  await sql`delete from auth.acting where person_id = ${person} or keyed_by = ${person}`.execute(db)
  await sql`delete from auth.user u using kernel.account k where k.user_id = u.id and k.person_id = ${person}`.execute(db)
  await sql`delete from kernel.account where person_id = ${person}`.execute(db)
}

/** From now on this session acts for someone, until it stops. Replaces what it was doing before. */
export const startActing = async (
  db: AnyDb,
  body: number,
  acting: {
    readonly sessionId: string
    readonly keyedBy: string
    readonly personId: string
    readonly channel: 'paper' | 'desk' | 'phone' | 'guardian'
    readonly form: string | null
  },
) => {
  await sql`insert into auth.acting (session_id, body_id, keyed_by, person_id, channel, form)
    values (${acting.sessionId}, ${body}, ${acting.keyedBy}, ${acting.personId}, ${acting.channel}, ${acting.form})
    on conflict (session_id) do update set body_id = excluded.body_id, keyed_by = excluded.keyed_by, person_id = excluded.person_id,
      channel = excluded.channel, form = excluded.form, since = now()`.execute(db)
}
export const stopActing = async (db: AnyDb, sessionId: string) => {
  await sql`delete from auth.acting where session_id = ${sessionId}`.execute(db)
}

/** Removes what has run out: sessions, links, states, counters. */
export const sweepAuth = async (db: AnyDb) => {
  await sql`delete from auth.session where expires_at < now()`.execute(db)
  await sql`delete from auth.verification where expires_at < now()`.execute(db)
  await sql`delete from auth.rate_limit where last_request < (extract(epoch from now()) - 86400) * 1000`.execute(db)
}
