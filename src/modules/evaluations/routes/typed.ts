import { formOf, type Questionnaire, readWhole } from '#engines/surveys'
import type { FormValues, Submission } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import type { AnyForm } from '#kernel/ui'

/** What was typed: the answers of the questionnaire, and the room's own fields beside them; one form to draw again. */
export const readTyped = <Facts>(questionnaire: Questionnaire, facts: Submission<Facts>, locale: Locale) => {
  const read = readWhole(questionnaire, facts.values)
  const judged = formOf(facts.values, read.problems, locale)
  const form: AnyForm = { values: facts.values, errors: { ...judged.errors, ...facts.errors } }
  const isGood = facts.ok && Object.keys(read.problems).length === 0
  return { form, answers: read.answers, facts: isGood ? facts.value : null }
}

/** An empty form of the questionnaire and of the fields beside it. */
export const blankForm = (values: FormValues = {}): AnyForm => ({ values, errors: {} })
