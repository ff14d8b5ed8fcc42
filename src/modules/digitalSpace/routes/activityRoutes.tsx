import { bookingById, minutesOf } from '#engines/booking'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { conflict, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { recordActivity, takeBackActivity } from '../acts/records.ts'
import { NewActivity } from '../forms.ts'
import { words } from '../locales/index.ts'
import { nationalFields } from '../national.ts'
import { NewActivityPage } from '../pages/NewActivityPage.tsx'
import { activityById } from '../queries/activity.ts'
import { openMonth } from '../rules/openMonth.ts'
import type { Tables } from '../schema.ts'
import { home, owner } from '../where.ts'
import { refusedUnlessRunning, type Request } from './here.ts'

/** What was done, in half a minute and without a name. */
export const activityRoutes = router<Tables>()
  .get(`${home}/activite/nouvelle`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    return newPage(c, emptyForm(NewActivity, await known(c)))
  })

  .post(`${home}/activite`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const form = await submitted(c, NewActivity)
    if (!form.ok) return newPage(c, form, 422)
    const { kind, heldOn } = form.value
    if (heldOn > c.var.today) return newPage(c, refuseField(form, 'heldOn', words(c.var.locale)('activity.notYet')), 422)
    if (heldOn < openMonth(c.var.today)) return newPage(c, refuseField(form, 'heldOn', words(c.var.locale)('activity.published')), 422)
    const isGroup = kind === 'group'
    await recordActivity(c.var, {
      ...form.value,
      people: isGroup ? form.value.people : 1,
      autonomy: isGroup ? null : form.value.autonomy,
      redirected: isGroup ? null : form.value.redirected,
      gender: isGroup ? 'non_communique' : form.value.gender,
      ageBand: isGroup ? 'non_communique' : form.value.ageBand,
      socialStatus: isGroup ? 'non_communique' : form.value.socialStatus,
      title: isGroup ? form.value.title : '',
      level: isGroup ? form.value.level : null,
    })
    return redirect(c, `${home}/accueil?fait=activite#fait-aujourd-hui`)
  })

  .post(`${home}/activite/:activityRecord/retrait`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const activity = await activityById(c.var, c.req.param('activityRecord') ?? '0')
    if (!activity) return notFound(c)
    if (activity.heldOn < openMonth(c.var.today)) return conflict(c, words(c.var.locale)('activity.published'))
    const done = await takeBackActivity(c.var, activity.id)
    return done ? redirect(c, `${home}/accueil#fait-aujourd-hui`) : conflict(c, words(c.var.locale)('activity.alreadyWithdrawn'))
  })

/** What an appointment or a workshop already says: how long, how many. Never who. */
const known = async (c: Request): Promise<Record<string, string>> => {
  const { today } = c.var
  const usual = { kind: 'individual', heldOn: today, minutes: '30', people: '1', place: 'lieu_activite', equipment: 'ordinateur' }
  const booking = await bookingById(c.var, c.req.query('rendez-vous') ?? '')
  if (booking?.owner !== owner) return usual
  return { ...usual, minutes: String(Math.min(480, Math.round(minutesOf(booking)))) }
}

const newPage = (c: Request, form: Form<NewActivity>, status: 200 | 422 = 200) =>
  page(c, <NewActivityPage t={words(c.var.locale)} locale={c.var.locale} form={form} source={nationalFields} />, status)
