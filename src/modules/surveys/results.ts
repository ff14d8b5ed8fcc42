import { questionsOf, responseCounts, responsesOf, type StoredQuestionnaire } from '#engines/surveys'
import {
  answeredAgainst,
  cellThreshold,
  type Margin,
  type Profile,
  publish,
  rake,
  type RakingRefusal,
  usualBounds,
} from '#engines/tabulation'
import { textFields } from './texts.ts'
import { readingsOfTexts } from './queries/readings.ts'
import { gather } from './rules/microdata.ts'
import type { PublishedResults } from './rules/publishedResults.ts'
import { publicationsOf } from './queries/publications.ts'
import type { Here } from './schema.ts'

/** What the population is known to be along one dimension of the questionnaire. */
export interface KnownMargin {
  readonly margin: Margin
  readonly source: string
}
/** What the agent wants published. */
export interface Wanted {
  /** `question×by` */
  readonly crossings: readonly string[]
  readonly weighted: boolean
}
export interface Computed {
  readonly results: PublishedResults
  /** Why the weighting that was asked for is not possible. */
  readonly refusal: { readonly because: RakingRefusal; readonly dimension: string; readonly category: string } | null
}

/** The results of a survey as they would be published, with nobody to be found in them. */
export const computeResults = async (
  world: Here,
  survey: string,
  questionnaire: StoredQuestionnaire,
  margins: readonly KnownMargin[],
  wanted: Wanted,
): Promise<Computed> => {
  const gathered = gather(questionnaire.content)
  for await (const { answers } of responsesOf(world, questionnaire.id)) gathered.add(answers)
  const columns = gathered.columns()
  const dimensions = questionsOf(questionnaire.content).flatMap(question => {
    if (question.kind !== 'one' || !question.dimension) return []
    const known = margins.find(one => one.margin.dimension === question.dimension)
    return known ? [{ question, ...known }] : []
  })
  const profiles = dimensions.flatMap(({ question, margin }): Profile[] => {
    const column = columns.find(one => one.id === question.code)
    const known = new Set(margin.categories.map(one => one.code))
    return column?.kind === 'single'
      ? [{ dimension: margin.dimension, codes: column.answers.map(code => (code !== null && known.has(code) ? code : null)) }]
      : []
  })
  const raking =
    wanted.weighted && profiles.length > 0
      ? rake(
          profiles,
          dimensions.map(one => one.margin),
        )
      : null
  const weights = raking?.ok ? raking.weights : undefined
  const threshold = cellThreshold(world.today)
  const plan = {
    questions: columns.map(column => column.id),
    crossings: wanted.crossings.flatMap(one => {
      const [question, by] = one.split('×')
      return question &&
        by &&
        question !== by &&
        columns.some(({ id }) => id === question) &&
        columns.some(({ id, kind }) => id === by && kind === 'single')
        ? [{ question, by }]
        : []
    }),
    threshold,
  }
  const earlier = (await publicationsOf(world, survey)).map(({ content }) => ({
    publication: content.publication,
    counted: (columns[0]?.answers ?? []).map(() => true), // results come out once no answer can come in: everyone was counted
  }))
  const { publication } = await publish({ columns, ...(weights ? { weights } : {}) }, plan, earlier)
  const { total, byChannel } = await responseCounts(world, questionnaire.id)
  const readings = await readingsOfTexts(world, survey)
  const labels = new Map(textFields(questionnaire.content).map(one => [one.field, one.question]))
  return {
    refusal: raking && !raking.ok ? { because: raking.because, dimension: raking.dimension ?? '', category: raking.category ?? '' } : null,
    results: {
      publication: structuredClone({ ...publication, respondents: total }) as PublishedResults['publication'], // the same shape, without `readonly`
      channels: byChannel,
      against: dimensions.flatMap(({ question, margin, source }) => {
        const table = publication.tables.find(one => one.kind === 'one-way' && one.id === question.code)
        if (table?.kind !== 'one-way') return []
        const groups = answeredAgainst(table, margin).map(({ codes, answered, here }) => ({ codes: [...codes], answered, here }))
        return [{ dimension: margin.dimension, question: question.code, source, groups }]
      }),
      weighting: raking?.ok
        ? {
            dimensions: profiles.map(one => one.dimension),
            lowest: usualBounds.lowest,
            highest: usualBounds.highest,
            trimmed: raking.trimmed,
          }
        : null,
      texts: readings
        .filter(one => one.decision !== 'kept-back')
        .map(one => ({ question: labels.get(one.field) ?? one.field, text: one.text }))
        .toSorted((a, b) => a.question.localeCompare(b.question, 'fr') || a.text.localeCompare(b.text, 'fr')),
      keptBack: readings.filter(one => one.decision === 'kept-back').length,
    },
  }
}
