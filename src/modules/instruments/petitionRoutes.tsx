import { interestIn, isFollowing } from '#engines/following'
import { isVisibleTo, moderationOf, paceRefusal, withinRate } from '#engines/moderation'
import { formCode } from '#engines/paper'
import { addDays } from '#kernel/clock'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import {
  anyone,
  type C,
  conflict,
  forbidden,
  notFound,
  page,
  redirect,
  resident,
  router,
  signedIn,
  submitted,
  townHall,
  verifiedResident,
} from '#kernel/http'
import { formatDate } from '#kernel/i18n'
import { record } from '#kernel/journal'
import { personNames } from '#kernel/people'
import type { KernelTables } from '#kernel/service'
import { settingsOf } from '#kernel/settings'
import { openPetition, sign, takePetitionStep, unsign } from './acts/petitions.ts'
import { checkHallStep } from './checkHallStep.ts'
import { HallStep, NewPetition, Signature, Withdrawal } from './forms.ts'
import { lawAt, petitionLawAt, rulesBehind } from './law.ts'
import { words } from './locales/index.ts'
import { NewPetitionPage } from './pages/NewPetitionPage.tsx'
import { PetitionPage } from './pages/PetitionPage.tsx'
import { SignatoriesPage } from './pages/SignatoriesPage.tsx'
import { SignPage } from './pages/SignPage.tsx'
import { type Petition, petitionFacts, petitionUrl, stepOf, subjectOf, thresholdNow } from './petition.ts'
import { electorateOn, petitionById, signatories, signedBy } from './queries/petitions.ts'
import { canSign, canSubmit, freeAgainOn, hallStepsOf, periodOf } from './rules/petition.ts'
import type { InstrumentsTables } from './schema.ts'
import { instrumentsSettings } from './settings.ts'
import { shownOf } from './shownPetitions.ts'

type Request = C<InstrumentsTables & KernelTables>

