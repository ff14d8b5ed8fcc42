import {
  createQuestionnaire,
  missingWords,
  Questionnaire,
  responseCounts,
  checkQuestionnaire,
  sheetCounts,
  freezeQuestionnaire,
  closeQuestionnaire,
} from '#engines/surveys'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { conflict, page, pageOf, redirect, router, submitted, townHall, anyone } from '#kernel/http'
import { record } from '#kernel/journal'
import { settingsOf } from '#kernel/settings'
import { readServices } from '#modules/catalogue'
import { latestMeasures } from '#modules/measures'
import { templates } from '../data/templates.ts'
import { NewSurvey, Prolongation, SurveyWordsForm } from '../forms.ts'
import { counterKeyOf, type Found, withSurvey } from '../here.ts'
import { words } from '../locales/index.ts'
import { ManagePage } from '../pages/ManagePage.tsx'
import { NewSurveyPage } from '../pages/NewSurveyPage.tsx'
import { SurveysPage } from '../pages/SurveysPage.tsx'
import { WordsPage } from '../pages/WordsPage.tsx'
import { addStep, addSurvey, dateSurvey, saveSurvey, stepsOf, surveysListed } from '../queries/surveys.ts'
import { missingToOpen } from '../rules/opening.ts'
import { canProlong } from '../rules/standing.ts'
import type { Request, SurveysTables } from '../schema.ts'
import { surveySettings } from '../settings.ts'
import { subjectOf } from '../subject.ts'
import { unreadTexts } from '../texts.ts'

export const writingRoutes = router<SurveysTables>()
  .get('/enquetes', anyone, async c => {
    const { locale, actor } = c.var
    const asked = pageOf(c)
    const isTownHall = townHall.allows(actor)
    const found = await surveysListed(c.var, { withUnopened: isTownHall, size: asked.size + 1, start: asked.start })
    const props = { surveys: found.slice(0, asked.size), pageNumber: asked.number, hasMore: found.length > asked.size }
    return page(c, <SurveysPage t={words(locale)} locale={locale} isTownHall={isTownHall} {...props} />)
  })

  .get('/enquetes/nouvelle', townHall, c =>
    page(c, <NewSurveyPage t={words(c.var.locale)} form={emptyForm(NewSurvey, { template: 'blank' })} />),
  )

  .post('/enquetes', townHall, async c => {
    const form = await submitted(c, NewSurvey)
    if (!form.ok) return page(c, <NewSurveyPage t={words(c.var.locale)} form={form} />, 422)
    const id = await addSurvey(c.var, {
      title: { fr: form.value.title },
      purpose: { fr: '-' },
      asked_by: c.var.body.name,
      follow_up: '',
      audience: 'anyone',
      closes_on: null,
      service_id: null,
      measure_id: null,
    })
    await createQuestionnaire(c.var, subjectOf(id), Questionnaire.parse(templates[form.value.template]))
    await record(c.var, 'survey.begun', { subject: subjectOf(id), content: { title: form.value.title } })
    return redirect(c, `/enquetes/${id}/presentation`)
  })

  .get(
    '/enquetes/:survey/presentation',
    townHall,
    withSurvey(async (c, found) => wordsPage(c, found, emptyForm(SurveyWordsForm, typedFrom(found)), 200)),
  )

  .post(
    '/enquetes/:survey/presentation',
    townHall,
    withSurvey(async (c, found) => {
      const { survey } = found
      const isOpened = survey.standing !== 'preparing'
      const form = await submitted(
        c,
        isOpened ? SurveyWordsForm.extend({ audience: SurveyWordsForm.shape.audience.default(survey.audience) }) : SurveyWordsForm,
      )
      if (!form.ok) return wordsPage(c, found, form, 422)
      const { title, purpose, askedBy, followUp, audience, closesOn, service, measure } = form.value
      const [services, measures] = [await readServices(c.var.db, c.var.body.id), await latestMeasures(c.var.db, c.var.body.id, 200)]
      await saveSurvey(c.var, survey.id, {
        title: { ...survey.title, fr: title },
        purpose: { ...survey.purpose, fr: purpose },
        asked_by: askedBy,
        follow_up: followUp,
        audience: isOpened ? survey.audience : audience,
        closes_on: isOpened ? survey.closesOn : closesOn,
        service_id: services.some(one => one.id === service) ? service : null,
        measure_id: measures.some(one => one.id === measure) ? measure : null,
      })
      await record(c.var, 'survey.described', { subject: subjectOf(survey.id) })
      return redirect(c, `/enquetes/${survey.id}/gestion`)
    }),
  )

  .get(
    '/enquetes/:survey/gestion',
    townHall,
    withSurvey(async (c, found) => managePage(c, found, emptyForm(Prolongation), 200)),
  )

  .post(
    '/enquetes/:survey/ouverture',
    townHall,
    withSurvey(async (c, { survey, questionnaire }) => {
      const t = words(c.var.locale)
      if (survey.standing !== 'preparing') return conflict(c, t('refused.opened'))
      if ((await stillMissing(c, { survey, questionnaire })).length > 0) return conflict(c, t('refused.not-ready'))
      const frozen = await freezeQuestionnaire(c.var, questionnaire)
      if (!frozen.ok) return conflict(c, t('refused.not-ready'))
      await dateSurvey(c.var, survey.id, { opened_at: c.var.now })
      await addStep(c.var, survey.id, { kind: 'opened', until: survey.closesOn })
      await record(c.var, 'survey.opened', { subject: subjectOf(survey.id), content: { until: survey.closesOn } })
      return redirect(c, `/enquetes/${survey.id}/gestion`)
    }),
  )

  .post(
    '/enquetes/:survey/abandon',
    townHall,
    withSurvey(async (c, { survey }) => {
      if (survey.standing !== 'preparing') return conflict(c, words(c.var.locale)('refused.opened'))
      await addStep(c.var, survey.id, { kind: 'abandoned' })
      await record(c.var, 'survey.abandoned', { subject: subjectOf(survey.id) })
      return redirect(c, '/enquetes')
    }),
  )

  .post(
    '/enquetes/:survey/prolongation',
    townHall,
    withSurvey(async (c, found) => {
      const { survey } = found
      const form = await submitted(c, Prolongation)
      if (!form.ok) return managePage(c, found, form, 422)
      const verdict = canProlong(survey.standing, survey.closesOn, form.value.until, c.var.today)
      const t = words(c.var.locale)
      if (!verdict.ok && verdict.because === 'not-open') return conflict(c, t('refused.not-open'))
      if (!verdict.ok) return managePage(c, found, refuseField(form, 'until', t('prolong.notLater')), 422)
      await dateSurvey(c.var, survey.id, { closes_on: form.value.until })
      await addStep(c.var, survey.id, { kind: 'prolonged', until: form.value.until, reason: form.value.reason })
      await record(c.var, 'survey.prolonged', { subject: subjectOf(survey.id), content: form.value })
      return redirect(c, `/enquetes/${survey.id}/gestion`)
    }),
  )

  .post(
    '/enquetes/:survey/cloture',
    townHall,
    withSurvey(async (c, { survey, questionnaire }) => {
      const t = words(c.var.locale)
      if (survey.standing !== 'open' && survey.standing !== 'over') return conflict(c, t('refused.not-open'))
      await dateSurvey(c.var, survey.id, { closed_at: c.var.now })
      await closeQuestionnaire(c.var, questionnaire.id, c.var.now)
      await addStep(c.var, survey.id, { kind: 'closed' })
      await record(c.var, 'survey.closed', { subject: subjectOf(survey.id) })
      return redirect(c, `/enquetes/${survey.id}/gestion`)
    }),
  )

