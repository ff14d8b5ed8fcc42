import type { Here } from '../schema.ts'

/** What happened to those loans, in order. */
export const loanLines = async ({ db, body }: Pick<Here, 'db' | 'body'>, bookings: readonly string[]) =>
  bookings.length === 0
    ? []
    : db
        .selectFrom('digital_space.loan_line')
        .select(['booking_id as booking', 'kind', 'at', 'state', 'note'])
        .where('body_id', '=', body.id)
        .where('booking_id', 'in', [...bookings])
        .orderBy('id')
        .execute()
export type LoanLine = Awaited<ReturnType<typeof loanLines>>[number]