/** Petitions: opened, signed, handed to the mayor, checked, answered. */
export const petitionRoutes = router<InstrumentsTables>()
  .get('/demarches-citoyennes/petitions/nouvelle', anyone, async c => {
    const { 'petition.days': days } = await settingsOf(c.var, 'instruments', instrumentsSettings)
    return newPage(c, emptyForm(NewPetition, { days: String(days) }))
  })

  .post('/demarches-citoyennes/petitions', verifiedResident, async c => {
    const { personId } = signedIn(c)
    const form = await submitted(c, NewPetition)
    if (!form.ok) return newPage(c, form, 422)
    const pace = await withinRate(c.var, 'petition')
    if (!pace.ok) return newPage(c, refuseField(form, '', paceRefusal(pace, c.var.locale)), 429)
    const { days, ...petition } = form.value
    return redirect(c, petitionUrl(await openPetition(c.var, { ...petition, closesOn: addDays(c.var.today, days) }, personId)))
  })

  .get('/demarches-citoyennes/petitions/:petition', anyone, async c => {
    const petition = await readable(c)
    return petition ? onePage(c, petition) : notFound(c)
  })

  .get('/demarches-citoyennes/petitions/:petition/signer', anyone, async c => {
    const petition = await readable(c)
    return petition ? signPage(c, petition, emptyForm(Signature)) : notFound(c)
  })

  .post('/demarches-citoyennes/petitions/:petition/signature', resident, async c => {
    const { personId } = signedIn(c)
    const petition = await readable(c)
    if (!petition) return notFound(c)
    const form = await submitted(c, Signature)
    const t = words(c.var.locale)
    const verdict = await mayVerdict(c, petition, personId, form.ok && form.value.declares)
    if (verdict.ok) {
      await sign(c.var, petition, personId)
      return redirect(c, `${petitionUrl(petition.id)}#signatures`)
    }
    const text = t(`refused.${verdict.because}`, { date: freeOn(c) })
    if (verdict.because === 'not-declared') return signPage(c, petition, refuseField(form, 'declares', text), 422)
    return verdict.because === 'not-verified' ? forbidden(c, text) : conflict(c, text)
  })

  .post('/demarches-citoyennes/petitions/:petition/signature/retrait', resident, async c => {
    const { personId } = signedIn(c)
    const petition = await readable(c)
    if (!petition) return notFound(c)
    const { state } = shownOf(petition, null, c.var.today)
    if (state !== 'open') return conflict(c, words(c.var.locale)('refused.not-open'))
    await unsign(c.var, petition, personId)
    return redirect(c, `${petitionUrl(petition.id)}#signatures`)
  })

  .post('/demarches-citoyennes/petitions/:petition/remise', resident, async c => {
    const petition = await readable(c)
    if (!petition) return notFound(c)
    const electorate = await electorateOn(c.var, c.var.today)
    const { state, signatures } = shownOf(petition, electorate, c.var.today)
    const threshold = thresholdNow(null, electorate, c.var.today)
    const verdict = canSubmit({ state, isAuthor: isAuthor(c, petition), signatures, threshold })
    const t = words(c.var.locale)
    if (!verdict.ok)
      return verdict.because === 'not-author' ? forbidden(c, t('refused.not-author')) : conflict(c, t(`refused.${verdict.because}`))
    await takePetitionStep(c.var, petition, {
      kind: 'submitted',
      on: c.var.today,
      note: '',
      signatures,
      threshold,
      electors: electorate?.electors ?? null,
    })
    return redirect(c, `${petitionUrl(petition.id)}#histoire`)
  })

  .post('/demarches-citoyennes/petitions/:petition/retrait', resident, async c => {
    const petition = await readable(c)
    if (!petition) return notFound(c)
    const t = words(c.var.locale)
    if (!isAuthor(c, petition)) return forbidden(c, t('refused.not-author'))
    const { state } = shownOf(petition, null, c.var.today)
    if (state !== 'open' && state !== 'closed') return conflict(c, t('refused.not-open'))
    const withdrawal = await submitted(c, Withdrawal)
    if (!withdrawal.ok) return onePage(c, petition, { withdrawal }, 422)
    await takePetitionStep(c.var, petition, { kind: 'withdrawn', on: c.var.today, note: withdrawal.value.note })
    return redirect(c, `${petitionUrl(petition.id)}#histoire`)
  })

  .post('/demarches-citoyennes/petitions/:petition/suites', townHall, async c => {
    const petition = await readable(c)
    if (!petition) return notFound(c)
    const step = await submitted(c, HallStep)
    if (!step.ok) return onePage(c, petition, { step }, 422)
    const wrong = checkHallStep(petition, step.value, c.var.today)
    if (wrong) return onePage(c, petition, { step: refuseField(step, wrong.field, words(c.var.locale)(wrong.said)) }, 422)
    const { kind, valid, outcome } = step.value
    await takePetitionStep(c.var, petition, {
      ...step.value,
      valid: kind === 'checked' ? valid : null,
      outcome: kind === 'answered' ? outcome : null,
    })
    return redirect(c, `${petitionUrl(petition.id)}#histoire`)
  })

  // Names are read for the check alone, once the petition is handed over; each reading is in the journal.
  .get('/demarches-citoyennes/petitions/:petition/signataires', townHall, async c => {
    const petition = await readable(c)
    if (!petition) return notFound(c)
    const { locale } = c.var
    const t = words(locale)
    if (!stepOf(petition, 'submitted') || stepOf(petition, 'answered')) return forbidden(c, t('refused.closed'))
    await record(c.var, 'petition.signatories-read', { subject: subjectOf(petition.id) })
    return page(c, <SignatoriesPage t={t} locale={locale} petition={petition} signatories={await signatories(c.var, petition.id)} />)
  })

const readable = async (c: Request): Promise<Petition | null> => {
  const petition = await petitionById(c.var, c.req.param('petition') ?? '0')
  if (!petition) return null
  const subject = subjectOf(petition.id)
  const moderated = (await moderationOf(c.var.db, c.var.body.id, [subject])).get(subject)
  return isVisibleTo(moderated, c.var.actor) || moderated.state !== 'held' ? petition : null
}

