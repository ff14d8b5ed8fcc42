import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { addDays } from '#kernel/clock'
import { anyone, conflict, forbidden, notFound, page, redirect, resident, router, signedIn, submitted } from '#kernel/http'
import { offerSurplus, takeSurplus } from '../acts/crops.ts'
import { NewSurplus, Taking } from '../forms.ts'
import { words } from '../locales/index.ts'
import { SurplusPage } from '../pages/SurplusPage.tsx'
import { surplusOf } from '../queries/crops.ts'
import { gardensOf } from '../queries/gardens.ts'
import { tenanciesOf } from '../queries/tenancies.ts'
import type { Tables } from '../schema.ts'
import { runsGarden } from '../who.ts'
import { param, type Request, said } from './shared.tsx'

export const surplusRoutes = router<Tables>()
  .get('/jardins/a-donner', anyone, async c => page(c, <SurplusPage {...await surplusProps(c)} form={emptyForm(NewSurplus)} />))

  .post('/jardins/a-donner', resident, async c => {
    const t = words(c.var.locale)
    signedIn(c)
    const form = await submitted(c, NewSurplus)
    const again = async (refused: Form<NewSurplus>) => page(c, <SurplusPage {...await surplusProps(c)} form={refused} />, 422)
    if (!form.ok) return again(form)
    const { garden, kind, kilograms, untilOn } = form.value
    if (!(await mine(c)).some(one => one.id === garden)) return forbidden(c, t('only.gardeners'))
    if (untilOn < c.var.today || untilOn > addDays(c.var.today, 14)) return again(refuseField(form, 'untilOn', t('surplus.untilWrong')))
    await offerSurplus(c.var, { garden, kind, grams: kilograms, untilOn })
    return redirect(c, '/jardins/a-donner')
  })

  .post('/jardins/a-donner/:surplus/prise', resident, async c => {
    const surplus = (await surplusOf(c.var)).find(one => one.id === param(c, 'surplus'))
    if (!surplus) return notFound(c)
    const form = await submitted(c, Taking)
    const taken = form.ok && (await takeSurplus(c.var, surplus.id, form.value.takenFor))
    return taken ? redirect(c, '/jardins/a-donner') : conflict(c, words(c.var.locale)('surplus.gone'))
  })

/** The gardens for which this person may give: where they have a plot, and those that they run. */
const mine = async (c: Request) => {
  const { personId } = c.var.actor
  if (personId === null) return []
  const here = new Set(
    (await tenanciesOf(c.var, personId)).filter(one => one.signedAt !== null && one.endedOn === null).map(one => one.garden),
  )
  const found = []
  for (const garden of await gardensOf(c.var)) if (here.has(garden.id) || (await runsGarden(c.var, garden.id))) found.push(garden)
  return found
}
const surplusProps = async (c: Request) => ({
  ...said(c),
  surplus: await surplusOf(c.var),
  gardens: await mine(c),
  isSignedIn: c.var.actor.personId !== null,
})
