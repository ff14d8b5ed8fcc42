import {
  canKey,
  compareKeying,
  formOf,
  keySheet,
  printSheets,
  questionNamed,
  questionnaireWords,
  readingsOf,
  readWhole,
  setSheetAside,
  settleSheet,
  type Sheet,
  sheetCounts,
  sheetNumbered,
  sheetsFrom,
  valuesOf,
  withoutMissing,
} from '#engines/surveys'
import { formCode, pathOfCode } from '#engines/paper'
import { emptyForm, type Form } from '#kernel/forms'
import { conflict, deskHand, notFound, page, redirect, router, signedIn, submitted, townHall } from '#kernel/http'
import { record } from '#kernel/journal'
import { settingsOf } from '#kernel/settings'
import type { AnyForm } from '#kernel/ui'
import { AsideForm, PrintForm } from '../forms.ts'
import { type Found, withSurvey } from '../here.ts'
import { words } from '../locales/index.ts'
import { KeySheetPage } from '../pages/KeySheetPage.tsx'
import { PrintPage } from '../pages/PrintPage.tsx'
import { SettlePage } from '../pages/SettlePage.tsx'
import { SheetsPage } from '../pages/SheetsPage.tsx'
import type { Request, SurveysTables } from '../schema.ts'
import { surveySettings } from '../settings.ts'
import { subjectOf } from '../subject.ts'
import { typedHere } from './typedHere.ts'

const perPage = 30

export const sheetRoutes = router<SurveysTables>()
  .get(
    '/enquetes/:survey/feuilles',
    deskHand,
    withSurvey(async (c, found) => {
      const typed = c.req.query('code') ?? ''
      const form = emptyForm(PrintForm, { count: '10', language: 'fr' })
      if (typed === '') return sheetsPage(c, found, form, 200)
      const printed = await pathOfCode(c.var, typed)
      return printed?.path.startsWith('/enquetes/') ? redirect(c, printed.path) : sheetsPage(c, found, form, 422)
    }),
  )
  .post(
    '/enquetes/:survey/feuilles',
    townHall,
    withSurvey(async (c, found) => {
      const { survey, questionnaire } = found
      const form = await submitted(c, PrintForm)
      if (!form.ok) return sheetsPage(c, found, form, 422)
      if (survey.standing !== 'open' || survey.audience !== 'anyone') return conflict(c, words(c.var.locale)('refused.not-open'))
      const { count } = form.value
      const language = questionnaire.content.languages.includes(form.value.language) ? form.value.language : 'fr'
      const codeOf = (number: number) => formCode(c.var, `/enquetes/${survey.id}/feuilles/${number}/saisie`)
      const first = await printSheets(c.var, questionnaire.id, { count, language, codeOf })
      await record(c.var, 'survey.sheets-printed', { subject: subjectOf(survey.id), content: { first, count } })
      return redirect(c, `/enquetes/${survey.id}/feuilles/impression?de=${first}&a=${first + count - 1}`)
    }),
  )
  .get(
    '/enquetes/:survey/feuilles/impression',
    deskHand,
    withSurvey(async (c, { survey, questionnaire }) => {
      const [from, to] = [whole(c.req.query('de'), 1), whole(c.req.query('a'), 1)]
      const sheets = await sheetsFrom(c.var, questionnaire.id, from, Math.min(Math.max(to - from + 1, 1), 200))
      const props = { survey, questionnaire: questionnaire.content, sheets }
      return page(c, <PrintPage t={words(c.var.locale)} locale={c.var.locale} {...props} />)
    }),
  )

  .get(
    '/enquetes/:survey/feuilles/:surveySheet/saisie',
    deskHand,
    withSheet((c, found, sheet) => keyPage(c, found, sheet, { values: {}, errors: {} }, emptyForm(AsideForm), 200)),
  )
  .post(
    '/enquetes/:survey/feuilles/:surveySheet/saisie',
    deskHand,
    withSheet(async (c, found, sheet) => {
      const { survey, questionnaire } = found
      const t = words(c.var.locale)
      const { values } = await typedHere(c)
      const read = readWhole(questionnaire.content, values)
      const problems = withoutMissing(read.problems)
      if (Object.keys(problems).length > 0)
        return keyPage(c, found, sheet, formOf(values, problems, c.var.locale), emptyForm(AsideForm), 422)
      const settings = await settingsOf(c.var, 'surveys', surveySettings)
      const person = c.var.actor.onBehalf?.keyedBy ?? signedIn(c).personId
      const keyed = await keySheet(c.var, questionnaire, sheet, {
        answers: read.answers,
        person,
        single: settings['keying.double'] === 'single',
      })
      if (!keyed.ok) return conflict(c, t(`key.refused.${keyed.because}`))
      await record(c.var, 'survey.sheet-keyed', { subject: subjectOf(survey.id), content: { sheet: sheet.number, state: keyed.state } })
      return redirect(c, `/enquetes/${survey.id}/feuilles${keyed.state === 'to-settle' ? `/${sheet.number}/ecarts` : ''}`)
    }),
  )
  .post(
    '/enquetes/:survey/feuilles/:surveySheet/ecart',
    deskHand,
    withSheet(async (c, found, sheet) => {
      const form = await submitted(c, AsideForm)
      if (!form.ok) return keyPage(c, found, sheet, { values: {}, errors: {} }, form, 422)
      if (sheet.outcome !== null || found.survey.standing === 'counted') return conflict(c, words(c.var.locale)('key.refused.finished'))
      await setSheetAside(c.var, found.questionnaire.id, sheet, form.value.reason)
      await record(c.var, 'survey.sheet-set-aside', {
        subject: subjectOf(found.survey.id),
        content: { sheet: sheet.number, reason: form.value.reason },
      })
      return redirect(c, `/enquetes/${found.survey.id}/feuilles`)
    }),
  )

  .get(
    '/enquetes/:survey/feuilles/:surveySheet/ecarts',
    deskHand,
    withSheet((c, found, sheet) => settlePage(c, found, sheet, { values: {}, errors: {} }, 200)),
  )
  .post(
    '/enquetes/:survey/feuilles/:surveySheet/ecarts',
    deskHand,
    withSheet(async (c, found, sheet) => {
      const { survey, questionnaire } = found
      const t = words(c.var.locale)
      if (sheet.state !== 'to-settle') return conflict(c, t('key.refused.finished'))
      const { differing, first } = await differencesOf(c, found, sheet)
      const { values } = await typedHere(c)
      const isAsked = (field: string) => differing.includes(field.split('.')[0] ?? '')
      const kept = Object.fromEntries([
        ...Object.entries(valuesOf(first)).filter(([field]) => !isAsked(field)),
        ...Object.entries(values).filter(([field]) => isAsked(field)),
      ])
      const read = readWhole(questionnaire.content, kept)
      const problems = withoutMissing(read.problems)
      if (Object.keys(problems).length > 0) return settlePage(c, found, sheet, formOf(values, problems, c.var.locale), 422)
      const counted = await settleSheet(c.var, questionnaire, sheet, read.answers)
      if (!counted.ok) return conflict(c, t(`key.refused.${counted.because === 'already' ? 'finished' : counted.because}`))
      await record(c.var, 'survey.sheet-settled', { subject: subjectOf(survey.id), content: { sheet: sheet.number, fields: differing } })
      return redirect(c, `/enquetes/${survey.id}/feuilles`)
    }),
  )

