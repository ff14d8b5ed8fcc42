import { exportFile, beginExport, columnsOf, exportsOf, questionnaireWords, responseCounts } from '#engines/surveys'
import { emptyForm, type Form, type FormValues, refuseField } from '#kernel/forms'
import { agent, anyone, conflict, download, notFound, page, redirect, router, submitted, townHall } from '#kernel/http'
import { record } from '#kernel/journal'
import { stringify } from 'csv-stringify/sync'
import { EffectForm, PublicationForm } from '../forms.ts'
import { type Found, withSurvey } from '../here.ts'
import { words } from '../locales/index.ts'
import { CountPage } from '../pages/CountPage.tsx'
import { EffectsPage } from '../pages/EffectsPage.tsx'
import { ExportsPage } from '../pages/ExportsPage.tsx'
import { PosterPage } from '../pages/PosterPage.tsx'
import { ResultsPage } from '../pages/ResultsPage.tsx'
import { TextsPage } from '../pages/TextsPage.tsx'
import { knownMargins } from '../population.ts'
import { addEffect, effectsOf } from '../queries/effects.ts'
import { addPublication, publicationsOf } from '../queries/publications.ts'
import { saveReading } from '../queries/readings.ts'
import { computeResults } from '../results.ts'
import { crossingsOffered } from '../rules/crossings.ts'
import { canPublish } from '../rules/standing.ts'
import { textDecision } from '../rules/textDecision.ts'
import type { Request, SurveysTables } from '../schema.ts'
import { subjectOf } from '../subject.ts'
import { textsToRead, unreadTexts } from '../texts.ts'
import { typedHere } from './typedHere.ts'

export const resultRoutes = router<SurveysTables>()
  .get(
    '/enquetes/:survey/resultats',
    anyone,
    withSurvey(async (c, { survey, questionnaire }) => {
      const { locale, actor } = c.var
      const publications = await publicationsOf(c.var, survey.id)
      const asked = Number(c.req.query('version') ?? publications[0]?.version)
      const shown = publications.find(one => one.version === asked) ?? publications[0]
      if (!shown) return notFound(c)
      const props = {
        survey,
        questionnaire: questionnaire.content,
        shown,
        versions: publications.map(({ version, publishedAt }) => ({ version, publishedAt })),
        effects: await effectsOf(c.var, survey.id),
        isTownHall: townHall.allows(actor),
      }
      return page(c, <ResultsPage t={words(locale)} locale={locale} {...props} />)
    }),
  )

  .get(
    '/enquetes/:survey/depouillement',
    townHall,
    withSurvey((c, found) =>
      countPage(c, found, emptyForm(PublicationForm, { weighted: c.req.query('weighted') ?? '' }), chosenIn(c), 200),
    ),
  )
  .post(
    '/enquetes/:survey/publication',
    townHall,
    withSurvey(async (c, found) => {
      const { survey, questionnaire } = found
      const t = words(c.var.locale)
      const form = await submitted(c, PublicationForm)
      const crossings = listOf(form.values, 'crossing')
      if (!form.ok) return countPage(c, found, form, crossings, 422)
      const { total } = await responseCounts(c.var, questionnaire.id)
      const verdict = canPublish(survey.standing, total)
      if (!verdict.ok) return conflict(c, t(`refused.${verdict.because}`))
      const wanted = { crossings, weighted: form.value.weighted }
      const { results, refusal } = await computeResults(c.var, survey.id, questionnaire, marginsFor(c, found), wanted)
      if (refusal) return countPage(c, found, refuseField(form, 'weighted', t('weight.refused')), crossings, 422)
      const version = await addPublication(c.var, survey.id, { content: results, remarks: form.value.remarks })
      await record(c.var, 'survey.published', { subject: subjectOf(survey.id), content: { version } })
      return redirect(c, `/enquetes/${survey.id}/resultats`)
    }),
  )

  .get(
    '/enquetes/:survey/textes',
    townHall,
    withSurvey(async (c, found) => textsPage(c, found, {}, 200)),
  )
  .post(
    '/enquetes/:survey/textes',
    townHall,
    withSurvey(async (c, found) => {
      const { survey, questionnaire } = found
      const { values } = await typedHere(c)
      const first = (name: string) => [values[name] ?? ''].flat()[0] ?? ''
      const offered = await textsToRead(c.var, survey.id, questionnaire, 200)
      const text = offered.find(one => one.response === first('response') && one.field === first('field'))
      if (!text) return conflict(c, words(c.var.locale)('refused.already-read'))
      const decision = textDecision(text.text, first('decision'), first('text'))
      if (!decision) return textsPage(c, found, { [`${text.response} ${text.field}`]: words(c.var.locale)('texts.choose') }, 422)
      await saveReading(c.var, survey.id, { response: text.response, field: text.field, ...decision })
      await record(c.var, 'survey.text-read', { subject: subjectOf(survey.id), content: { decision: decision.decision } })
      return redirect(c, `/enquetes/${survey.id}/textes`)
    }),
  )

  .get(
    '/enquetes/:survey/suites',
    townHall,
    withSurvey((c, found) => effectsPage(c, found, emptyForm(EffectForm, { kind: 'decided', on: c.var.today }), 200)),
  )
  .post(
    '/enquetes/:survey/suites',
    townHall,
    withSurvey(async (c, found) => {
      const form = await submitted(c, EffectForm)
      if (!form.ok) return effectsPage(c, found, form, 422)
      if (form.value.on > c.var.today) return effectsPage(c, found, refuseField(form, 'on', words(c.var.locale)('effects.future')), 422)
      await addEffect(c.var, found.survey.id, form.value)
      await record(c.var, 'survey.followed-up', { subject: subjectOf(found.survey.id), content: { kind: form.value.kind } })
      return redirect(c, `/enquetes/${found.survey.id}`)
    }),
  )

  .get(
    '/enquetes/:survey/exports',
    agent,
    withSurvey(async (c, { survey, questionnaire }) => {
      const exported = await exportsOf(c.var, questionnaire.id)
      return page(c, <ExportsPage t={words(c.var.locale)} survey={survey} exported={exported} />)
    }),
  )
  .post(
    '/enquetes/:survey/exports',
    agent,
    withSurvey(async (c, { survey, questionnaire }) => {
      const id = await beginExport(c.var, questionnaire.id)
      await record(c.var, 'survey.exported', { subject: subjectOf(survey.id), content: { export: id } })
      return redirect(c, `/enquetes/${survey.id}/exports`)
    }),
  )
  .get(
    '/enquetes/:survey/exports/:surveyExport/fichier',
    agent,
    withSurvey(async (c, { survey, questionnaire }) => {
      const file = await exportFile(c.var, questionnaire.id, c.req.param('surveyExport') ?? '0')
      if (!file) return notFound(c)
      return download(c, { name: `${c.var.body.slug}-enquete-${survey.id}-reponses.csv`, type: 'text/csv; charset=utf-8', body: file })
    }),
  )
  .get(
    '/enquetes/:survey/dictionnaire',
    anyone,
    withSurvey((c, { survey, questionnaire }) => {
      const t = questionnaireWords(c.var.locale)
      const head = ['name', 'question', 'kind', 'part', 'description']
      const always = (['number', 'day', 'channel', 'language'] as const).map(name => [columnNames[name], '', '', '', t(`column.${name}`)])
      const asked = columnsOf(questionnaire.content, c.var.locale).map(column => [
        column.name,
        column.label,
        column.kind,
        column.part ?? '',
        column.kind === 'many'
          ? t('column.chosen')
          : column.kind === 'ranking'
            ? t('column.rank')
            : column.kind === 'specified'
              ? t('column.specified')
              : column.kind === 'short' || column.kind === 'long'
                ? t('column.free')
                : '',
      ])
      return download(c, {
        name: `${c.var.body.slug}-enquete-${survey.id}-dictionnaire.csv`,
        type: 'text/csv; charset=utf-8; header=present',
        body: stringify([head, ...always, ...asked], { escape_formulas: true }),
      })
    }),
  )

  .get(
    '/enquetes/:survey/affiche',
    townHall,
    withSurvey((c, { survey }) => {
      const address = `${c.var.url}/enquetes/${survey.id}`
      return page(c, <PosterPage t={words(c.var.locale)} survey={survey} address={address} />)
    }),
  )

