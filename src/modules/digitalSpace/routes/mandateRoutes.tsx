import { bookingById } from '#engines/booking'
import { formCode } from '#engines/paper'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { conflict, forbidden, notFound, page, pageOf, redirect, resident, router, signedIn, submitted } from '#kernel/http'
import { record } from '#kernel/journal'
import { personNames } from '#kernel/people'
import { showText } from '#kernel/secrecy'
import { giveMandate, mandatePlace, revokeScopes, useMandate } from '../acts/mandates.ts'
import { MandateUse, NewMandate, Withdrawal } from '../forms.ts'
import { words } from '../locales/index.ts'
import { durationsOn } from '../parameters.ts'
import { MandatePage } from '../pages/MandatePage.tsx'
import { MandatesPage } from '../pages/MandatesPage.tsx'
import { NewMandatePage } from '../pages/NewMandatePage.tsx'
import { linesOf, type Mandate, mandateById, runningMandates } from '../queries/mandates.ts'
import { spaceOf } from '../queries/space.ts'
import type { Tables } from '../schema.ts'
import { home, mandatePath, owner } from '../where.ts'
import { facilitates, refusedUnlessFacilitating, type Request } from './here.ts'

/** What the space may do in somebody's name: given, used, read, taken back. */
export const mandateRoutes = router<Tables>()
  .get(`${home}/mandats`, resident, async c => {
    const refusal = await refusedUnlessFacilitating(c)
    if (refusal) return refusal
    const asked = pageOf(c)
    const rows = await runningMandates(c.var, c.var.today, { size: asked.size + 1, start: asked.start })
    const shown = rows.slice(0, asked.size)
    const names = await personNames(
      c.var.db,
      shown.flatMap(({ mandator }) => mandator ?? []),
    )
    if (shown.length > 0)
      await record(c.var, 'confidential.read', { subject: 'mandates:running', content: { shown: shown.map(({ id }) => id) } })
    return page(
      c,
      <MandatesPage
        t={words(c.var.locale)}
        locale={c.var.locale}
        mandates={shown.map(one => ({
          ...one,
          name: one.paperName ? showText(c.var, mandatePlace.name, one.paperName) : (names.get(one.mandator ?? '') ?? null),
        }))}
        pageNumber={asked.number}
        hasMore={rows.length > asked.size}
      />,
    )
  })

  .get(`${home}/mandats/nouveau`, resident, async c => {
    const booking = c.req.query('rendez-vous')
    return newPage(c, emptyForm(NewMandate, { days: '1', ...(booking ? { booking } : {}) }))
  })

  .post(`${home}/mandats`, resident, async c => {
    const { actor, today, locale } = c.var
    const me = signedIn(c)
    const t = words(locale)
    const form = await submitted(c, NewMandate)
    if (!form.ok) return newPage(c, form, 422)
    const { scopes, days, name, signed } = form.value
    if (!durationsOn(today).includes(days)) return newPage(c, refuseField(form, 'days', t('mandate.noSuchDuration')), 422)
    const given = await giverOf(c, form.value.booking)
    if (given === 'nobody') return notFound(c)
    if (given.kind !== 'self' && !signed) return newPage(c, refuseField(form, 'signed', t('mandate.mustSign')), 422)
    if (given.kind === 'paper' && name === '') return newPage(c, refuseField(form, 'name', t('mandate.mustName')), 422)
    const isPaper = given.kind === 'paper' || given.kind === 'appointment'
    const id = await giveMandate(c.var, {
      mandator: given.kind === 'paper' ? null : given.kind === 'appointment' ? given.person : me.personId,
      paperName: given.kind === 'paper' ? name : null,
      scopes,
      days,
      channel: isPaper ? 'paper' : (actor.onBehalf?.channel ?? 'screen'),
      form: isPaper ? await formCode(c.var, `${home}/mandats/nouveau`) : (actor.onBehalf?.form ?? null),
      receivedBy: isPaper ? me.personId : (actor.onBehalf?.keyedBy ?? null),
      booking: given.kind === 'appointment' ? given.booking : null,
    })
    return redirect(c, mandatePath(id))
  })

  .get(`${home}/mandats/:digitalMandate`, resident, async c => {
    const found = await mandateSeenBy(c)
    return found ? mandatePage(c, found, emptyForm(MandateUse)) : notFound(c)
  })

  .post(`${home}/mandats/:digitalMandate/usages`, resident, async c => {
    const refusal = await refusedUnlessFacilitating(c)
    if (refusal) return refusal
    const found = await mandateSeenBy(c)
    if (!found) return notFound(c)
    const form = await submitted(c, MandateUse)
    if (!form.ok) return mandatePage(c, found, form, 422)
    const done = await useMandate(c.var, found.mandate, form.value)
    return done.ok ? redirect(c, mandatePath(found.mandate.id)) : conflict(c, words(c.var.locale)(`mandate.cannot.${done.because}`))
  })

  .post(`${home}/mandats/:digitalMandate/retrait`, resident, async c => {
    const found = await mandateSeenBy(c)
    if (!found) return notFound(c)
    // Whoever gave it only on paper takes it back at the desk, on paper.
    const isOnPaper = found.isStaff && found.mandate.mandator === null
    if (!found.isMandator && !isOnPaper) return forbidden(c, words(c.var.locale)('mandate.onlyThem'))
    const form = await submitted(c, Withdrawal)
    if (!form.ok) return mandatePage(c, found, emptyForm(MandateUse), 422)
    const gone = await revokeScopes(c.var, found.mandate, form.value.scope)
    return gone.length > 0 ? redirect(c, mandatePath(found.mandate.id)) : conflict(c, words(c.var.locale)('mandate.cannot.revoked'))
  })

