import type { z } from 'zod'
import { changeCharter, meetingsOf, meetingsWorld } from '#engines/meetings'
import { isFollowing } from '#engines/following'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { anyone, conflict, notFound, page, redirect, router, type Routes, submitted } from '#kernel/http'
import { type GivenMandate, endMandate, giveMandate } from '../acts/mandates.ts'
import { councilOwner } from '../council.ts'
import { EndForm, MandateForm } from '../forms.ts'
import { register, type Request, unless } from '../here.ts'
import { words } from '../locales/index.ts'
import { CompositionPage } from '../pages/CompositionPage.tsx'
import { CouncilPage } from '../pages/CouncilPage.tsx'
import { RulesPage } from '../pages/RulesPage.tsx'
import { charterOn, rulesOn, seatsOn } from '../parameters.ts'
import { councilAssembly, lastMetOn } from '../queries/assembly.ts'
import { deliberationsOf } from '../queries/deliberations.ts'
import { electedPeople, isRunning, mandatesOf, peopleCalled } from '../queries/mandates.ts'
import { waitingItems } from '../returned.ts'
import { canHold } from '../rules/canHold.ts'
import type { Tables } from '../schema.ts'

type Typed = z.output<typeof MandateForm>

/** The council itself: its page, who sits, and the rules it follows. */
export const councilRoutes: Routes = router<Tables>()
  .get('/conseil', anyone, async c => {
    const { today, locale, actor, body } = c.var
    const assembly = await councilAssembly(c.var)
    const view = {
      members: (await mandatesOf(c.var)).filter(one => isRunning(one, today)),
      seats: seatsOn(today, body.population),
      sessions: assembly ? await meetingsOf(meetingsWorld(c.var), assembly.id, 40) : [],
      deliberations: (await deliberationsOf(c.var, {}, { size: 6, start: 0 })).deliberations,
      waiting: await waitingItems(c.var),
      manages: register.allows(actor),
      signedIn: actor.personId !== null,
      isFollowing: actor.personId !== null && (await isFollowing(c.var, councilOwner, actor.personId)),
      now: c.var.now,
    }
    return page(c, <CouncilPage t={words(locale)} locale={locale} view={view} />)
  })

  .get('/conseil/composition', anyone, c => compositionPage(c))

  .post('/conseil/composition', register, async c => {
    const typed = await submitted(c, MandateForm)
    if (!typed.ok) return compositionPage(c, typed)
    const t = words(c.var.locale)
    const person = await personMeant(c, typed.value)
    if ('said' in person) return compositionPage(c, refuseField(typed, 'person', person.said))
    const { known: _known, person: _person, ...rest } = typed.value
    const asked: GivenMandate = {
      ...rest,
      personId: person.id,
      rank: rest.function === 'deputy' ? (rest.rank ?? null) : null,
      until: rest.until ?? null,
    }
    const may = canHold({
      asked,
      mandates: await mandatesOf(c.var),
      seats: seatsOn(asked.since, c.var.body.population),
      lastMetOn: await lastMetOn(c.var),
    })
    if (!may.ok) return compositionPage(c, refuseField(typed, fieldOf[may.because], t(`refused.${may.because}`)))
    await giveMandate(c.var, asked)
    return redirect(c, '/conseil/composition')
  })

  .post('/conseil/composition/:councillor/fin', register, async c => {
    const mandate = (await mandatesOf(c.var)).find(one => one.id === c.req.param('councillor'))
    if (!mandate) return notFound(c)
    const form = await submitted(c, EndForm)
    if (!form.ok) return conflict(c, Object.values(form.errors)[0])
    if (mandate.until !== null && mandate.until < c.var.today) return unless(c, { ok: false, because: 'already-ended' }, () => notFound(c))
    const met = await lastMetOn(c.var)
    const tooEarly = met !== null && form.value.on < met
    return unless(c, tooEarly ? { ok: false, because: 'end-too-early' } : { ok: true }, async () => {
      await endMandate(c.var, mandate, form.value.on, form.value.reason)
      return redirect(c, '/conseil/composition')
    })
  })

  .get('/conseil/regles', anyone, async c => {
    const { locale, today, body, actor } = c.var
    const assembly = await councilAssembly(c.var)
    const law = charterOn(today, body.population)
    const view = {
      rules: rulesOn(today),
      seats: seatsOn(today, body.population),
      population: body.population,
      charter: assembly?.charter ?? law,
      isBehind: assembly !== undefined && JSON.stringify(assembly.charter) !== JSON.stringify(law),
      manages: register.allows(actor),
    }
    return page(c, <RulesPage t={words(locale)} locale={locale} view={view} />)
  })

  .post('/conseil/regles', register, async c => {
    const assembly = await councilAssembly(c.var)
    if (!assembly) return notFound(c)
    const law = charterOn(c.var.today, c.var.body.population)
    if (JSON.stringify(assembly.charter) === JSON.stringify(law))
      return unless(c, { ok: false, because: 'rules-in-force' }, () => notFound(c))
    const t = words('fr')
    const change = { charter: law, since: c.var.today, reason: t('rules.changed'), source: t('rules.source') }
    await changeCharter(meetingsWorld(c.var), assembly, change)
    return redirect(c, '/conseil/regles')
  })

const fieldOf = {
  'already-sits': 'person',
  'no-seat-left': 'since',
  'mayor-sits': 'function',
  'rank-held': 'rank',
  'rank-missing': 'rank',
  'ends-before': 'until',
  'before-session': 'since',
} as const

const compositionPage = async (c: Request, form?: Form<Typed>) => {
  const { locale, today, actor, body } = c.var
  const manages = register.allows(actor)
  const view = {
    mandates: await mandatesOf(c.var),
    seats: seatsOn(today, body.population),
    population: body.population,
    people: manages ? await electedPeople(c.var) : [],
    manages,
    today,
  }
  const filled = form ?? emptyForm(MandateForm, { since: today, function: 'councillor' })
  return page(c, <CompositionPage t={words(locale)} locale={locale} view={view} form={filled} />, form ? 422 : 200)
}

/** Whom the form names: chosen in the list, or called so. A name that is nobody's, or several people's, is said. */
const personMeant = async (c: Request, { known, person }: Typed): Promise<{ id: string } | { said: string }> => {
  const t = words(c.var.locale)
  if (person === '') {
    if (!known) return { said: t('seat.nobody') }
    return (await electedPeople(c.var)).some(one => one.id === known) ? { id: known } : { said: t('seat.unknown') }
  }
  const [first, second] = await peopleCalled(c.var, person)
  if (!first) return { said: t('seat.unknown') }
  return second ? { said: t('seat.several') } : { id: first.id }
}
