import { z } from 'zod'
import {
  correctWording,
  isLanguage,
  Labels,
  Questionnaire,
  type Question,
  questionNamed,
  saveQuestionnaire,
  type Section,
  said,
} from '#engines/surveys'
import type { FormValues } from '#kernel/forms'
import { conflict, notFound, page, redirect, router, submitted, townHall } from '#kernel/http'
import { record } from '#kernel/journal'
import type { AnyForm } from '#kernel/ui'
import { EditedQuestion, Gesture, NewQuestionForm, NewSection, SectionForm } from '../forms.ts'
import { type Found, withSurvey } from '../here.ts'
import { words } from '../locales/index.ts'
import { ConditionPage } from '../pages/ConditionPage.tsx'
import { QuestionPage } from '../pages/QuestionPage.tsx'
import { QuestionsPage } from '../pages/QuestionsPage.tsx'
import { SectionPage } from '../pages/SectionPage.tsx'
import { TranslationPage } from '../pages/TranslationPage.tsx'
import { populationChoices } from '../population.ts'
import { addStep, saveSurvey } from '../queries/surveys.ts'
import { writeChoices } from '../rules/choices.ts'
import { checkConditions, conditionFrom, conditionTyped, earlierThan, withCondition } from '../rules/conditionForm.ts'
import {
  addQuestion,
  addSection,
  duplicateQuestion,
  moveQuestion,
  moveSection,
  removeQuestion,
  removeSection,
  replaceQuestion,
  replaceSection,
} from '../rules/editing.ts'
import { questionFrom, typedFrom } from '../rules/questionForm.ts'
import { toTranslate, translate } from '../rules/translation.ts'
import type { Request, SurveysTables } from '../schema.ts'
import { subjectOf } from '../subject.ts'

const Anything = z.looseObject({})
type Thing = { readonly kind: 'question'; readonly question: Question } | { readonly kind: 'section'; readonly section: Section }

