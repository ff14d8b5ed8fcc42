import { record } from '#kernel/journal'
import { allowed, refused, type Verdict } from '#kernel/service'
import { asOpen, entriesOf, stepsOf, type Tenancy } from '../queries/tenancies.ts'
import type { Round } from '../queries/rounds.ts'
import { accountOf } from '../rules/account.ts'
import type { Here } from '../schema.ts'
import { addEntry } from './account.ts'
import { endTenancy } from './endTenancy.ts'
import { offerNext, owe } from './offers.ts'
import { tell } from './tell.ts'

/** The holder keeps the plot for the season to come: while applications are open, once, and when nothing is reproached. */
export const renew = async (
  world: Here,
  tenancy: Tenancy,
  round: Round | undefined,
  quotient: number | null,
): Promise<Verdict<'not-held' | 'closed' | 'already' | 'warned' | 'leaving'>> => {
  if (tenancy.signedAt === null || tenancy.endedOn !== null) return refused('not-held')
  if (!round || round.stage !== 'open') return refused('closed')
  if (tenancy.until >= round.seasonTo) return refused('already')
  if (tenancy.leavingOn !== null) return refused('leaving')
  if (asOpen(await stepsOf(world, tenancy.id)).some(({ kind }) => kind !== 'reminder')) return refused('warned')
  await world.db
    .updateTable('plots.tenancy')
    .set({ until: round.seasonTo })
    .where('body_id', '=', world.body.id)
    .where('id', '=', tenancy.id)
    .execute()
  await owe(world, { ...tenancy, until: round.seasonTo }, quotient)
  await record(world, 'plot.renewed', { subject: `tenancy:${tenancy.id}`, content: { until: round.seasonTo } })
  return allowed
}

/** The holder says which day they leave. */
export const announceLeaving = async (world: Here, tenancy: Tenancy, on: string): Promise<Verdict<'not-held' | 'past'>> => {
  if (tenancy.signedAt === null || tenancy.endedOn !== null) return refused('not-held')
  if (on < world.today || on > tenancy.until) return refused('past')
  await world.db
    .updateTable('plots.tenancy')
    .set({ leaving_on: on })
    .where('body_id', '=', world.body.id)
    .where('id', '=', tenancy.id)
    .execute()
  await record(world, 'plot.leaving', { subject: `tenancy:${tenancy.id}`, content: { on } })
  return allowed
}

/** The place was seen together: the plot is given back, and the deposit with it, or what is kept of it and why. */
export const giveBack = async (
  world: Here,
  tenancy: Tenancy,
  seen: { readonly note: string; readonly keptCents: number },
): Promise<Verdict<'not-held' | 'already' | 'too-much'>> => {
  if (tenancy.signedAt === null) return refused('not-held')
  if (tenancy.returnedOn !== null) return refused('already')
  const { depositHeld } = accountOf(await entriesOf(world, tenancy.id))
  if (seen.keptCents > depositHeld) return refused('too-much')
  if (tenancy.endedOn === null) await endTenancy(world, tenancy, 'handed-back')
  await world.db
    .updateTable('plots.tenancy')
    .set({ returned_on: world.today, returned_note: seen.note })
    .where('body_id', '=', world.body.id)
    .where('id', '=', tenancy.id)
    .execute()
  const returned = depositHeld - seen.keptCents
  if (seen.keptCents > 0) await addEntry(world, tenancy.id, { kind: 'deposit-kept', cents: seen.keptCents, note: seen.note })
  if (returned > 0) await addEntry(world, tenancy.id, { kind: 'deposit-returned', cents: returned })
  const facts = { plot: tenancy.plotNumber, garden: tenancy.gardenName, amountCents: returned, note: seen.note }
  await tell(world, { person: tenancy.person, kind: 'returned', tenancy: tenancy.id, facts })
  if (tenancy.endedOn === null) await offerNext(world, tenancy.plot)
  return allowed
}