type Giver =
  | { readonly kind: 'self' }
  /** Keyed in for somebody at the desk: the actor is that person. */
  | { readonly kind: 'desk' }
  | { readonly kind: 'appointment'; readonly person: string; readonly booking: string }
  | { readonly kind: 'paper' }
/** In whose name a mandate would be given by whoever is here. */
const giverOf = async (c: Request, asked: string | undefined): Promise<Giver | 'nobody'> => {
  const { onBehalf } = c.var.actor
  if (onBehalf) return { kind: onBehalf.channel === 'guardian' ? 'self' : 'desk' }
  if (asked === undefined) return { kind: (await facilitates(c)) ? 'paper' : 'self' }
  const booking = (await facilitates(c)) ? await bookingById(c.var, asked) : undefined
  if (!booking || booking.owner !== owner || booking.person === null) return 'nobody'
  return { kind: 'appointment', person: booking.person, booking: booking.id }
}

const newPage = async (c: Request, form: Form<NewMandate>, status: 200 | 422 = 200) => {
  const { locale, today, actor } = c.var
  const given = await giverOf(c, [form.values.booking ?? ''].flat()[0] || undefined)
  if (given === 'nobody') return notFound(c)
  const names = given.kind === 'appointment' ? await personNames(c.var.db, [given.person]) : new Map<string, string>()
  const props = { t: words(locale), locale, form, durations: durationsOn(today), space: await spaceOf(c.var), today }
  const who = given.kind === 'appointment' ? (names.get(given.person) ?? '') : actor.name
  return page(c, <NewMandatePage {...props} kind={given.kind} who={who} code={await formCode(c.var, `${home}/mandats/nouveau`)} />, status)
}

interface Seen {
  readonly mandate: Mandate
  readonly isMandator: boolean
  readonly isStaff: boolean
}
/** The person whose name it is, and those who run the space; for anybody else it does not exist. */
const mandateSeenBy = async (c: Request): Promise<Seen | null> => {
  const mandate = await mandateById(c.var, c.req.param('digitalMandate') ?? '')
  if (!mandate) return null
  const isMandator = mandate.mandator !== null && mandate.mandator === c.var.actor.personId
  const isStaff = await facilitates(c)
  return isMandator || isStaff ? { mandate, isMandator, isStaff } : null
}

const mandatePage = async (c: Request, { mandate, isMandator, isStaff }: Seen, form: Form<MandateUse>, status: 200 | 422 = 200) => {
  const { locale, db, today } = c.var
  const lines = await linesOf(c.var, mandate.id)
  const names = await personNames(
    db,
    [mandate.mandator ?? '', mandate.receivedBy ?? '', ...lines.map(({ by }) => by ?? '')].filter(id => id !== ''),
  )
  // The person reads what is theirs; anybody else leaves a trace, once for the page.
  if (!isMandator) await record(c.var, 'confidential.read', { subject: `mandate:${mandate.id}`, content: { reason: 'mandate' } })
  const paperName = mandate.paperName ? showText(c.var, mandatePlace.name, mandate.paperName) : null
  return page(
    c,
    <MandatePage
      t={words(locale)}
      locale={locale}
      today={today}
      mandate={mandate}
      who={paperName ?? names.get(mandate.mandator ?? '') ?? null}
      receivedBy={names.get(mandate.receivedBy ?? '') ?? null}
      lines={lines.map(({ done, by, ...line }) => ({
        ...line,
        by: names.get(by ?? '') ?? null,
        done: done ? showText(c.var, mandatePlace.done, done) : null,
      }))}
      isMandator={isMandator}
      isStaff={isStaff}
      form={form}
    />,
    status,
  )
}
