import { keySheet, sheetNumbered } from '#engines/surveys'
import { deskHand, notFound, page, redirect, router, signedIn, submitted } from '#kernel/http'
import { record } from '#kernel/journal'
import { answer, keepWords } from '../acts/answer.ts'
import { DeskFacts } from '../forms.ts'
import { words } from '../locales/index.ts'
import { ClosedPage } from '../pages/AnswerPage.tsx'
import { DeskPage } from '../pages/DeskPage.tsx'
import { stateOn } from '../rules/campaign.ts'
import { subjectOf } from '../schema.ts'
import { campaignOf } from './shared.ts'
import { blankForm, readTyped } from './typed.ts'

/** Keying in what somebody wrote on paper, or said on the telephone or at the counter. */
export const desk = router()
  .get('/evaluations/:campaign/saisie', deskHand, async c => {
    const found = await campaignOf(c)
    if (!found) return notFound(c)
    const t = words(c.var.locale)
    const { campaign } = found
    if (stateOn(campaign, campaign.closedOn, c.var.today) !== 'open') return page(c, <ClosedPage t={t} campaign={campaign} />)
    const sheet = /^\d{1,6}$/.exec(c.req.query('feuille') ?? '')?.[0] ?? ''
    const form = blankForm({ channel: 'paper', sheet })
    return page(c, <DeskPage t={t} locale={c.var.locale} {...found} form={form} isDone={c.req.query('fait') === '1'} />)
  })

  .post('/evaluations/:campaign/saisie', deskHand, async c => {
    const found = await campaignOf(c)
    if (!found) return notFound(c)
    const { campaign, questionnaire, stored } = found
    const t = words(c.var.locale)
    const typed = readTyped(questionnaire, await submitted(c, DeskFacts), c.var.locale)
    const again = (errors: Readonly<Record<string, string>>) => {
      const form = { values: typed.form.values, errors: { ...typed.form.errors, ...errors } }
      return page(c, <DeskPage t={t} locale={c.var.locale} {...found} form={form} isDone={false} />, 422)
    }
    if (stateOn(campaign, campaign.closedOn, c.var.today) !== 'open') return page(c, <ClosedPage t={t} campaign={campaign} />, 409)
    if (!typed.facts) return again({})
    const { channel, sheet: number, words: said } = typed.facts
    if (number === '') {
      const done = await answer(c.var, campaign, { answers: typed.answers, words: said, channel, answerer: 'nobody' })
      if (!done.ok) return page(c, <ClosedPage t={t} campaign={campaign} />, 409)
    } else {
      const sheet = await sheetNumbered(c.var, stored.id, Number(number))
      if (!sheet) return again({ sheet: t('desk.sheetUnknown') })
      const person = c.var.actor.onBehalf?.keyedBy ?? signedIn(c).personId
      const keyed = await keySheet(c.var, stored, sheet, { answers: typed.answers, person, single: true })
      if (!keyed.ok) return again({ sheet: t('desk.sheetDone') })
      await keepWords(c.var, campaign, { answers: typed.answers, words: said, channel: 'paper' })
    }
    await record(c.var, 'evaluation.keyed', { subject: subjectOf(campaign.id), content: { channel, sheet: number || null } })
    return redirect(c, `/evaluations/${campaign.id}/saisie?fait=1`)
  })
