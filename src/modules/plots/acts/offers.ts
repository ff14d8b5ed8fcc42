import { signDocument } from '#engines/booking'
import { addDays } from '#kernel/clock'
import { record } from '#kernel/journal'
import { allowed, refused, type Verdict } from '#kernel/service'
import { agreement } from '../agreement.ts'
import { feeOf } from '../fee.ts'
import { figureOn } from '../parameters.ts'
import { gardenById, plotById } from '../queries/gardens.ts'
import { type Application, applicationsOf, type Round, roundsOf, standingsOf } from '../queries/rounds.ts'
import { givenIn, tenancyById, type Tenancy } from '../queries/tenancies.ts'
import { whyNot } from '../rules/wishes.ts'
import { isCollective } from '../rules/terms.ts'
import type { Here } from '../schema.ts'
import { addEntry } from './account.ts'
import { endTenancy } from './endTenancy.ts'
import { tell } from './tell.ts'

/** Offers a plot for a season to an applicant, who has some days to read and sign the agreement. */
export const offerPlot = async (
  world: Here,
  { plot, application, round }: { readonly plot: string; readonly application: Application; readonly round: Round },
): Promise<string> => {
  const since = world.today > round.seasonFrom ? world.today : round.seasonFrom
  const answerBy = addDays(world.today, figureOn('answer-delay', world.today))
  const { id } = await world.db
    .insertInto('plots.tenancy')
    .values({
      body_id: world.body.id,
      plot_id: plot,
      application_id: application.id,
      round_id: round.id,
      person_id: application.person,
      holder: application.holder,
      holder_name: application.holderName,
      offered_on: world.today,
      answer_by: answerBy,
      signed_at: null,
      edition: null,
      since,
      until: round.seasonTo,
      leaving_on: null,
      ended_on: null,
      ended_because: null,
      returned_on: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'plot.offered', { subject: `tenancy:${id}`, content: { plot } })
  const offered = await tenancyById(world, id)
  await tell(world, {
    person: application.person,
    kind: 'offered',
    tenancy: id,
    application: application.id,
    facts: { plot: offered?.plotNumber ?? '', garden: offered?.gardenName ?? '', answerBy },
  })
  return id
}

/** A plot came free: it is offered to the first who waits in the order drawn and who may have it. */
export const offerNext = async (world: Here, plotId: string): Promise<string | null> => {
  const plot = await plotById(world, plotId)
  if (!plot || plot.withdrawnOn !== null || (await gardenById(world, plot.garden))?.closedOn !== null) return null
  const round = (await roundsOf(world)).find(one => one.stage === 'drawn')
  if (!round?.allocation) return null
  const served = new Set((await givenIn(world, round.id)).map(one => one.application))
  const standings = await standingsOf(world, round.allocation)
  const rankOf = (one: Application) => standings.get(one.person ?? '')?.rank ?? Infinity
  const next = (await applicationsOf(world, round.id))
    .filter(one => one.person !== null && !served.has(one.id) && rankOf(one) < Infinity)
    .filter(one => whyNot(one, plot.kind) === null && (one.takesAny || one.wishes.includes(plot.id)))
    .toSorted((a, b) => rankOf(a) - rankOf(b))[0]
  return next ? offerPlot(world, { plot: plot.id, application: next, round }) : null
}

export type AnswerRefusal = 'already' | 'over' | 'too-late'
const mayAnswer = (tenancy: Tenancy, today: string): Verdict<AnswerRefusal> => {
  if (tenancy.endedOn !== null) return refused('over')
  if (tenancy.signedAt !== null) return refused('already')
  return today > tenancy.answerBy ? refused('too-late') : allowed
}

/** The holder read the agreement and signs it; the fee of the season and the deposit are then owed. The quotient is not kept. */
export const signAgreement = async (
  world: Here,
  tenancy: Tenancy,
  signed: { readonly quotient: number | null; readonly showsName: boolean },
): Promise<Verdict<AnswerRefusal>> => {
  const verdict = mayAnswer(tenancy, world.today)
  if (!verdict.ok || tenancy.person === null) return verdict
  await signDocument(world, tenancy.person, agreement.document, agreement.edition)
  await world.db
    .updateTable('plots.tenancy')
    .set({ signed_at: world.now, edition: agreement.edition, shows_name: signed.showsName })
    .where('body_id', '=', world.body.id)
    .where('id', '=', tenancy.id)
    .where('signed_at', 'is', null)
    .execute()
  const fee = await owe(world, tenancy, signed.quotient)
  const deposit = figureOn('deposit', world.today)
  await addEntry(world, tenancy.id, { kind: 'deposit', cents: deposit })
  await record(world, 'plot.signed', { subject: `tenancy:${tenancy.id}`, content: { edition: agreement.edition } })
  await tell(world, {
    person: tenancy.person,
    kind: 'signed',
    tenancy: tenancy.id,
    facts: { plot: tenancy.plotNumber, garden: tenancy.gardenName, amountCents: fee, depositCents: deposit },
  })
  return allowed
}
/** The fee of a season, with the steps of its computation. @returns cents */
export const owe = async (world: Here, tenancy: Tenancy, quotient: number | null): Promise<number> => {
  const asked = { squareMetres: tenancy.squareMetres, quotient, isCollective: isCollective(tenancy.holder), day: world.today }
  const { cents, steps } = feeOf(asked)
  await addEntry(world, tenancy.id, { kind: 'fee', cents, season: tenancy.until.slice(0, 4), steps })
  return cents
}

/** The holder does not want it: it goes to the next at once. */
export const declineOffer = async (world: Here, tenancy: Tenancy): Promise<Verdict<AnswerRefusal>> => {
  const verdict = mayAnswer(tenancy, world.today)
  if (!verdict.ok) return verdict
  await endTenancy(world, tenancy, 'declined')
  await offerNext(world, tenancy.plot)
  return allowed
}
