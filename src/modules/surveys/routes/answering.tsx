import {
  checkAnswers,
  continueCode,
  continueDraft,
  forgetDraft,
  formOf,
  hasAnswered,
  holds,
  isLanguage,
  openElsewhere,
  placeOf,
  readSection,
  recordResponse,
  saveDraft,
  shownSections,
  valuesOf,
  visibleAnswers,
} from '#engines/surveys'
import { paceRefusal, type PaceVerdict, together, withinRate } from '#engines/moderation'
import type { FormValues } from '#kernel/forms'
import { emptyForm, refuseField } from '#kernel/forms'
import { anyone, conflict, forbidden, page, redirect, router, submitted, tooMany, townHall } from '#kernel/http'
import { record } from '#kernel/journal'
import { visitor } from '#kernel/people'
import { measuresById } from '#modules/measures'
import { serviceNamed } from '#modules/catalogue'
import { CodeForm } from '../forms.ts'
import { type Answering, answeringOf, type Found, withSurvey } from '../here.ts'
import { words } from '../locales/index.ts'
import { AnswerPage } from '../pages/AnswerPage.tsx'
import { LaterPage } from '../pages/LaterPage.tsx'
import { ReceiptPage } from '../pages/ReceiptPage.tsx'
import { ReviewPage } from '../pages/ReviewPage.tsx'
import { SurveyPage } from '../pages/SurveyPage.tsx'
import { effectsOf } from '../queries/effects.ts'
import { isReceipt, newReceipt } from '../receipt.ts'
import { canAnswer } from '../rules/standing.ts'
import type { Request, SurveysTables } from '../schema.ts'
import { subjectOf } from '../subject.ts'
import { typedHere } from './typedHere.ts'

