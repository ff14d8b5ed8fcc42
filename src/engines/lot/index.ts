export { canonicalText, type ListProblem, mostInputs, readInputs } from './canonical.ts'
export { commitmentOf, drawKey, drawOrder, lotVersion, type PublicLot } from './lot.ts'
export { drawSome, drawTicket, drawWinner, ticketInputs, type Tickets } from './helpers.ts'