export const editingRoutes = router<SurveysTables>()
  .get(
    '/enquetes/:survey/questions',
    townHall,
    withSurvey((c, found) => questionsPage(c, found, {}, 200)),
  )
  .post(
    '/enquetes/:survey/questions',
    townHall,
    withSurvey(async (c, found) => {
      const form = await submitted(c, NewQuestionForm)
      const section = [form.values['section'] ?? ''].flat()[0] ?? ''
      if (!form.ok) return questionsPage(c, found, { [section]: form }, 422)
      const added = addQuestion(found.questionnaire.content, form.value.section, form.value)
      if (!questionNamed(added.questionnaire, added.code)) return notFound(c)
      return save(c, found, added.questionnaire, `questions/${added.code}`)
    }),
  )
  .post(
    '/enquetes/:survey/parties',
    townHall,
    withSurvey(async (c, found) => {
      const form = await submitted(c, NewSection)
      if (!form.ok) return questionsPage(c, found, { '': form }, 422)
      return save(c, found, addSection(found.questionnaire.content, form.value.title), 'questions')
    }),
  )

  .get(
    '/enquetes/:survey/questions/:surveyQuestion{[a-z][a-z0-9_]*}',
    townHall,
    withQuestion((c, found, question) => questionPage(c, found, question, { values: typedFrom(question), errors: {} }, 200)),
  )
  .post(
    '/enquetes/:survey/questions/:surveyQuestion{[a-z][a-z0-9_]*}',
    townHall,
    withQuestion(async (c, found, question) => {
      const form = await submitted(c, EditedQuestion)
      if (!form.ok) return questionPage(c, found, question, form, 422)
      const t = words(c.var.locale)
      const { isFrozen } = found.questionnaire
      const before = typedFrom(question)
      const typed = isFrozen ? { ...form.value, ...structureKept(question, form.value) } : form.value
      const taken = !isFrozen && typed.dimension !== '' && typed.options === '' ? await populationChoices(c.var, typed.dimension) : []
      const read = questionFrom(taken.length > 0 && question.kind === 'one' ? { ...question, options: [...taken] } : question, {
        ...typed,
        options: taken.length > 0 ? writeChoices(taken, 'fr') : typed.options,
      })
      const wrong = (field: string, message: string): AnyForm => ({ values: { ...before, ...form.values }, errors: { [field]: message } })
      if (!read.ok) return questionPage(c, found, question, wrong(read.field, t('edit.wrong')), 422)
      const changed = replaceQuestion(found.questionnaire.content, read.question)
      if (!isFrozen) return save(c, found, changed, `questions#${question.code}`)
      if (form.value.reason.length < 5) return questionPage(c, found, question, wrong('reason', t('edit.reasonMissing')), 422)
      return (
        (await correct(c, found, changed, form.value.reason)) ?? questionPage(c, found, question, wrong('label', t('edit.structure')), 422)
      )
    }),
  )
  .post(
    '/enquetes/:survey/questions/:surveyQuestion{[a-z][a-z0-9_]*}/geste',
    townHall,
    withQuestion(async (c, found, { code }) => {
      const form = await submitted(c, Gesture)
      const { content } = found.questionnaire
      const changed = {
        up: () => moveQuestion(content, code, -1),
        down: () => moveQuestion(content, code, 1),
        duplicate: () => duplicateQuestion(content, code),
        remove: () => removeQuestion(content, code),
      }
      const act = form.ok && isOneOf(changed, form.value.act) ? changed[form.value.act] : null
      if (!act) return redirect(c, `/enquetes/${found.survey.id}/questions`)
      const after = act()
      return after ? save(c, found, after, 'questions') : conflict(c, words(c.var.locale)('refused.needed'))
    }),
  )

  .get(
    '/enquetes/:survey/parties/:surveyPage{[a-z][a-z0-9_]*}',
    townHall,
    withSection((c, found, section) => sectionPage(c, found, section, { values: sectionTyped(section), errors: {} }, 200)),
  )
  .post(
    '/enquetes/:survey/parties/:surveyPage{[a-z][a-z0-9_]*}',
    townHall,
    withSection(async (c, found, section) => {
      const form = await submitted(c, SectionForm)
      if (!form.ok) return sectionPage(c, found, section, form, 422)
      const { title, intro, reason } = form.value
      const { intro: _before, ...rest } = section
      const changed = { ...rest, title: { ...section.title, fr: title }, ...(intro ? { intro: { ...section.intro, fr: intro } } : {}) }
      const questionnaire = replaceSection(found.questionnaire.content, changed)
      if (!found.questionnaire.isFrozen) return save(c, found, questionnaire, `questions#${section.code}`)
      const t = words(c.var.locale)
      if (reason.length < 5)
        return sectionPage(c, found, section, { values: form.values, errors: { reason: t('edit.reasonMissing') } }, 422)
      return (await correct(c, found, questionnaire, reason)) ?? conflict(c, t('edit.structure'))
    }),
  )
  .post(
    '/enquetes/:survey/parties/:surveyPage{[a-z][a-z0-9_]*}/geste',
    townHall,
    withSection(async (c, found, { code }) => {
      const form = await submitted(c, Gesture)
      const { content } = found.questionnaire
      const changed = {
        up: () => moveSection(content, code, -1),
        down: () => moveSection(content, code, 1),
        remove: () => removeSection(content, code),
      }
      const act = form.ok && isOneOf(changed, form.value.act) ? changed[form.value.act] : null
      if (!act) return redirect(c, `/enquetes/${found.survey.id}/questions`)
      const after = act()
      return after ? save(c, found, after, 'questions') : conflict(c, words(c.var.locale)('refused.not-empty'))
    }),
  )

  .get(
    '/enquetes/:survey/questions/:surveyQuestion{[a-z][a-z0-9_]*}/condition',
    townHall,
    withQuestion((c, found, question) => conditionPage(c, found, { kind: 'question', question }, conditionTyped(question.showIf), {}, 200)),
  )
  .post(
    '/enquetes/:survey/questions/:surveyQuestion{[a-z][a-z0-9_]*}/condition',
    townHall,
    withQuestion((c, found, question) => saveCondition(c, found, { kind: 'question', question })),
  )
  .get(
    '/enquetes/:survey/parties/:surveyPage{[a-z][a-z0-9_]*}/condition',
    townHall,
    withSection((c, found, section) => conditionPage(c, found, { kind: 'section', section }, conditionTyped(section.showIf), {}, 200)),
  )
  .post(
    '/enquetes/:survey/parties/:surveyPage{[a-z][a-z0-9_]*}/condition',
    townHall,
    withSection((c, found, section) => saveCondition(c, found, { kind: 'section', section })),
  )

  .post(
    '/enquetes/:survey/langues',
    townHall,
    withSurvey(async (c, found) => {
      const { values } = await submitted(c, Anything)
      const language = [values['language'] ?? ''].flat()[0] ?? ''
      const { content } = found.questionnaire
      if (!isLanguage(language) || content.languages.includes(language) || content.languages.length >= 8)
        return redirect(c, `/enquetes/${found.survey.id}/questions`)
      return save(c, found, { ...content, languages: [...content.languages, language] }, `traduction/${language}`)
    }),
  )
  .get(
    '/enquetes/:survey/traduction/:surveyLanguage{[a-z][a-z]}',
    townHall,
    withSurvey((c, found) => {
      const language = c.req.param('surveyLanguage') ?? ''
      const lines = toTranslate(found.questionnaire.content, language)
      const texts = Object.fromEntries(lines.map(line => [line.field, line.text]))
      const { title, purpose } = found.survey
      return translationPage(c, found, language, { ...texts, _title: title[language] ?? '', _purpose: purpose[language] ?? '' }, {}, 200)
    }),
  )
  .post(
    '/enquetes/:survey/traduction/:surveyLanguage{[a-z][a-z]}',
    townHall,
    withSurvey(async (c, found) => {
      const language = c.req.param('surveyLanguage') ?? ''
      if (!found.questionnaire.content.languages.includes(language)) return notFound(c)
      const { values } = await submitted(c, Anything)
      const typed = texts(values)
      const read = translate(found.questionnaire.content, language, typed)
      const t = words(c.var.locale)
      if (!read.ok) return translationPage(c, found, language, values, { [read.field]: t('translation.lines') }, 422)
      const parsed = Questionnaire.safeParse(read.questionnaire)
      if (!parsed.success) return translationPage(c, found, language, values, { '': t('edit.wrong') }, 422)
      const { survey } = found
      await saveSurvey(c.var, survey.id, {
        title: inLanguage(survey.title, language, typed['_title'] ?? '', 200),
        purpose: inLanguage(survey.purpose, language, typed['_purpose'] ?? '', 2000),
        asked_by: survey.askedBy,
        follow_up: survey.followUp,
        audience: survey.audience,
        closes_on: survey.closesOn,
        service_id: survey.service,
        measure_id: survey.measure,
      })
      if (!found.questionnaire.isFrozen) return save(c, found, parsed.data, 'questions')
      return (await correct(c, found, parsed.data, t('translation.reason', { language }))) ?? conflict(c, t('edit.structure'))
    }),
  )