function withSheet(work: (c: Request, found: Found, sheet: Sheet) => Response | Promise<Response>) {
  return withSurvey(async (c, found) => {
    const number = whole(c.req.param('surveySheet'), 0)
    const sheet = number > 0 ? await sheetNumbered(c.var, found.questionnaire.id, number) : undefined
    return sheet ? work(c, found, sheet) : notFound(c)
  })
}

const whole = (text: string | undefined, otherwise: number) => (/^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : otherwise)

const differencesOf = async (c: Request, { questionnaire }: Found, sheet: Sheet) => {
  const readings = await readingsOf(c.var, questionnaire.id, sheet.number)
  const [first = {}, second = {}] = readings
  const differing = [...new Set(compareKeying(questionnaire.content, first, second).map(one => one.field.split('.')[0] ?? ''))]
  return { readings, first, differing: readings.length === 2 ? differing : [] }
}

const sheetsPage = async (
  c: Request,
  { survey, questionnaire }: Found,
  form: Form<{ count: number; language: string }>,
  status: 200 | 422,
) => {
  const asked = whole(c.req.query('page'), 1)
  const sheets = await sheetsFrom(c.var, questionnaire.id, (asked - 1) * perPage + 1, perPage + 1)
  const settings = await settingsOf(c.var, 'surveys', surveySettings)
  const props = {
    survey,
    sheets: sheets.slice(0, perPage),
    hasMore: sheets.length > perPage,
    pageNumber: asked,
    counts: await sheetCounts(c.var, questionnaire.id),
    languages: questionnaire.content.languages,
    form,
    isDouble: settings['keying.double'] === 'double',
    typedCode: (c.req.query('code') ?? '').slice(0, 30).toWellFormed(),
  }
  return page(c, <SheetsPage t={words(c.var.locale)} {...props} />, status)
}

const keyPage = (
  c: Request,
  { survey, questionnaire }: Found,
  sheet: Sheet,
  form: AnyForm,
  aside: Form<{ reason: string }>,
  status: 200 | 422,
) => {
  const t = words(c.var.locale)
  const person = c.var.actor.onBehalf?.keyedBy ?? signedIn(c).personId
  const may = canKey(sheet, person)
  const refusal = survey.standing === 'counted' ? t('key.refused.not-open') : may.ok ? null : t(`key.refused.${may.because}`)
  const props = { survey, questionnaire: questionnaire.content, sheet, form, aside, refusal }
  return page(c, <KeySheetPage t={t} locale={c.var.locale} {...props} />, status)
}

const settlePage = async (c: Request, found: Found, sheet: Sheet, form: AnyForm, status: 200 | 422) => {
  const { readings, differing } = await differencesOf(c, found, sheet)
  const say = questionnaireWords(c.var.locale)
  const props = {
    survey: found.survey,
    sheet,
    questions: sheet.state === 'to-settle' ? differing.flatMap(code => questionNamed(found.questionnaire.content, code) ?? []) : [],
    readings,
    form,
    common: { other: say('answer.other'), unsure: say('answer.unsure') },
  }
  return page(c, <SettlePage t={words(c.var.locale)} locale={c.var.locale} {...props} />, status)
}
