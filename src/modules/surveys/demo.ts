import {
  closeQuestionnaire,
  createQuestionnaire,
  freezeQuestionnaire,
  keySheet,
  printSheets,
  Questionnaire,
  questionnaireOf,
  recordResponse,
  sheetNumbered,
} from '#engines/surveys'
import { formCode } from '#engines/paper'
import { addDays } from '#kernel/clock'
import { cast, type CastMember, daysAgo } from '#kernel/demonstration'
import { readServices } from '#modules/catalogue'
import { inventedAnswers } from './data/inventedAnswers.ts'
import { inventedSurveys, type InventedSurvey } from './data/inventedSurveys.ts'
import { knownMargins } from './population.ts'
import { addEffect } from './queries/effects.ts'
import { addPublication } from './queries/publications.ts'
import { saveReading } from './queries/readings.ts'
import { addStep, addSurvey, dateSurvey } from './queries/surveys.ts'
import { computeResults } from './results.ts'
import type { Here } from './schema.ts'
import { subjectOf } from './subject.ts'
import { textsToRead } from './texts.ts'

/** Invented surveys: one open with a sheet half keyed, one published with its crossings, one being prepared. */
export const demo = async (world: Here): Promise<void> => {
  const services = await readServices(world.db, world.body.id)
  for (const invented of inventedSurveys) {
    const service = services.find(one => one.name.toLowerCase().includes(invented.service))?.id ?? null
    await live(world, invented, service)
  }
}

const live = async (world: Here, invented: InventedSurvey, service: string | null) => {
  const opening = at(world, invented.openedDaysAgo, cast.claire)
  const id = await addSurvey(opening, {
    title: invented.title,
    purpose: invented.purpose,
    asked_by: invented.askedBy,
    follow_up: invented.followUp,
    audience: 'anyone',
    closes_on: addDays(world.today, invented.closesInDays),
    service_id: service,
    measure_id: null,
  })
  const content = Questionnaire.parse(invented.questionnaire)
  await createQuestionnaire(opening, subjectOf(id), content)
  if (invented.standing === 'preparing') return
  const begun = await stored(world, id)
  const frozen = await freezeQuestionnaire(opening, begun)
  if (!frozen.ok) throw new Error(`The demonstration opens a survey with flaws: ${JSON.stringify(frozen.flaws)}`)
  await dateSurvey(opening, id, { opened_at: opening.now })
  await addStep(opening, id, { kind: 'opened', until: addDays(world.today, invented.closesInDays) })
  const questionnaire = await stored(world, id)
  for (const { answers, channel, day } of inventedAnswers(content, invented.answers, invented.seed)) {
    const then = at(world, -Math.min(day, -invented.openedDaysAgo), cast.claire)
    const counted = await recordResponse(then, questionnaire, { answers, channel, language: 'fr', answerer: 'nobody' })
    if (!counted.ok) throw new Error(`The demonstration gives answers that are refused: ${JSON.stringify(counted)}`)
  }
  if (invented.standing === 'open') await halfKeyed(at(world, -2, cast.claire), id)
  if (invented.standing === 'published') await published(world, id)
}

/** Six sheets: one keyed once by Claire, one whose two readings differ. */
const halfKeyed = async (world: Here, id: string) => {
  const questionnaire = await stored(world, id)
  const codeOf = (number: number) => formCode(world, `/enquetes/${id}/feuilles/${number}/saisie`)
  await printSheets(world, questionnaire.id, { count: 6, language: 'fr', codeOf })
  const readings = [
    { sheet: 1, person: cast.claire.id, answers: { uses: 'often', priorities: ['hours', 'waiting'], age: 'age_60_74', sex: 'sex_f' } },
    { sheet: 2, person: cast.claire.id, answers: { uses: 'sometimes', priorities: ['access'], age: 'age_75_plus', sex: 'sex_m' } },
    { sheet: 2, person: cast.helene.id, answers: { uses: 'sometimes', priorities: ['waiting'], age: 'age_75_plus', sex: 'sex_m' } },
  ]
  for (const { sheet: number, person, answers } of readings) {
    const sheet = await sheetNumbered(world, questionnaire.id, number)
    const keyed = sheet && (await keySheet(world, questionnaire, sheet, { answers, person, single: false }))
    if (!keyed?.ok) throw new Error('The demonstration keys a sheet that is refused.')
  }
}

const published = async (world: Here, id: string) => {
  const closing = at(world, -20, cast.claire)
  await dateSurvey(closing, id, { closed_at: closing.now })
  await closeQuestionnaire(closing, (await stored(world, id)).id, closing.now)
  await addStep(closing, id, { kind: 'closed' })
  const questionnaire = await stored(world, id)
  for (const text of await textsToRead(closing, id, questionnaire, 200)) {
    const names = /Durand/.test(text.text)
    await saveReading(closing, id, {
      response: text.response,
      field: text.field,
      decision: names ? 'edited' : 'shown',
      text: names ? text.text.replace(/ ?de Mme Durand/, '') : text.text,
    })
  }
  const publishing = at(world, -15, cast.claire)
  const marginsOn = (day: string) => knownMargins(publishing, questionnaire.content, day)
  const wanted = { crossings: ['overall×age', 'details.waiting×age', 'overall×sex'], weighted: true }
  const { results, refusal } = await computeResults(publishing, id, questionnaire, marginsOn, wanted)
  if (refusal) throw new Error(`The demonstration cannot be weighted: ${refusal.because}`)
  await addPublication(publishing, id, {
    content: results,
    remarks:
      'L’accueil est apprécié ; l’attente ne l’est pas, surtout par les plus jeunes. Nous ouvrirons le samedi matin pendant six mois, puis nous poserons de nouveau ces questions.',
  })
  await addEffect(publishing, id, {
    kind: 'decided',
    text: 'Ouvrir l’accueil le samedi de 9 h à 12 h, pendant six mois.',
    on: publishing.today,
  })
}

const stored = async (world: Here, id: string) => {
  const found = await questionnaireOf(world, subjectOf(id))
  if (!found) throw new Error('The demonstration lost a questionnaire.')
  return found
}

/** The same commune some days from today, as that person. */
const at = (world: Here, days: number, person: CastMember): Here => daysAgo(world, -days, person)
