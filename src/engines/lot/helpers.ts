import { drawOrder, type PublicLot } from './lot.ts'

/** Which of those that are level wins: the first drawn. */
export const drawWinner = (among: readonly string[], seed: string): string => {
  const [first] = drawOrder({ inputs: among, seed })
  if (first === undefined) throw new Error('A lot among nobody.')
  return first
}

/** The first `many` drawn, in the order drawn; those after them, in order, are the reserve. */
export const drawSome = (lot: PublicLot, many: number): { drawn: readonly string[]; reserve: readonly string[] } => {
  if (!Number.isInteger(many) || many < 0 || many > lot.inputs.length) throw new Error(`${many} can't be drawn among ${lot.inputs.length}.`)
  const order = drawOrder(lot)
  return { drawn: order.slice(0, many), reserve: order.slice(many) }
}

/** `tickets[i]`: how many tickets the outcome `i` (a panel) holds. */
export type Tickets = readonly number[]

/** The inputs that such a draw commits to: one line per ticket, `0001 A1` is ticket 1, of outcome 1. */
export const ticketInputs = (
  tickets: Tickets,
  labels: readonly string[] = tickets.map((_, outcome) => String(outcome + 1)),
): readonly string[] => {
  const total = tickets.reduce((sum, count) => sum + count, 0)
  const width = String(total).length
  const owners = tickets.flatMap((count, outcome) => Array.from({ length: count }, () => labels[outcome] ?? ''))
  return owners.map((owner, ticket) => `${String(ticket + 1).padStart(width, '0')} ${owner}`)
}

/** One outcome, each with its share of tickets: the first ticket drawn wins. `ticket` counts from 1, `outcome` from 0. */
export const drawTicket = (tickets: Tickets, seed: string): { ticket: number; outcome: number } => {
  const inputs = ticketInputs(tickets)
  const ticket = Number.parseInt(drawWinner(inputs, seed), 10)
  let before = 0
  for (const [outcome, count] of tickets.entries()) {
    before += count
    if (ticket <= before) return { ticket, outcome }
  }
  throw new Error('No ticket has this number.')
}