const wordsPage = async (c: Request, { survey }: Found, form: Form<SurveyWordsForm>, status: 200 | 422) => {
  const { db, body, locale } = c.var
  const services = await readServices(db, body.id)
  const measures = await latestMeasures(db, body.id, 200)
  const props = { survey, form, services, measures, isOpened: survey.standing !== 'preparing' }
  return page(c, <WordsPage t={words(locale)} {...props} />, status)
}
const typedFrom = ({ survey }: Found) => ({
  title: survey.title['fr'] ?? '',
  purpose: survey.purpose['fr'] === '-' ? '' : (survey.purpose['fr'] ?? ''),
  askedBy: survey.askedBy,
  followUp: survey.followUp,
  audience: survey.audience,
  closesOn: survey.closesOn ?? '',
  service: survey.service ?? '',
  measure: survey.measure ?? '',
})

const stillMissing = async (c: Request, { survey }: Found) => {
  const settings = await settingsOf(c.var, 'surveys', surveySettings)
  const purpose = survey.purpose['fr'] ?? ''
  return missingToOpen({ ...survey, purpose: purpose === '-' ? '' : purpose }, c.var.today, settings['open.days'])
}

const managePage = async (c: Request, found: Found, prolongation: Form<Prolongation>, status: 200 | 422) => {
  const { survey, questionnaire } = found
  const { locale } = c.var
  const props = {
    survey,
    counts: await responseCounts(c.var, questionnaire.id),
    sheets: await sheetCounts(c.var, questionnaire.id),
    flaws: checkQuestionnaire(questionnaire.content),
    missing: await stillMissing(c, found),
    untranslated: missingWords(questionnaire.content),
    steps: await stepsOf(c.var, survey.id),
    unread: survey.standing === 'counted' ? await unreadTexts(c.var, survey.id, questionnaire) : 0,
    counterPath: `/enquetes/${survey.id}?borne=${counterKeyOf(c.var, survey.id)}`,
    prolongation,
  }
  return page(c, <ManagePage t={words(locale)} locale={locale} {...props} />, status)
}