function withQuestion(work: (c: Request, found: Found, question: Question) => Response | Promise<Response>) {
  return withSurvey((c, found) => {
    const question = questionNamed(found.questionnaire.content, c.req.param('surveyQuestion') ?? '')
    return question ? work(c, found, question) : notFound(c)
  })
}
function withSection(work: (c: Request, found: Found, section: Section) => Response | Promise<Response>) {
  return withSurvey((c, found) => {
    const section = found.questionnaire.content.sections.find(one => one.code === c.req.param('surveyPage'))
    return section ? work(c, found, section) : notFound(c)
  })
}

/** Keeps a questionnaire that is still being written; an open one is not changed, and says why. */
const save = async (c: Request, { survey, questionnaire }: Found, content: Questionnaire, then: string) => {
  const parsed = Questionnaire.safeParse(content)
  const kept = parsed.success && (await saveQuestionnaire(c.var, questionnaire.id, parsed.data))
  if (!kept) return conflict(c, words(c.var.locale)(parsed.success ? 'refused.frozen' : 'refused.too-long'))
  await record(c.var, 'survey.rewritten', { subject: subjectOf(survey.id) })
  return redirect(c, `/enquetes/${survey.id}/${then}`)
}

/** Corrects the words of an open survey; null when more than words would change. */
const correct = async (c: Request, { survey, questionnaire }: Found, content: Questionnaire, reason: string) => {
  const corrected = await correctWording(c.var, questionnaire, content, reason)
  if (!corrected.ok) return null
  await addStep(c.var, survey.id, { kind: 'corrected', reason })
  await record(c.var, 'survey.corrected', { subject: subjectOf(survey.id), content: { reason, version: corrected.version } })
  return redirect(c, `/enquetes/${survey.id}/questions`)
}