export const answeringRoutes = router<SurveysTables>()
  .get(
    '/enquetes/:survey',
    anyone,
    withSurvey(async (c, found) => page(c, <SurveyPage {...await surveyProps(c, found)} form={emptyForm(CodeForm)} />)),
  )

  .post(
    '/enquetes/:survey/debut',
    anyone,
    withSurvey((c, found) =>
      answering(c, found, async (at, draftKey) => {
        const { language } = await typedHere(c)
        const pace = await paceOfBeginning(c, found, at)
        if (!pace.ok) return tooMany(c, paceRefusal(pace, c.var.locale))
        const kept = { section: at.draft?.section ?? null, language: languageIn(found, language), answers: at.draft?.answers ?? {} }
        await saveDraft(c.var, found.questionnaire.id, draftKey, kept)
        const place = placeOf(found.questionnaire.content, kept.answers, kept.section)
        return redirect(c, `/enquetes/${found.survey.id}/reponse/${place?.section.code ?? 'relecture'}${queryOf(at)}`)
      }),
    ),
  )

  .get(
    '/enquetes/:survey/reponse/:surveyPage{[a-z][a-z0-9_]*}',
    anyone,
    withSurvey(async (c, found) => {
      const at = await answeringOf(c, found, false)
      const refused = await refusedBy(c, found, at)
      if (refused) return refused
      return drawPage(c, found, at, at.draft?.answers ?? {}, c.req.param('surveyPage') ?? '', null, 200)
    }),
  )

  .post(
    '/enquetes/:survey/reponse/:surveyPage{[a-z][a-z0-9_]*}',
    anyone,
    withSurvey((c, found) =>
      answering(c, found, async (at, draftKey) => {
        const { survey, questionnaire } = found
        const code = c.req.param('surveyPage') ?? ''
        const place = placeOf(questionnaire.content, at.draft?.answers ?? {}, code)
        if (!place || place.section.code !== code) return redirect(c, `/enquetes/${survey.id}/relecture${queryOf(at)}`)
        const { values, language, go, seen } = await typedHere(c)
        const read = readSection(place.section, values, at.draft?.answers ?? {})
        if (go === 'next' && Object.keys(read.problems).length > 0)
          return drawPage(c, found, at, read.answers, code, { values, problems: read.problems }, 422)
        const pace = await paceOfBeginning(c, found, at)
        if (!pace.ok) return tooMany(c, paceRefusal(pace, c.var.locale))
        const after = placeOf(questionnaire.content, read.answers, code) ?? place
        // An answer has just brought up a question of this very page: it is asked before going on.
        const isNew = seen !== null && place.section.questions.some(one => holds(one.showIf, read.answers) && !seen.includes(one.code))
        const section = go === 'next' ? (isNew ? code : after.next) : go === 'previous' ? after.previous : code
        const spoken = go === 'language' ? languageIn(found, language) : (at.draft?.language ?? 'fr')
        await saveDraft(c.var, questionnaire.id, draftKey, { section: section ?? code, language: spoken, answers: read.answers })
        if (go === 'later' && at.mode === 'real') {
          await openElsewhere(c.var, questionnaire.id, draftKey)
          return redirect(c, `/enquetes/${survey.id}/plus-tard`)
        }
        const target = go === 'next' && !isNew && after.next === null ? 'relecture' : `reponse/${section ?? code}`
        return redirect(c, `/enquetes/${survey.id}/${target}${queryOf(at)}`)
      }),
    ),
  )

  .get(
    '/enquetes/:survey/relecture',
    anyone,
    withSurvey(async (c, found) => {
      const at = await answeringOf(c, found, false)
      return (await refusedBy(c, found, at)) ?? drawReview(c, found, at, 200)
    }),
  )

  .post(
    '/enquetes/:survey/envoi',
    anyone,
    withSurvey((c, found) =>
      answering(c, found, async (at, draftKey) => {
        const { survey, questionnaire } = found
        const t = words(c.var.locale)
        const answers = at.draft?.answers ?? {}
        const query = queryOf(at)
        if (at.mode === 'trial') {
          const { problems } = checkAnswers(questionnaire.content, answers)
          if (Object.keys(problems).length > 0) return drawReview(c, found, at, 422)
          await forgetDraft(c.var, questionnaire.id, draftKey)
          return redirect(c, `/enquetes/${survey.id}/merci`)
        }
        if (at.draft === undefined || at.seat === null) return redirect(c, `/enquetes/${survey.id}${query}`)
        const response = { answers, channel: at.channel, language: at.draft.language, answerer: at.seat }
        const counted = await recordResponse(c.var, questionnaire, response)
        if (!counted.ok) return counted.because === 'invalid' ? drawReview(c, found, at, 422) : conflict(c, t(`refused.${counted.because}`))
        await forgetDraft(c.var, questionnaire.id, draftKey)
        // The journal says the hour: whoever answers is nobody to it, so that only the list without hours says who did.
        const actor = { ...visitor, onBehalf: c.var.actor.onBehalf }
        await record({ ...c.var, actor }, 'survey.answered', { subject: subjectOf(survey.id), content: { channel: at.channel } })
        return redirect(c, `/enquetes/${survey.id}/merci?recu=${newReceipt(c.var, survey.id)}${query.replace('?', '&')}`)
      }),
    ),
  )

  .get(
    '/enquetes/:survey/merci',
    anyone,
    withSurvey(async (c, found) => {
      const { locale } = c.var
      const at = await answeringOf(c, found, false)
      const asked = c.req.query('recu') ?? ''
      const receipt = isReceipt(c.var, found.survey.id, asked) ? asked.trim().toUpperCase() : null
      return page(
        c,
        <ReceiptPage t={words(locale)} locale={locale} survey={found.survey} receipt={receipt} mode={at.mode} query={queryOf(at)} />,
      )
    }),
  )

  .get(
    '/enquetes/:survey/plus-tard',
    anyone,
    withSurvey(async (c, found) => {
      const { locale } = c.var
      const at = await answeringOf(c, found, false)
      const code = at.draftKey ? await continueCode(c.var, found.questionnaire.id, at.draftKey) : null
      const isOwn = at.draftKey !== null && 'person' in at.draftKey
      return page(c, <LaterPage t={words(locale)} locale={locale} survey={found.survey} code={code} isOwn={isOwn} />)
    }),
  )

  .post(
    '/enquetes/:survey/reprise',
    anyone,
    withSurvey((c, found) =>
      answering(c, found, async (_, draftKey) => {
        const form = await submitted(c, CodeForm)
        if (!form.ok) return page(c, <SurveyPage {...await surveyProps(c, found)} form={form} />, 422)
        if (!(await continueDraft(c.var, found.questionnaire.id, form.value.code, draftKey))) {
          const refused = refuseField(form, 'code', words(c.var.locale)('survey.codeUnknown'))
          return page(c, <SurveyPage {...await surveyProps(c, found)} form={refused} />, 422)
        }
        const { draft } = await answeringOf(c, found, true)
        const place = placeOf(found.questionnaire.content, draft?.answers ?? {}, draft?.section ?? null)
        return redirect(c, `/enquetes/${found.survey.id}/reponse/${place?.section.code ?? 'relecture'}`)
      }),
    ),
  )

/** As many people as sit down at one tablet in an hour; whoever copied its address goes no faster. */
const mostAtTheCounter = 120

/** A draft is begun by a person, by a browser that anyone may invent anew, or on the tablet of the counter. */
const paceOfBeginning = async (c: Request, { survey }: Found, at: Answering): Promise<PaceVerdict> => {
  if (at.draft) return { ok: true }
  if (at.mode === 'counter') return together(c.var, `survey-counter:${survey.id}`, mostAtTheCounter)
  const actor = at.draftKey !== null && 'person' in at.draftKey ? c.var.actor : visitor
  return withinRate({ ...c.var, actor }, 'survey-draft', 'gesture')
}

