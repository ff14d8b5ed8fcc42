import type { QuestionChoice, Questionnaire } from '#engines/surveys'
import { questionsOf } from '#engines/surveys'
import { formatDate } from '#kernel/i18n'
import type { AnyWorld } from '#kernel/world'
import { populationMargins } from '#modules/population'
import type { KnownMargin } from './results.ts'
import { populationCode } from './rules/populationCode.ts'

/**
 * What was known on that day of who lives here, along each dimension that the questionnaire asks about, under the codes of its own
 * options. Categories that nobody could choose (children, when they are not asked) are left out.
 */
export const knownMargins = async (world: AnyWorld, questionnaire: Questionnaire, on: string): Promise<readonly KnownMargin[]> => {
  const known = await populationMargins(world, on)
  if (!known) return []
  return questionsOf(questionnaire).flatMap(question => {
    if (question.kind !== 'one' || !question.dimension) return []
    const { dimension } = question
    const margin = known.margins.find(one => one.dimension === dimension)
    const codes = new Set(question.options.map(option => option.code))
    const categories = (margin?.categories ?? [])
      .map(({ code, count }) => ({ code: populationCode(dimension, code), count }))
      .filter(({ code, count }) => codes.has(code) && count > 0)
    return categories.length < 2
      ? []
      : [
          {
            question: question.code,
            margin: { dimension, categories },
            source: `${known.source} (${formatDate(known.date, world.locale)})`,
          },
        ]
  })
}

/** The categories of the population along one dimension, as the options of a question. */
export const populationChoices = async (world: AnyWorld, dimension: string): Promise<readonly QuestionChoice[]> => {
  const known = await populationMargins(world, world.today)
  const margin = known?.margins.find(one => one.dimension === dimension)
  return (margin?.categories ?? []).map(({ code, label }) => ({ code: populationCode(dimension, code), label: { ...label } }))
}