const saveCondition = async (c: Request, found: Found, thing: Thing) => {
  const { values } = await submitted(c, Anything)
  const read = conditionFrom(texts(values))
  const t = words(c.var.locale)
  if (!read.ok) return conditionPage(c, found, thing, values, { [`answer${read.row}`]: t('condition.wrong') }, 422)
  const code = thing.kind === 'question' ? thing.question.code : thing.section.code
  const changed = withCondition(found.questionnaire.content, code, thing.kind === 'section', read.condition)
  const flaw = checkConditions(changed, code)
  if (flaw) return conditionPage(c, found, thing, values, { question1: t(`flaw.${flaw}`) }, 422)
  return save(c, found, changed, `questions#${code}`)
}

const conditionPage = (c: Request, found: Found, thing: Thing, values: FormValues, errors: AnyForm['errors'], status: 200 | 422) => {
  const { locale } = c.var
  const { code } = thing.kind === 'question' ? thing.question : thing.section
  const name = said(thing.kind === 'question' ? thing.question.label : thing.section.title, 'fr').text
  const props = {
    survey: found.survey,
    questionnaire: found.questionnaire.content,
    at: `${thing.kind === 'question' ? 'questions' : 'parties'}/${code}`,
    name,
    earlier: earlierThan(found.questionnaire.content, code),
    form: { values, errors },
  }
  return page(c, <ConditionPage t={words(locale)} locale={locale} {...props} />, status)
}
const questionsPage = (c: Request, { survey, questionnaire }: Found, forms: Readonly<Record<string, AnyForm>>, status: 200 | 422) => {
  const props = { survey, questionnaire: questionnaire.content, isFrozen: questionnaire.isFrozen, forms }
  return page(c, <QuestionsPage t={words(c.var.locale)} locale={c.var.locale} {...props} />, status)
}
const questionPage = (c: Request, { survey, questionnaire }: Found, question: Question, form: AnyForm, status: 200 | 422) =>
  page(
    c,
    <QuestionPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      survey={survey}
      question={question}
      form={form}
      isFrozen={questionnaire.isFrozen}
    />,
    status,
  )
const sectionPage = (c: Request, { survey, questionnaire }: Found, section: Section, form: AnyForm, status: 200 | 422) =>
  page(c, <SectionPage t={words(c.var.locale)} survey={survey} section={section} form={form} isFrozen={questionnaire.isFrozen} />, status)
const translationPage = (c: Request, found: Found, language: string, values: FormValues, errors: AnyForm['errors'], status: 200 | 422) => {
  if (!found.questionnaire.content.languages.includes(language) || language === 'fr') return notFound(c)
  const props = { survey: found.survey, language, lines: toTranslate(found.questionnaire.content, language), form: { values, errors } }
  return page(c, <TranslationPage t={words(c.var.locale)} {...props} />, status)
}

const sectionTyped = (section: Section) => ({ title: said(section.title, 'fr').text, intro: section.intro?.['fr'] ?? '' })
const texts = (values: FormValues): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, ([value].flat()[0] ?? '').toWellFormed().replaceAll('\u0000', '')]),
  )
const inLanguage = (labels: Labels, language: string, text: string, longest: number): Labels => {
  const { [language]: _before, ...rest } = labels
  const said = text.trim().slice(0, longest).toWellFormed()
  return said === '' ? rest : { ...rest, [language]: said }
}
const isOneOf = <Acts extends object>(acts: Acts, act: string): act is Extract<keyof Acts, string> => Object.hasOwn(acts, act)

/** What an open survey does not let change: everything that is not words. */
const structureKept = (question: Question, typed: Record<string, unknown>) => {
  const before = typedFrom(question)
  const wordsOnly = ['label', 'help', 'low', 'high', 'unit', 'options', 'rows']
  return Object.fromEntries(
    Object.keys(typed)
      .filter(name => !wordsOnly.includes(name) && name !== 'reason')
      .map(name => [name, typeof typed[name] === 'boolean' ? before[name] === 'oui' : (before[name] ?? '')]),
  )
}