/** Goes on when this person or browser may answer; otherwise says why. */
const answering = async (
  c: Request,
  found: Found,
  work: (at: Answering, draftKey: NonNullable<Answering['draftKey']>) => Promise<Response>,
): Promise<Response> => {
  const at = await answeringOf(c, found, true)
  const refused = await refusedBy(c, found, at)
  if (refused) return refused
  return at.draftKey === null ? redirect(c, `/enquetes/${found.survey.id}`) : work(at, at.draftKey)
}

const refusedBy = async (c: Request, found: Found, at: Answering): Promise<Response | null> => {
  const refusal = await refusalOf(c, found, at)
  if (refusal === null) return null
  if (refusal === 'sign-in') return redirect(c, `/connexion?retour=/enquetes/${found.survey.id}`)
  const sentence = words(c.var.locale)(`refused.${refusal}`)
  return refusal === 'not-verified' ? forbidden(c, sentence) : conflict(c, sentence)
}

const refusalOf = async (c: Request, { survey, questionnaire }: Found, at: Answering) => {
  if (at.mode === 'trial') return null
  const { actor } = c.var
  const verdict = canAnswer({
    standing: survey.standing,
    audience: survey.audience,
    isSignedIn: actor.personId !== null,
    isVerified: actor.roles.has('verified'),
    hasAnswered: at.seat !== null && (await hasAnswered(c.var, questionnaire.id, at.seat)),
  })
  return verdict.ok ? null : verdict.because
}

const drawPage = (
  c: Request,
  { survey, questionnaire }: Found,
  at: Answering,
  answers: Parameters<typeof valuesOf>[0],
  code: string,
  typed: { readonly values: FormValues; readonly problems: ReturnType<typeof readSection>['problems'] } | null,
  status: 200 | 422,
) => {
  const { locale } = c.var
  const place = placeOf(questionnaire.content, answers, code)
  if (!place) return redirect(c, `/enquetes/${survey.id}`)
  const visible = visibleAnswers(questionnaire.content, answers)
  const shown = {
    ...place,
    section: { ...place.section, questions: place.section.questions.filter(question => holds(question.showIf, visible)) },
  }
  const form = typed ? formOf(typed.values, typed.problems, locale) : formOf(valuesOf(answers), {}, locale)
  const props = { survey, place: shown, form, languages: questionnaire.content.languages, query: queryOf(at), mode: at.mode }
  return page(c, <AnswerPage t={words(locale)} locale={locale} language={at.draft?.language ?? 'fr'} {...props} />, status)
}

const drawReview = (c: Request, { survey, questionnaire }: Found, at: Answering, status: 200 | 422) => {
  const { locale } = c.var
  const answers = visibleAnswers(questionnaire.content, at.draft?.answers ?? {})
  const sections = shownSections(questionnaire.content, answers)
  const { problems } = checkAnswers(questionnaire.content, answers)
  const wrong = sections
    .filter(section => section.questions.some(question => Object.keys(problems).some(field => field.split('.')[0] === question.code)))
    .map(section => section.code)
  const props = { survey, sections, answers, query: queryOf(at), mode: at.mode, wrong }
  return page(c, <ReviewPage t={words(locale)} locale={locale} language={at.draft?.language ?? 'fr'} {...props} />, status)
}

const surveyProps = async (c: Request, found: Found) => {
  const { survey, questionnaire } = found
  const { db, body, locale, actor } = c.var
  const at = await answeringOf(c, found, false)
  const [measure] = survey.measure ? await measuresById(db, body.id, [survey.measure]) : []
  const asked = c.req.query('langue') ?? at.draft?.language ?? locale
  return {
    t: words(locale),
    locale,
    survey,
    languages: questionnaire.content.languages,
    language: questionnaire.content.languages.includes(asked) ? asked : 'fr',
    pages: questionnaire.content.sections.length,
    mode: at.mode,
    counterKey: at.counterKey,
    refusal: await refusalOf(c, found, at),
    hasDraft: at.draft !== undefined,
    service: survey.service ? await serviceNamed(c.var, survey.service) : null,
    measure: measure?.title ?? null,
    effects: await effectsOf(c.var, survey.id),
    isTownHall: townHall.allows(actor),
  }
}

const queryOf = (at: Answering) => (at.counterKey ? `?borne=${at.counterKey}` : '')
const languageIn = ({ questionnaire }: Found, asked: string) =>
  isLanguage(asked) && questionnaire.content.languages.includes(asked) ? asked : 'fr'