const columnNames = { number: 'number', day: 'received_on', channel: 'channel', language: 'language' } as const

const marginsFor =
  (c: Request, { questionnaire }: Found) =>
  (day: string) =>
    knownMargins(c.var, questionnaire.content, day)
const listOf = (values: FormValues, name: string): readonly string[] => [values[name] ?? []].flat()
const chosenIn = (c: Request): readonly string[] => c.req.queries('crossing') ?? []

const countPage = async (c: Request, found: Found, form: Form<PublicationForm>, crossings: readonly string[], status: 200 | 422) => {
  const { survey, questionnaire } = found
  const { locale } = c.var
  const margins = await marginsFor(c, found)(c.var.today)
  const weighted = [form.values['weighted'] ?? ''].flat()[0] !== ''
  const { total } = await responseCounts(c.var, questionnaire.id)
  const verdict = canPublish(survey.standing, total)
  const computed = verdict.ok ? await computeResults(c.var, survey.id, questionnaire, marginsFor(c, found), { crossings, weighted }) : null
  const props = {
    survey,
    questionnaire: questionnaire.content,
    form,
    computed,
    refusal: verdict.ok ? null : verdict.because,
    offered: crossingsOffered(questionnaire.content),
    crossings,
    weighted,
    canWeight: margins.length > 0,
    unread: await unreadTexts(c.var, survey.id, questionnaire),
  }
  return page(c, <CountPage t={words(locale)} locale={locale} {...props} />, status)
}

const textsPage = async (c: Request, { survey, questionnaire }: Found, errors: Readonly<Record<string, string>>, status: 200 | 422) => {
  const texts = await textsToRead(c.var, survey.id, questionnaire, 20)
  const unread = await unreadTexts(c.var, survey.id, questionnaire)
  return page(c, <TextsPage t={words(c.var.locale)} survey={survey} texts={texts} unread={unread} errors={errors} />, status)
}

const effectsPage = async (c: Request, { survey }: Found, form: Form<EffectForm>, status: 200 | 422) =>
  page(c, <EffectsPage t={words(c.var.locale)} survey={survey} form={form} effects={await effectsOf(c.var, survey.id)} />, status)
