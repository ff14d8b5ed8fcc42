import { sql } from '#kernel/db'
import type { Here } from '../schema.ts'

/** Money that arrived, in cents; below zero when it undoes another line. */
export interface Payment {
  readonly id: string
  readonly agreement: number
  readonly year: number
  readonly receiver: number
  readonly payer: number
  readonly cents: number
  readonly on: string
  readonly reference: string
  readonly reverses: string | null
}
const columns = sql`select id::text as id, agreement_id as agreement, year, body_id as receiver, payer_body as payer, cents,
  received_on as "on", reference, reverses::text as reverses from shared_equipment.payment`

/** Of one year of an agreement, the oldest first. */
export const paymentsOf = async ({ db }: Pick<Here, 'db'>, agreement: number, year: number): Promise<readonly Payment[]> => {
  const { rows } = await sql<Payment>`${columns} where agreement_id = ${agreement} and year = ${year} order by id limit 500`.execute(db)
  return rows
}
export const paymentById = async ({ db }: Pick<Here, 'db'>, id: string): Promise<Payment | null> => {
  if (!/^\d{1,18}$/.test(id)) return null
  const { rows } = await sql<Payment>`${columns} where id = ${id}::bigint`.execute(db)
  return rows[0] ?? null
}
