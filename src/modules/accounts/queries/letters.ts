import { addDays } from '#kernel/clock'
import { type World } from '#kernel/service'
import { codeDigest, daysOfALetter, drawCode } from '../rules/postedCode.ts'
import type { AccountsTables, Accounts } from '../schema.ts'
import type { KernelTables } from '#kernel/service'

type Here = World<AccountsTables & KernelTables>

/** The letter a person awaits, printed or not. */
export const openLetter = (db: Accounts, body: number, person: string, purpose: 'residence' | 'account') =>
  db
    .selectFrom('accounts.letter as l')
    .where('l.body_id', '=', body).where('l.person_id', '=', person).where('l.purpose', '=', purpose)
    .where('l.used_at', 'is', null).where('l.withdrawn_at', 'is', null)
    .select(['l.id', 'l.address_text as address', 'l.asked_at as askedAt', 'l.printed_at as printedAt', 'l.expires_on as expiresOn', 'l.attempts', 'l.digest'])
    .executeTakeFirst()

/** Asks for a letter; the one awaited before is withdrawn. */
export const askLetter = async (world: Here, letter: { person: string; purpose: 'residence' | 'account'; address: string; askedBy: string }) => {
  await withdrawLetter(world, letter.person, letter.purpose)
  await world.db
    .insertInto('accounts.letter')
    .values({
      body_id: world.body.id, person_id: letter.person, purpose: letter.purpose, address_text: letter.address, asked_by: letter.askedBy, asked_at: world.now,
      digest: null, printed_by: null, printed_at: null, expires_on: null, used_at: null, withdrawn_at: null,
    })
    .execute()
}

export const withdrawLetter = (world: Here, person: string, purpose: 'residence' | 'account') =>
  world.db
    .updateTable('accounts.letter')
    .set({ withdrawn_at: world.now })
    .where('body_id', '=', world.body.id).where('person_id', '=', person).where('purpose', '=', purpose)
    .where('used_at', 'is', null).where('withdrawn_at', 'is', null)
    .execute()

/** Letters to print, the oldest first. */
export const lettersToPrint = (db: Accounts, body: number) =>
  db
    .selectFrom('accounts.letter as l')
    .innerJoin('kernel.person as p', 'p.id', 'l.person_id')
    .where('l.body_id', '=', body).where('l.printed_at', 'is', null).where('l.used_at', 'is', null).where('l.withdrawn_at', 'is', null)
    .select(['l.id', 'p.name', 'l.address_text as address', 'l.purpose', 'l.asked_at as askedAt'])
    .orderBy('l.id').limit(100).execute()

/** Draws a code for each letter still to print and returns them once: what stays are digests. */
export const printLetters = async (world: Here, printedBy: string) => {
  const letters = await lettersToPrint(world.db, world.body.id)
  const expiresOn = addDays(world.today, daysOfALetter)
  const printed = letters.map(letter => ({ ...letter, code: drawCode(), expiresOn }))
  for (const letter of printed) {
    await world.db
      .updateTable('accounts.letter')
      .set({ digest: codeDigest(world.signingKey, letter.code), printed_at: world.now, printed_by: printedBy, expires_on: expiresOn })
      .where('body_id', '=', world.body.id).where('id', '=', letter.id)
      .execute()
  }
  return printed
}

export const countAttempt = (db: Accounts, body: number, id: string) =>
  db.updateTable('accounts.letter').set(eb => ({ attempts: eb('attempts', '+', 1) })).where('body_id', '=', body).where('id', '=', id).execute()
export const useLetter = (world: Here, id: string) =>
  world.db.updateTable('accounts.letter').set({ used_at: world.now }).where('body_id', '=', world.body.id).where('id', '=', id).execute()

/** The open letter that holds this code, whoever it was sent to: how a person without an account comes in. */
export const letterByCode = (world: Here, code: string) =>
  world.db
    .selectFrom('accounts.letter as l')
    .where('l.body_id', '=', world.body.id).where('l.digest', '=', codeDigest(world.signingKey, code)).where('l.purpose', '=', 'account')
    .where('l.used_at', 'is', null).where('l.withdrawn_at', 'is', null)
    .select(['l.id', 'l.person_id as personId', 'l.expires_on as expiresOn'])
    .executeTakeFirst()
