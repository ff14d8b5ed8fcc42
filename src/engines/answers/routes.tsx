import { isVisibleTo, moderationOf } from '#engines/moderation'
import { formCode } from '#engines/paper'
import { emptyForm, refuseField } from '#kernel/forms'
import {
  anyone,
  type C,
  conflict,
  forbidden,
  json,
  notFound,
  page,
  pageOf,
  redirect,
  resident,
  type Routes,
  router,
  submitted,
  townHall,
} from '#kernel/http'
import type { AnyWorld } from '#kernel/world'
import { answersApi, dueOf } from './api.ts'
import { answerCounts, type Clock, clockOf, clocksAbout, publicClocks } from './clocks.ts'
import { fileAppeal, mayAppeal } from './fileAppeal.ts'
import { functionOf } from './functionOf.ts'
import { giveAnswer } from './giveAnswer.ts'
import { WrittenAnswer, WrittenAppeal } from './forms.ts'
import { words } from './locales/index.ts'
import { AnswersPage } from './pages/AnswersPage.tsx'
import { AppealPage } from './pages/AppealPage.tsx'
import { ClockPage } from './pages/ClockPage.tsx'
import { WriteAnswerPage } from './pages/WriteAnswerPage.tsx'
import type { AnswersTables } from './tables.ts'

/**
 * The pages of the answers owed, for the module that mounts them.
 * @param isConcerned did this person write or support the subject? They may appeal its answer.
 */
export const answerRoutes = (isConcerned: (world: AnyWorld, subject: string, personId: string) => Promise<boolean>): Routes => {
  const concerned = async (c: C<AnswersTables>, subject: string) => {
    const { personId } = c.var.actor
    return personId !== null && isConcerned(c.var, subject, personId)
  }
  const found = async (c: C<AnswersTables>) => {
    const clock = await clockOf(c.var, c.req.param('clock') ?? '0')
    return clock && (await titled(c, [clock]))[0]
  }

  return router<AnswersTables>()
    .get('/reponses', anyone, async c => {
      const listed = c.req.query('etat') === 'donnees' ? 'given' : 'awaited'
      const asked = pageOf(c)
      const clocks = await publicClocks(c.var, listed, { size: asked.size + 1, start: asked.start })
      const counts = await answerCounts(c.var, c.var.today)
      const props = { t: words(c.var.locale), listed, counts, today: c.var.today, pageNumber: asked.number } as const
      return page(c, <AnswersPage {...props} clocks={await titled(c, clocks.slice(0, asked.size))} hasMore={clocks.length > asked.size} />)
    })

    .api('/api/v1/reponses', answersApi, async c => {
      const asked = pageOf(c, 100)
      const rows = await publicClocks(c.var, c.req.query('etat') === 'donnees' ? 'given' : 'awaited', {
        size: asked.size + 1,
        start: asked.start,
      })
      const answers = (await titled(c, rows.slice(0, asked.size))).map(clock => dueOf(clock, c.var.url, c.var.today))
      return json(c, { page: asked.number, hasMore: rows.length > asked.size, answers })
    })

    .get('/reponses/:clock', anyone, async c => {
      const clock = await found(c)
      if (!clock) return notFound(c)
      const { locale, today, actor } = c.var
      const appealable = await mayAppeal(c.var, clock, await concerned(c, clock.subject))
      const others = (await clocksAbout(c.var, clock.subject)).filter(other => other.id !== clock.id)
      const mayWrite = clock.answer === null && townHall.allows(actor)
      const props = { t: words(locale), locale, clock, others, today, mayWrite, mayAppeal: appealable?.ok ?? false }
      return page(c, <ClockPage {...props} />)
    })

    .get('/reponses/:clock/reponse', townHall, async c => {
      const clock = await found(c)
      if (!clock) return notFound(c)
      if (clock.answer) return redirect(c, `/reponses/${clock.id}`)
      const form = emptyForm(WrittenAnswer, { signedFunction: await functionOf(c.var) })
      return page(c, <WriteAnswerPage t={words(c.var.locale)} clock={clock} form={form} />)
    })

    .post('/reponses/:clock/reponse', townHall, async c => {
      const clock = await found(c)
      if (!clock) return notFound(c)
      const t = words(c.var.locale)
      const form = await submitted(c, WrittenAnswer)
      if (!form.ok) return page(c, <WriteAnswerPage t={t} clock={clock} form={form} />, 422)
      const { reviewOn = null, ...written } = form.value
      const decided = await giveAnswer(c.var, clock, { ...written, reviewOn })
      if (decided.ok) return redirect(c, `/reponses/${clock.id}`)
      const message = t(`refusal.${decided.because}`)
      if (decided.because === 'already-answered') return conflict(c, message)
      const field = decided.because === 'same-signatory' ? '' : decided.because === 'study-again' ? 'verdict' : 'reviewOn'
      return page(c, <WriteAnswerPage t={t} clock={clock} form={refuseField(form, field, message)} />, 422)
    })

    .get('/reponses/:clock/appel', resident, async c => {
      const clock = await found(c)
      if (!clock?.answer) return notFound(c)
      const t = words(c.var.locale)
      const decided = await mayAppeal(c.var, clock, await concerned(c, clock.subject))
      if (decided && !decided.ok) return forbidden(c, t(`refusal.${decided.because}`))
      const code = await formCode(c.var, `/reponses/${clock.id}/appel`)
      return page(c, <AppealPage t={t} clock={clock} form={emptyForm(WrittenAppeal)} code={code} />)
    })

    .post('/reponses/:clock/appel', resident, async c => {
      const clock = await found(c)
      if (!clock?.answer) return notFound(c)
      const t = words(c.var.locale)
      const form = await submitted(c, WrittenAppeal)
      const code = await formCode(c.var, `/reponses/${clock.id}/appel`)
      if (!form.ok) return page(c, <AppealPage t={t} clock={clock} form={form} code={code} />, 422)
      const appeal = { reason: form.value.reason, isConcerned: await concerned(c, clock.subject) }
      const decided = await fileAppeal(c.var, { ...clock, answer: clock.answer }, appeal)
      if (decided.ok) return redirect(c, `/reponses/${clock.id}`)
      const message = t(`refusal.${decided.because}`)
      return decided.because === 'not-concerned' ? forbidden(c, message) : conflict(c, message)
    })
}

/** The title of what moderation hid is not repeated here. */
const titled = async (c: C<AnswersTables>, clocks: readonly Clock[]): Promise<readonly Clock[]> => {
  const { db, body, actor, locale } = c.var
  const moderated = await moderationOf(
    db,
    body.id,
    clocks.map(clock => clock.subject),
  )
  return clocks.map(clock =>
    isVisibleTo(moderated.get(clock.subject), actor) ? clock : { ...clock, title: words(locale)('clock.hidden') },
  )
}
