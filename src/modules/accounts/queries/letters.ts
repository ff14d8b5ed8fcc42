import { addDays } from '#kernel/clock'
import { sql } from '#kernel/db'
import type { KernelTables, World } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { codeDigest, drawCode } from '../codes.ts'
import { daysOfALetter } from '../rules/postedCode.ts'
import type { AccountsTables, Accounts } from '../schema.ts'

type Here = World<AccountsTables & KernelTables>

/** The letter a person awaits, printed or not. */
export const openLetter = (db: Accounts, body: number, person: string, purpose: 'residence' | 'account') =>
  db
    .selectFrom('accounts.letter as l')
    .where('l.body_id', '=', body)
    .where('l.person_id', '=', person)
    .where('l.purpose', '=', purpose)
    .where('l.used_at', 'is', null)
    .where('l.withdrawn_at', 'is', null)
    .select([
      'l.id',
      'l.address_text as address',
      'l.asked_at as askedAt',
      'l.printed_at as printedAt',
      'l.expires_on as expiresOn',
      'l.attempts',
      'l.digest',
    ])
    .executeTakeFirst()

/** Asks for a letter; the one awaited before is withdrawn. */
export const askLetter = async (
  world: AnyWorld,
  letter: { person: string; purpose: 'residence' | 'account'; address: string; askedBy: string },
) => {
  await withdrawLetter(world, letter.person, letter.purpose)
  await sql`insert into accounts.letter (body_id, person_id, purpose, address_text, asked_by, asked_at)
    values (${world.body.id}, ${letter.person}, ${letter.purpose}, ${letter.address}, ${letter.askedBy}, ${world.now})`.execute(world.db)
}

export const withdrawLetter = (world: AnyWorld, person: string, purpose: 'residence' | 'account') =>
  sql`update accounts.letter set withdrawn_at = ${world.now}
    where body_id = ${world.body.id} and person_id = ${person} and purpose = ${purpose} and used_at is null and withdrawn_at is null`.execute(
    world.db,
  )

/** Letters to print, the oldest first. */
export const lettersToPrint = (db: Accounts, body: number) =>
  db
    .selectFrom('accounts.letter as l')
    .innerJoin('kernel.person as p', 'p.id', 'l.person_id')
    .where('l.body_id', '=', body)
    .where('l.printed_at', 'is', null)
    .where('l.used_at', 'is', null)
    .where('l.withdrawn_at', 'is', null)
    .select(['l.id', 'p.name', 'l.address_text as address', 'l.purpose', 'l.asked_at as askedAt'])
    .orderBy('l.id')
    .limit(100)
    .execute()

/** Draws a code for each letter still to print and returns them once: what stays are digests. */
export const printLetters = async (world: Here, printedBy: string) => {
  const letters = await lettersToPrint(world.db, world.body.id)
  const expiresOn = addDays(world.today, daysOfALetter)
  const printed = letters.map(letter => ({ ...letter, code: drawCode(), expiresOn }))
  for (const letter of printed) {
    await world.db
      .updateTable('accounts.letter')
      .set({ digest: codeDigest(world.signingKey, letter.code), printed_at: world.now, printed_by: printedBy, expires_on: expiresOn })
      .where('body_id', '=', world.body.id)
      .where('id', '=', letter.id)
      .execute()
  }
  return printed
}

export const countAttempt = (db: Accounts, body: number, id: string) =>
  db
    .updateTable('accounts.letter')
    .set(eb => ({ attempts: eb('attempts', '+', 1) }))
    .where('body_id', '=', body)
    .where('id', '=', id)
    .execute()
export const useLetter = (world: Here, id: string) =>
  world.db.updateTable('accounts.letter').set({ used_at: world.now }).where('body_id', '=', world.body.id).where('id', '=', id).execute()

/** The open letter that holds this code, whoever it was sent to: how a person without an account comes in. */
export const letterByCode = (world: Here, code: string) =>
  world.db
    .selectFrom('accounts.letter as l')
    .where('l.body_id', '=', world.body.id)
    .where('l.digest', '=', codeDigest(world.signingKey, code))
    .where('l.purpose', '=', 'account')
    .where('l.used_at', 'is', null)
    .where('l.withdrawn_at', 'is', null)
    .select(['l.id', 'l.person_id as personId', 'l.expires_on as expiresOn'])
    .executeTakeFirst()
