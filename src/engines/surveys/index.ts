import { sql } from '#kernel/db'
import { defineEngine } from '#kernel/service'
import { personalData } from './personalData.ts'
import { partWritten, writePart } from './queries/exports.ts'
import { retention } from './retention.ts'

/** Questionnaires as data: written, checked, frozen, answered on screen and on paper, exported. */
export const surveys = defineEngine({
  id: 'questionnaires',
  title: { fr: 'Questionnaires et réponses', en: 'Questionnaires and answers' },
  migrations: new URL('./migrations/', import.meta.url),
  personalData,
  retention,
  events: { [partWritten]: (world, event) => writePart(world, event.subject.slice('export:'.length)) },
  jobs: {
    // Written anew together and in the order of their random numbers, the day's answers no longer bear the mark of the transaction
    // in which each person was noted, nor lie in the order in which people came.
    'questionnaires.blur': {
      every: '20 3 * * *',
      run: system =>
        system.forEachBody(async ({ db, body, today }) => {
          await sql`with taken as (
              delete from questionnaires.response where body_id = ${body.id} and received_on between ${today}::date - 2 and ${today}::date - 1 returning *
            ) insert into questionnaires.response select * from taken order by id`.execute(db)
        }),
    },
  },
})

export {
  Condition,
  Question,
  Questionnaire,
  type QuestionnaireDraft,
  Section,
  type QuestionKind,
  questionKinds,
  questionNamed,
  questionsOf,
  other,
  unsure,
  type Choice as QuestionChoice,
  type Test,
} from './rules/questionnaire.ts'
export { directionOf, isLanguage, Labels, languageNames, said } from './rules/labels.ts'
export { Answers, type Answer, type Channel, channels } from './rules/answers.ts'
export { holds, shownSections, visibleAnswers } from './rules/conditions.ts'
export { checkAnswers, readSection, readWhole, type Read, withoutMissing } from './rules/readAnswers.ts'
export { codesOf, type Problem } from './rules/problemOf.ts'
export { checkQuestionnaire, missingWords, type Flaw } from './rules/checkQuestionnaire.ts'
export { structureOf } from './rules/structure.ts'
export { placeOf, type Place } from './rules/flow.ts'
export { compareKeying, type Difference } from './rules/compareKeying.ts'
export { columnsOf, type Column } from './rules/columns.ts'
export { answerInWords } from './rules/reading.ts'
export { canKey, type SheetRefusal, type SheetState } from './rules/sheetState.ts'
export {
  closeQuestionnaire,
  correctWording,
  createQuestionnaire,
  freezeQuestionnaire,
  questionnaireById,
  questionnaireOf,
  saveQuestionnaire,
  type StoredQuestionnaire,
  versionsOf,
} from './queries/questionnaires.ts'
export {
  answersGiven,
  type Answerer,
  hasAnswered,
  recordResponse,
  type Recorded,
  responseCounts,
  responsesAfter,
  responsesOf,
  type StoredResponse,
} from './queries/responses.ts'
export { continueCode, continueDraft, type Draft, draftOf, forgetDraft, openElsewhere, saveDraft } from './queries/drafts.ts'
export { beginExport, exportFile, type ExportProgress, exportsOf } from './queries/exports.ts'
export {
  keySheet,
  printSheets,
  readingsOf,
  setSheetAside,
  settleSheet,
  type Sheet,
  sheetCounts,
  sheetNumbered,
  sheetsFrom,
} from './queries/sheets.ts'
export { QuestionField, type QuestionFieldProps } from './pages/QuestionField.tsx'
export { AnswersRead } from './pages/AnswersRead.tsx'
export { PaperQuestionnaire } from './pages/PaperQuestionnaire.tsx'
export { conditionInWords } from './pages/conditionInWords.ts'
export { formOf, sentenceOf, valuesOf } from './pages/formOf.ts'
export { words as questionnaireWords } from './locales/index.ts'
