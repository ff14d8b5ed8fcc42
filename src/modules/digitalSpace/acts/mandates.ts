import { hideText } from '#kernel/secrecy'
import { record } from '#kernel/journal'
import type { Verdict } from '#kernel/service'
import { type Mandate, mandateById, overMandates } from '../queries/mandates.ts'
import { lastDayOf, mayUse } from '../rules/mandate.ts'
import type { Here } from '../schema.ts'

/** Where an encrypted text is kept: a text moved elsewhere no longer opens. */
export const mandatePlace = { name: 'digital_space.mandate:name', done: 'digital_space.mandate_line:done' } as const
const subjectOf = (id: string) => `mandate:${id}`
/** Who really holds the pen. */
const hand = ({ actor }: Pick<Here, 'actor'>) => actor.onBehalf?.keyedBy ?? actor.personId

export interface NewMandate {
  readonly mandator: string | null
  /** Who gave it only on paper; null when the mandator is a person of the commune. */
  readonly paperName: string | null
  readonly scopes: readonly string[]
  readonly days: number
  readonly channel: 'screen' | 'paper' | 'desk' | 'phone' | 'guardian'
  readonly form: string | null
  /** Who of the space received it; null when the person gave it alone, on screen. */
  readonly receivedBy: string | null
  readonly booking: string | null
}

/** Somebody lets the space act for them in these scopes, from today. @returns the mandate's number */
export const giveMandate = async (world: Here, given: NewMandate): Promise<string> => {
  const { id } = await world.db
    .insertInto('digital_space.mandate')
    .values({
      body_id: world.body.id,
      mandator_id: given.mandator,
      paper_name: given.paperName === null ? null : hideText(world, mandatePlace.name, given.paperName),
      given_at: world.now,
      first_day: world.today,
      last_day: lastDayOf(world.today, given.days),
      days: given.days,
      channel: given.channel,
      form: given.form,
      received_by: given.receivedBy,
      booking_id: given.booking,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('digital_space.mandate_scope')
    .values([...new Set(given.scopes)].map(scope => ({ body_id: world.body.id, mandate_id: id, scope })))
    .execute()
  await record(world, 'mandate.given', { subject: subjectOf(id), content: { mandate: id, scopes: given.scopes, days: given.days } })
  return id
}

/** Something is done in the person's name, under one scope; what it was is encrypted. */
export const useMandate = async (
  world: Here,
  mandate: Mandate,
  use: { readonly scope: string; readonly done: string },
): Promise<Verdict<'not-in-it' | 'revoked' | 'ended'>> => {
  const verdict = mayUse(mandate, use.scope, world.today)
  if (!verdict.ok) return verdict
  await line(world, mandate.id, { kind: 'used', scope: use.scope, done: hideText(world, mandatePlace.done, use.done) })
  await record(world, 'mandate.used', { subject: subjectOf(mandate.id), content: { mandate: mandate.id, scope: use.scope } })
  return verdict
}

/** Takes back one scope, or each that is left. @returns those taken back now */
export const revokeScopes = async (world: Here, mandate: Mandate, asked: string | 'all'): Promise<readonly string[]> => {
  const left = mandate.scopes.filter(one => one.revokedAt === null && (asked === 'all' || one.scope === asked)).map(({ scope }) => scope)
  for (const scope of left) await line(world, mandate.id, { kind: 'revoked', scope, done: null })
  if (left.length > 0)
    await record(world, 'mandate.revoked', { subject: subjectOf(mandate.id), content: { mandate: mandate.id, scopes: left } })
  return left
}

/** Writes the end of every mandate whose last day is past. @returns how many */
export const endMandates = async (world: Here): Promise<number> => {
  const over = await overMandates(world, world.today)
  for (const id of over) {
    await line(world, id, { kind: 'expired', scope: null, done: null })
    const mandate = await mandateById(world, id)
    const isTakenBack = mandate?.scopes.every(({ revokedAt }) => revokedAt !== null) ?? false
    await record(world, 'mandate.expired', { subject: subjectOf(id), content: { mandate: id, silent: isTakenBack } })
  }
  return over.length
}

const line = (
  world: Here,
  mandate: string,
  { kind, scope, done }: { kind: 'used' | 'revoked' | 'expired'; scope: string | null; done: Buffer | null },
) =>
  world.db
    .insertInto('digital_space.mandate_line')
    .values({
      body_id: world.body.id,
      mandate_id: mandate,
      kind,
      scope,
      at: world.now,
      by_person: kind === 'expired' ? null : hand(world),
      channel: world.actor.onBehalf?.channel ?? 'screen',
      done,
    })
    .execute()
