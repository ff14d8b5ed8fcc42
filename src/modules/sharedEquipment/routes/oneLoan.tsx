import { stepsOf, waitingFor } from '#engines/booking'
import { forbidden, notFound, page, signedIn } from '#kernel/http'
import { LoanPage } from '../pages/LoanPage.tsx'
import type { LoanProps } from '../pages/loanProps.ts'
import { agreementById } from '../queries/conventions.ts'
import { damagesOf } from '../queries/damages.ts'
import { type Item, itemById, photosOf } from '../queries/items.ts'
import { driverOf, inspectionsOf, type Loan, loanById, loansIn } from '../queries/loans.ts'
import type { Request } from '../schema.ts'
import { runs } from '../where.ts'
import { names, param, said } from './shared.tsx'

export const evidencePurpose = 'sharedEquipment.evidence'
export interface Found {
  readonly loan: Loan
  readonly item: Item
  readonly runs: boolean
  readonly keeps: boolean
  /** An agent of the borrower's commune, or whoever asked. */
  readonly borrows: boolean
}
/** 404 for whoever may not know of this loan: it is read by the agents of its two communes, and by whoever asked. */
export const withLoan = (work: (c: Request, found: Found) => Promise<Response>) => async (c: Request) => {
  const loan = await loanById(c.var, param(c, 'sharedLoan'))
  const item = loan && (await itemById(c.var, loan.resource))
  if (!loan || !item) return notFound(c)
  const isRunning = await runs(c.var)
  const isOwn = loan.person !== null && loan.person === signedIn(c).personId
  if (!isRunning && !isOwn) return notFound(c)
  const keeps = isRunning && loan.heldBy === c.var.body.id
  return work(c, { loan, item, runs: isRunning, keeps, borrows: isOwn || (isRunning && loan.body === c.var.body.id) })
}
export const keeping = (work: (c: Request, found: Found) => Promise<Response>) =>
  withLoan(async (c, found) => (found.keeps ? work(c, found) : forbidden(c, said(c).t('damage.refused.not-yours'))))

export const foundFor = async (c: Request, booking: string): Promise<Found | null> => {
  const loan = await loanById(c.var, booking)
  const item = loan && (await itemById(c.var, loan.resource))
  if (!loan || !item || !(await runs(c.var))) return null
  return { loan, item, runs: true, keeps: loan.heldBy === c.var.body.id, borrows: loan.body === c.var.body.id }
}
export const photoOf = ({ loan, item }: Found, inspection: string) => ({ agreement: loan.agreement, resource: item.id, inspection })

export const loanPage = async (c: Request, { loan, item, ...powers }: Found, more: Partial<LoanProps> = {}, status: 200 | 422 = 200) => {
  const span = { startsAt: loan.startsAt, endsAt: loan.endsAt }
  const waiting = await waitingFor(c.var, { resource: item.id, ...span })
  const order = new Map(waiting.map(one => [one.id, one.rank]))
  const rank = order.get(loan.id)
  const others = powers.keeps
    ? (await loansIn(c.var, span, ['asked', 'waiting', 'offered']))
        .filter(one => one.resource === item.id && one.id !== loan.id)
        .toSorted((a, b) => a.priority - b.priority || (a.askedAt < b.askedAt ? -1 : 1))
    : []
  const inspections = await inspectionsOf(c.var, loan.id)
  const agreement = await agreementById(c.var, loan.agreement)
  return page(
    c,
    <LoanPage
      {...said(c)}
      {...powers}
      loan={loan}
      item={item}
      names={await names(c)}
      steps={await stepsOf(c.var, loan.id)}
      rank={loan.state === 'waiting' && rank !== undefined ? { rank, total: waiting.length } : null}
      others={others}
      inspections={inspections}
      photos={await photosOf(
        c.var,
        item.id,
        inspections.map(one => one.id),
      )}
      damages={await damagesOf(c.var, { booking: loan.id })}
      settledBy={(agreement?.inForce ?? agreement?.latest)?.terms.settledBy ?? ''}
      body={c.var.body.id}
      driver={powers.borrows ? await driverOf(c.var, loan.id) : null}
      {...more}
    />,
    status,
  )
}
