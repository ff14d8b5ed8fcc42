import { record } from '#kernel/journal'
import { allowed, refused, type Verdict } from '#kernel/service'
import type { Agreement } from '../queries/conventions.ts'
import { type Payment, paymentsOf } from '../queries/payments.ts'
import { versionOfYear } from '../rules/terms.ts'
import type { Here } from '../schema.ts'
import { pen } from '../where.ts'

interface Received {
  readonly year: number
  readonly payer: number
  readonly cents: number
  readonly on: string
  readonly reference: string
}
/** Money that this commune received from another one, for a year of an agreement. */
export const notePayment = async (
  world: Here,
  agreement: Agreement,
  received: Received,
): Promise<Verdict<'no-version' | 'not-members' | 'same'>> => {
  const members = versionOfYear(agreement.versions, received.year)?.terms.members.map(one => one.body)
  if (!members) return refused('no-version')
  if (received.payer === world.body.id) return refused('same')
  if (!members.includes(world.body.id) || !members.includes(received.payer)) return refused('not-members')
  await keep(world, agreement.id, { ...received, reverses: null })
  return allowed
}

/** Takes a line back by the opposite one. */
export const undoPayment = async (world: Here, payment: Payment, reason: string): Promise<Verdict<'not-member' | 'already'>> => {
  if (payment.receiver !== world.body.id) return refused('not-member')
  const all = await paymentsOf(world, payment.agreement, payment.year)
  if (payment.reverses !== null || all.some(one => one.reverses === payment.id)) return refused('already')
  const { year, payer, cents } = payment
  await keep(world, payment.agreement, { year, payer, cents: -cents, on: world.today, reference: reason, reverses: payment.id })
  return allowed
}

const keep = async (world: Here, agreement: number, line: Received & { readonly reverses: string | null }) => {
  await world.db
    .insertInto('shared_equipment.payment')
    .values({
      body_id: world.body.id,
      agreement_id: agreement,
      year: line.year,
      payer_body: line.payer,
      cents: line.cents,
      received_on: line.on,
      reference: line.reference,
      reverses: line.reverses,
      noted_by: pen(world),
      noted_at: world.now,
    })
    .execute()
  await record(world, 'sharing.payment-received', {
    subject: `sharedAgreement:${agreement}`,
    content: { year: line.year, payer: line.payer, cents: line.cents, reference: line.reference },
  })
}
