import { addEntry } from '#engines/booking'
import { record } from '#kernel/journal'
import { allowed, refused, type Verdict } from '#kernel/service'
import { closingsOf } from '../queries/accounts.ts'
import type { Contest, Damage } from '../queries/damages.ts'
import type { Loan } from '../queries/loans.ts'
import type { Here } from '../schema.ts'
import { pen } from '../where.ts'

/** Charges a damage to the commune that had the thing, with its reason; it counts in that year's account. */
export const chargeDamage = async (
  world: Here,
  loan: Loan,
  damage: { readonly cents: number; readonly reason: string; readonly file: string | null; readonly year: number },
): Promise<Verdict<'own' | 'closed'> & { readonly id?: string }> => {
  if (loan.body === world.body.id) return refused('own')
  if ((await closingsOf(world, loan.agreement)).some(one => one.year === damage.year)) return refused('closed')
  const { id } = await world.db
    .insertInto('shared_equipment.damage')
    .values({
      body_id: world.body.id,
      agreement_id: loan.agreement,
      booking_id: loan.id,
      resource_id: loan.resource,
      member_body: loan.body,
      year: damage.year,
      cents: damage.cents,
      reason: damage.reason,
      file_id: damage.file,
      noted_by: pen(world),
      noted_at: world.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addEntry(world, loan, { kind: 'charge', cents: damage.cents, label: damage.reason.slice(0, 200) })
  await record(world, 'sharing.damage-charged', {
    subject: `booking:${loan.id}`,
    content: { booking: loan.id, damage: id, member: loan.body, cents: damage.cents },
  })
  return { ...allowed, id }
}

/** The commune that is charged says why it should not be. */
export const contestDamage = async (world: Here, damage: Damage, reason: string): Promise<Verdict<'not-yours' | 'already'>> => {
  if (damage.member !== world.body.id) return refused('not-yours')
  if (damage.contest) return refused('already')
  await contest(world, { agreement: damage.agreement, damage: damage.id, statement: null, line: '', reason })
  return allowed
}
/** Writes a contest down; what may be contested was asked before. */
export const contest = async (
  world: Here,
  said: {
    readonly agreement: number
    readonly damage: string | null
    readonly statement: string | null
    readonly line: string
    readonly reason: string
  },
): Promise<void> => {
  const { id } = await world.db
    .insertInto('shared_equipment.contest')
    .values({
      body_id: world.body.id,
      agreement_id: said.agreement,
      damage_id: said.damage,
      statement_id: said.statement,
      line: said.line,
      reason: said.reason,
      contested_by: pen(world),
      contested_at: world.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'sharing.contested', { subject: `sharedAgreement:${said.agreement}`, content: { contest: id, line: said.line } })
}

/** What was decided, by whom the agreement names, written by an agent of the commune that was contested. */
export const settle = async (
  world: Here,
  {
    contest: contested,
    keptBy,
    damage,
  }: { readonly contest: Contest; readonly keptBy: number; readonly damage: (Damage & Pick<Loan, 'body'>) | null },
  ruling: {
    readonly outcome: 'kept' | 'changed' | 'dropped'
    readonly cents: number | null
    readonly reason: string
    readonly decidedBy: string
  },
): Promise<Verdict<'not-yours' | 'already' | 'closed'>> => {
  if (keptBy !== world.body.id) return refused('not-yours')
  if (contested.ruling) return refused('already')
  if (damage && (await closingsOf(world, damage.agreement)).some(one => one.year === damage.year)) return refused('closed')
  await world.db
    .insertInto('shared_equipment.ruling')
    .values({
      body_id: world.body.id,
      agreement_id: contested.agreement,
      contest_id: contested.id,
      outcome: ruling.outcome,
      cents: ruling.outcome === 'changed' ? ruling.cents : null,
      reason: ruling.reason,
      decided_by: ruling.decidedBy,
      ruled_by: pen(world),
      ruled_at: world.now,
    })
    .execute()
  await record(world, 'sharing.settled', {
    subject: `sharedAgreement:${contested.agreement}`,
    content: { contest: contested.id, outcome: ruling.outcome, reason: ruling.reason },
  })
  return allowed
}
