import { checkAnswers, type Questionnaire, questionsOf, readWhole } from '#engines/surveys'
import { anyone, notFound, page, redirect, router } from '#kernel/http'
import { answer } from '../acts/answer.ts'
import { kioskOfKey } from '../acts/kioskKey.ts'
import { words } from '../locales/index.ts'
import { KioskQuestionPage, KioskSendPage, KioskStoppedPage, KioskThanksPage } from '../pages/KioskPages.tsx'
import { countOnKiosk, kioskById } from '../queries/kiosks.ts'
import { stateOn } from '../rules/campaign.ts'
import { campaignOf, type Request } from './shared.ts'

/** Seconds after which a tablet left alone comes back to its first screen. */
const patience = { asking: 60, thanks: 8 }

/** The tablet of the counter: one question a screen, nothing kept, an address that the town hall alone can make. */
export const kiosk = router()
  .get('/evaluations/:campaign/borne/:kioskKey{[0-9]+-[0-9a-f]{24}}', anyone, async c => {
    const found = await runningKiosk(c)
    if (!found) return notFound(c)
    const { t, locale, serviceName, path, questionnaire, isRunning } = found
    if (!isRunning) return page(c, <KioskStoppedPage t={t} serviceName={serviceName} />)
    const questions = askedOn(questionnaire)
    const step = Math.min(Number(/^[1-9]\d?$/.exec(c.req.query('etape') ?? '1')?.[0] ?? 1), questions.length + 1)
    const before = touched(questionnaire, new URL(c.req.url).searchParams)
    if (step > 1) c.header('Refresh', `${patience.asking}; url=${path}`)
    const question = questions[step - 1]
    const common = { t, locale, serviceName, path, before }
    return question
      ? page(c, <KioskQuestionPage {...common} question={question} step={step} of={questions.length} />)
      : page(c, <KioskSendPage {...common} message={null} />)
  })

  .post('/evaluations/:campaign/borne/:kioskKey{[0-9]+-[0-9a-f]{24}}', anyone, async c => {
    const found = await runningKiosk(c)
    if (!found) return notFound(c)
    const { t, locale, campaign, serviceName, path, questionnaire, kiosk: tablet, isRunning } = found
    if (!isRunning) return page(c, <KioskStoppedPage t={t} serviceName={serviceName} />, 409)
    const form = await c.req.parseBody().catch(() => ({}))
    const before = touched(
      questionnaire,
      new URLSearchParams(Object.entries(form).filter((pair): pair is [string, string] => typeof pair[1] === 'string')),
    )
    const { answers, problems } = readWhole(questionnaire, Object.fromEntries(before))
    if (Object.keys(problems).length > 0 || Object.keys(checkAnswers(questionnaire, answers).problems).length > 0) return redirect(c, path)
    if (!(await countOnKiosk(c.var, tablet.id)))
      return page(c, <KioskSendPage {...{ t, locale, serviceName, path, before }} message={t('kiosk.fast')} />, 429)
    const done = await answer(c.var, campaign, { answers, words: '', channel: 'counter', answerer: 'nobody' })
    return done.ok ? redirect(c, `${path}/merci`) : page(c, <KioskStoppedPage t={t} serviceName={serviceName} />, 409)
  })

  .get('/evaluations/:campaign/borne/:kioskKey{[0-9]+-[0-9a-f]{24}}/merci', anyone, async c => {
    const found = await runningKiosk(c)
    if (!found) return notFound(c)
    const { t, locale, serviceName, path } = found
    c.header('Refresh', `${patience.thanks}; url=${path}`)
    return page(c, <KioskThanksPage t={t} locale={locale} serviceName={serviceName} path={path} />)
  })

const runningKiosk = async (c: Request) => {
  const key = c.req.param('kioskKey') ?? ''
  const id = kioskOfKey(c.var, key)
  const found = await campaignOf(c)
  const tablet = id === null ? null : await kioskById(c.var, id)
  if (!found || tablet?.campaign !== found.campaign.id) return null
  const { campaign } = found
  const isOpen = stateOn(campaign, campaign.closedOn, c.var.today) === 'open'
  return {
    ...found,
    t: words(c.var.locale),
    locale: c.var.locale,
    kiosk: tablet,
    path: `/evaluations/${campaign.id}/borne/${key}`,
    isRunning: tablet.stoppedAt === null && isOpen,
  }
}

/** Questions that one touch answers and that everybody may answer. */
const askedOn = (questionnaire: Questionnaire) =>
  questionsOf(questionnaire).filter(question => question.showIf === undefined && ['one', 'scale', 'number'].includes(question.kind))

/** What was touched so far, as the address says it; anything else is left out. */
const touched = (questionnaire: Questionnaire, given: URLSearchParams): readonly (readonly [string, string])[] =>
  askedOn(questionnaire).flatMap(({ code }) => {
    const value = given.get(code)
    return value !== null && /^[\w-]{1,40}$/.test(value) ? [[code, value] as const] : []
  })
