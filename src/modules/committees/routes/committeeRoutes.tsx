import { isFollowing } from '#engines/following'
import { decisionsOf, meetingsOf, meetingsWorld } from '#engines/meetings'
import { addDays } from '#kernel/clock'
import { emptyForm, type Form, refuseField, type Submission } from '#kernel/forms'
import { anyone, conflict, page, redirect, router, type Routes, submitted } from '#kernel/http'
import { readServices } from '#modules/catalogue'
import type { z } from 'zod'
import { CommitteeForm, Ending } from '../forms.ts'
import { register, type Request, rolesToday, withCommittee } from '../here.ts'
import { words } from '../locales/index.ts'
import { modelNamed, models } from '../models.ts'
import { CommitteeFormPage } from '../pages/CommitteeFormPage.tsx'
import { CommitteePage } from '../pages/CommitteePage.tsx'
import { CommitteesPage } from '../pages/CommitteesPage.tsx'
import { DecisionsPage } from '../pages/DecisionsPage.tsx'
import { waitingCandidacies } from '../queries/candidacies.ts'
import { type Committee, committeeSubject, committeeUrl, isEnded } from '../committee.ts'
import { commissionHere, committeesOf, correctCommittee, dissolveCommittee, foundCommittee } from '../queries/committees.ts'
import { waitingReturned } from '../queries/returnedItems.ts'
import { mandatesIn, seatsOf } from '../queries/seats.ts'
import { endingWithin } from '../rules/composition.ts'
import type { Tables } from '../schema.ts'

type Typed = z.output<typeof CommitteeForm>

/** Every committee, one of them, its creation by an act, its corrections and its end. */
export const committeeRoutes: Routes = router<Tables>()
  .get('/comites', anyone, async c => {
    const [committees, services] = [await committeesOf(c.var), await readServices(c.var.db, c.var.body.id)]
    const names = new Map(services.map(one => [one.id, one.name]))
    const manages = register.allows(c.var.actor)
    return page(
      c,
      <CommitteesPage t={words(c.var.locale)} committees={committees} services={names} today={c.var.today} manages={manages} />,
    )
  })

  .get('/comites/nouveau', register, async c => {
    const model = modelNamed(c.req.query('modele') ?? '') ?? modelNamed('committee')
    const service = c.req.query('service') ?? ''
    const commission = model?.id === 'ccspl'
    return formPage(
      c,
      null,
      emptyForm(CommitteeForm, {
        model: model?.id ?? 'committee',
        kind: commission ? 'ccspl' : 'services',
        name: commission ? words('fr')('commission.title') : '',
        service: /^\d{1,18}$/.test(service) ? [service] : [],
      }),
    )
  })

  .post('/comites', register, async c => {
    const form = await checked(c, null)
    if (!form.ok) return formPage(c, null, form, 422)
    const model = modelNamed(form.value.model) ?? models[0]
    if (!model) return conflict(c)
    return redirect(c, committeeUrl(await foundCommittee(c.var, { ...form.value, services: form.value.service }, model), '/sieges'))
  })

  .get('/comites/:committee', anyone, withCommittee(committeePage))

  .get(
    '/comites/:committee/decisions',
    anyone,
    withCommittee(async (c, committee) => {
      const decisions = await decisionsOf(meetingsWorld(c.var), committeeSubject(committee.id))
      return page(c, <DecisionsPage t={words(c.var.locale)} locale={c.var.locale} committee={committee} decisions={decisions} />)
    }),
  )

  .get(
    '/comites/:committee/modification',
    register,
    withCommittee(async (c, committee) =>
      formPage(c, committee, emptyForm(CommitteeForm, { ...committee, endedOn: '', endReason: '', service: committee.services })),
    ),
  )

  .post(
    '/comites/:committee/modification',
    register,
    withCommittee(async (c, committee) => {
      const form = await checked(c, committee)
      if (!form.ok) return formPage(c, committee, form, 422)
      await correctCommittee(c.var, committee.id, { ...form.value, services: form.value.service })
      return redirect(c, committeeUrl(committee.id))
    }),
  )

  .post(
    '/comites/:committee/fin',
    register,
    withCommittee(async (c, committee) => {
      const form = await submitted(c, Ending)
      if (committee.endedOn !== null) return conflict(c, words(c.var.locale)('refused.ended'))
      if (!form.ok) return formPage(c, committee, typedOf(committee), 422, form)
      await dissolveCommittee(c.var, committee, form.value.on, form.value.reason)
      return redirect(c, committeeUrl(committee.id))
    }),
  )

async function committeePage(c: Request, committee: Committee, assembly: Parameters<typeof rolesToday>[1]) {
  const { actor, locale, today } = c.var
  const meetings = meetingsWorld(c.var)
  const manages = register.allows(actor)
  const mandates = await mandatesIn(c.var, committee.id)
  const services = (await readServices(c.var.db, c.var.body.id)).filter(one => committee.services.includes(one.id))
  const view = {
    committee,
    services,
    seats: await seatsOf(c.var, committee.id),
    mandates,
    roles: await rolesToday(c, assembly),
    meetings: await meetingsOf(meetings, assembly.id, 5),
    decisions: await decisionsOf(meetings, committeeSubject(committee.id), { limit: 5 }),
    waiting: await waitingReturned(c.var, committee.id),
    candidates: manages ? (await waitingCandidacies(c.var, committee.id)).length : 0,
    ending: manages && !isEnded(committee, today) ? endingWithin(mandates, today, addDays(today, 90)).length : 0,
    manages,
    signedIn: actor.personId !== null,
    isFollowing: actor.personId !== null && (await isFollowing(c.var, committeeSubject(committee.id), actor.personId)),
  }
  return page(c, <CommitteePage t={words(locale)} locale={locale} today={today} view={view} />)
}

const typedOf = (committee: Committee) =>
  emptyForm(CommitteeForm, { ...committee, endedOn: '', endReason: '', service: committee.services })

const formPage = async (
  c: Request,
  committee: Committee | null,
  form: Form<Typed>,
  status: 200 | 422 = 200,
  ending?: Form<z.output<typeof Ending>>,
) => {
  const services = await readServices(c.var.db, c.var.body.id)
  const props = { t: words(c.var.locale), locale: c.var.locale, committee, services, form }
  return page(c, <CommitteeFormPage {...props} {...(ending ? { ending } : {})} />, status)
}

/** What only the catalogue and the commune know: services that exist, one commission at most. */
const checked = async (c: Request, committee: Committee | null): Promise<Submission<Typed>> => {
  const form = await submitted(c, CommitteeForm)
  const t = words(c.var.locale)
  if (!form.ok) return 'theme' in form.errors && form.values.theme === '' ? refuseField(form, 'theme', t('form.themeMissing')) : form
  const known = new Set((await readServices(c.var.db, c.var.body.id)).map(one => one.id))
  if (form.value.service.some(id => !known.has(id))) return refuseField(form, 'service', t('form.unknownService'))
  const commission = form.value.kind === 'ccspl' ? await commissionHere(c.var) : null
  return commission && commission.id !== committee?.id && !isEnded(commission, c.var.today)
    ? refuseField(form, 'kind', t('form.commissionExists'))
    : form
}
