import { emptyForm } from '#kernel/forms'
import { personNames } from '#kernel/people'
import { feeOf } from '../fee.ts'
import { Answer, GivingBack, Leaving, NewStep, NewVisit, Objection, Payment, Renewal, Signature } from '../forms.ts'
import type { Forms, TenancyProps } from '../pages/tenancyProps.ts'
import { figureOn } from '../parameters.ts'
import { roundsOf } from '../queries/rounds.ts'
import { asOpen, entriesOf, lettersOf, stepsOf, type Tenancy, visitsOf } from '../queries/tenancies.ts'
import { mayTakeStep, nextKind } from '../rules/procedure.ts'
import { isCollective } from '../rules/terms.ts'
import { runsGarden } from '../who.ts'
import { type Request, said } from './shared.tsx'

/** Everything the file of a plot shows; `forms` are those that must be corrected. */
export const tenancyProps = async (c: Request, tenancy: Tenancy, forms: Partial<Forms> = {}): Promise<TenancyProps> => {
  const { today, actor } = c.var
  const steps = await stepsOf(c.var, tenancy.id)
  const visits = await visitsOf(c.var, tenancy.id)
  const open = asOpen(steps)
  const last = visits[0]
  const may = mayTakeStep({ steps: open, lastVisit: last ? { on: last.on, state: last.state } : null, today })
  const hands = [...visits.map(one => one.by), ...steps.flatMap(one => [one.by, one.objection?.answeredBy ?? null])]
  return {
    ...said(c),
    tenancy,
    today,
    entries: await entriesOf(c.var, tenancy.id),
    visits,
    steps,
    letters: await lettersOf(c.var).where('tenancy_id', '=', tenancy.id).execute(),
    quote: feeOf({ squareMetres: tenancy.squareMetres, quotient: null, isCollective: isCollective(tenancy.holder), day: today }),
    deposit: figureOn('deposit', today),
    openRound: (await roundsOf(c.var)).find(one => one.stage === 'open') ?? null,
    next: { kind: nextKind(open), because: may.ok ? null : may.because },
    isHolder: tenancy.person !== null && tenancy.person === actor.personId,
    runs: await runsGarden(c.var, tenancy.garden),
    forms: { ...empty, ...forms },
    names: await personNames(
      c.var.db,
      hands.flatMap(hand => hand ?? []),
    ),
  }
}
const empty: Forms = {
  signature: emptyForm(Signature),
  renewal: emptyForm(Renewal),
  payment: emptyForm(Payment),
  visit: emptyForm(NewVisit),
  step: emptyForm(NewStep),
  objection: emptyForm(Objection),
  answer: emptyForm(Answer),
  leaving: emptyForm(Leaving),
  givingBack: emptyForm(GivingBack, { kept: '0' }),
}
