import { paceRefusal, withinRate } from '#engines/moderation'
import { hasAnswered } from '#engines/surveys'
import { pathOfCode } from '#engines/paper'
import { anyone, deviceOf, notFound, page, redirect, router, submitted } from '#kernel/http'
import { visitor } from '#kernel/people'
import { answer } from '../acts/answer.ts'
import { Words } from '../forms.ts'
import { words } from '../locales/index.ts'
import { AlreadyPage, AnswerPage, ClosedPage, ThanksPage } from '../pages/AnswerPage.tsx'
import { stateOn } from '../rules/campaign.ts'
import type { Campaign } from '../schema.ts'
import { campaignOf, type Request } from './shared.ts'
import { blankForm, readTyped } from './typed.ts'

/** Answering on one's own telephone: no account, a nameless token, once a day. */
export const answering = router()
  .get('/e/:evaluationCode{[0-9A-Za-z]{6}}', anyone, async c => {
    const found = await pathOfCode(c.var, c.req.param('evaluationCode') ?? '')
    return found?.path.startsWith('/evaluations/') ? redirect(c, found.path) : notFound(c)
  })

  .get('/evaluations/:campaign/repondre', anyone, async c => {
    const found = await campaignOf(c)
    if (!found) return notFound(c)
    const { campaign, stored } = found
    const [t, locale] = [words(c.var.locale), c.var.locale]
    if (!isOpen(c, campaign)) return page(c, <ClosedPage t={t} campaign={campaign} />)
    if (await hasAnswered(c.var, stored.id, { device: deviceToday(c, campaign) })) return page(c, <AlreadyPage t={t} campaign={campaign} />)
    return page(c, <AnswerPage t={t} locale={locale} {...found} form={blankForm()} />)
  })

  .post('/evaluations/:campaign/repondre', anyone, async c => {
    const found = await campaignOf(c)
    if (!found) return notFound(c)
    const { campaign, questionnaire } = found
    const [t, locale] = [words(c.var.locale), c.var.locale]
    const { form, answers, facts } = readTyped(questionnaire, await submitted(c, Words), locale)
    if (!isOpen(c, campaign)) return page(c, <ClosedPage t={t} campaign={campaign} />, 409)
    if (!facts) return page(c, <AnswerPage t={t} locale={locale} {...found} form={form} />, 422)
    const pace = await paceOf(c, facts.words)
    if (!pace.ok) {
      const refused = { values: form.values, errors: { ...form.errors, '': paceRefusal(pace, locale) } }
      return page(c, <AnswerPage t={t} locale={locale} {...found} form={refused} />, 429)
    }
    const answerer = { device: deviceToday(c, campaign) }
    const done = await answer(c.var, campaign, { answers, words: facts.words, channel: 'screen', answerer })
    if (done.ok) return redirect(c, `/evaluations/${campaign.id}/merci`)
    return done.because === 'already'
      ? page(c, <AlreadyPage t={t} campaign={campaign} />, 409)
      : page(c, <ClosedPage t={t} campaign={campaign} />, 409)
  })

  .get('/evaluations/:campaign/merci', anyone, async c => {
    const found = await campaignOf(c)
    return found ? page(c, <ThanksPage t={words(c.var.locale)} campaign={found.campaign} />) : notFound(c)
  })

/** Everyone answers without a name, those who are signed in too: one pace for all, and another for free words, which somebody reads. */
const paceOf = async (c: Request, said: string) => {
  const nobody = { ...c.var, actor: visitor }
  const answers = await withinRate(nobody, 'evaluation', 'gesture')
  return answers.ok && said !== '' ? withinRate(nobody, 'evaluation-words') : answers
}
const isOpen = (c: Request, campaign: Campaign) => stateOn(campaign, campaign.closedOn, c.var.today) === 'open'
/** The same browser has another key each day: an opinion counts once a day. */
const deviceToday = (c: Request, { id }: Campaign) => deviceOf(c, `evaluation:${id}:${c.var.today}`).key