const isAuthor = (c: Request, petition: Petition) => c.var.actor.personId !== null && petition.proposedBy === c.var.actor.personId
const freeOn = (c: Request) => formatDate(freeAgainOn(c.var.today, petitionLawAt(c.var.today).period), c.var.locale)

/** May this person sign? Residence is the fact that the kernel verified; being an elector is declared, and checked by the town hall. */
const mayVerdict = async (c: Request, petition: Petition, personId: string | null, declares: boolean) => {
  const { today, actor } = c.var
  const period = periodOf(today, petitionLawAt(today).period)
  const signed = personId === null ? { this: null, another: null } : await signedBy(c.var, personId, { petition: petition.id, period })
  return canSign({
    state: shownOf(petition, null, today).state,
    isVerified: actor.roles.has('verified'),
    declares,
    hasSigned: signed.this !== null,
    signedAnother: signed.another !== null,
  })
}

const signPage = async (c: Request, petition: Petition, form: Form<Signature>, status: 200 | 422 = 200) => {
  const { locale, today, actor } = c.var
  const t = words(locale)
  const verdict = actor.personId === null ? ({ ok: true } as const) : await mayVerdict(c, petition, actor.personId, true)
  return page(
    c,
    <SignPage
      t={t}
      locale={locale}
      shown={shownOf(petition, await electorateOn(c.var, today), today)}
      form={form}
      code={await formCode(c.var, `${petitionUrl(petition.id)}/signer`)}
      refusal={verdict.ok ? null : { text: t(`refused.${verdict.because}`, { date: freeOn(c) }) }}
      freeAgainOn={freeAgainOn(today, petitionLawAt(today).period)}
    />,
    status,
  )
}

const onePage = async (
  c: Request,
  petition: Petition,
  forms: { step?: Form<HallStep>; withdrawal?: Form<Withdrawal> } = {},
  status: 200 | 422 = 200,
) => {
  const { db, body, actor, locale, today } = c.var
  const subject = subjectOf(petition.id)
  const because = actor.personId === null ? [] : await interestIn(c.var, subject, actor.personId)
  const signed = actor.personId === null ? null : await signedBy(c.var, actor.personId, { petition: petition.id, period: '' })
  return page(
    c,
    <PetitionPage
      t={words(locale)}
      locale={locale}
      today={today}
      shown={shownOf(petition, await electorateOn(c.var, today), today)}
      moderated={(await moderationOf(db, body.id, [subject])).get(subject)}
      reader={actor}
      names={await personNames(
        db,
        [petition.proposedBy, ...petition.steps.map(({ by }) => by)].filter(id => id !== null),
      )}
      signedAt={signed?.this ?? null}
      isAuthor={isAuthor(c, petition)}
      isTownHall={townHall.allows(actor)}
      hallSteps={hallStepsOf(petitionFacts(petition), today)}
      answerDays={(await settingsOf(c.var, 'instruments', instrumentsSettings))['petition.answer-days']}
      isFollowing={actor.personId === null ? null : because.length > 0 && (await isFollowing(c.var, subject, actor.personId))}
      step={forms.step ?? emptyForm(HallStep, { on: today })}
      withdrawal={forms.withdrawal ?? emptyForm(Withdrawal)}
    />,
    status,
  )
}

const newPage = async (c: Request, form: Form<NewPetition>, status: 200 | 422 | 429 = 200) => {
  const { locale, today, actor } = c.var
  return page(
    c,
    <NewPetitionPage
      t={words(locale)}
      locale={locale}
      form={form}
      code={await formCode(c.var, '/demarches-citoyennes/petitions/nouvelle')}
      threshold={thresholdNow(null, await electorateOn(c.var, today), today)}
      rules={rulesBehind.petition.map(id => lawAt(id, today))}
      isVerified={actor.roles.has('verified')}
    />,
    status,
  )
}
