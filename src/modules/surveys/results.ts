import { responseCounts, responsesOf, type StoredQuestionnaire } from '#engines/surveys'
import {
  answeredAgainst,
  cellThreshold,
  type Column,
  type Margin,
  type Profile,
  publish,
  rake,
  type RakingRefusal,
  usualBounds,
} from '#engines/tabulation'
import { dayInParis } from '#kernel/clock'
import { textFields } from './texts.ts'
import { readingsOfTexts } from './queries/readings.ts'
import { gather } from './rules/microdata.ts'
import type { PublishedResults } from './rules/publishedResults.ts'
import { publicationsOf } from './queries/publications.ts'
import type { Here } from './schema.ts'

/** What the population is known to be along one dimension of the questionnaire. */
export interface KnownMargin {
  /** The question that asks it. */
  readonly question: string
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
  marginsOn: (day: string) => Promise<readonly KnownMargin[]>,
  wanted: Wanted,
): Promise<Computed> => {
  const margins = await marginsOn(world.today)
  const gathered = gather(questionnaire.content)
  for await (const { answers } of responsesOf(world, questionnaire.id)) gathered.add(answers)
  const columns = gathered.columns()
  const weighting = wanted.weighted ? weigh(columns, margins) : null
  const raking = weighting?.raking ?? null
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
  const earlier = await Promise.all(
    (await publicationsOf(world, survey)).map(async ({ content, publishedAt }) => {
      // Results come out once no answer can come in: everyone was counted, with weights that the figures of that day give again.
      const then = content.publication.weighted ? weigh(columns, await marginsOn(dayInParis(publishedAt))) : null
      const counted = (columns[0]?.answers ?? []).map(() => true)
      return { publication: content.publication, counted, ...(then?.raking.ok ? { weights: then.raking.weights } : {}) }
    }),
  )
  const { publication } = await publish(
    { columns, ...(weights ? { weights, weightedBy: margins.map(one => one.question) } : {}) },
    plan,
    earlier,
  )
  const { total, byChannel } = await responseCounts(world, questionnaire.id)
  const readings = await readingsOfTexts(world, survey)
  const labels = new Map(textFields(questionnaire.content).map(one => [one.field, one.question]))
  return {
    refusal: raking && !raking.ok ? { because: raking.because, dimension: raking.dimension ?? '', category: raking.category ?? '' } : null,
    results: {
      publication: structuredClone({ ...publication, respondents: total }) as PublishedResults['publication'], // the same shape, without `readonly`
      channels: byChannel,
      against: margins.flatMap(({ question, margin, source }) => {
        const table = publication.tables.find(one => one.kind === 'one-way' && one.id === question)
        if (table?.kind !== 'one-way') return []
        const groups = answeredAgainst(table, margin).map(({ codes, answered, here }) => ({ codes: [...codes], answered, here }))
        return [{ dimension: margin.dimension, question, source, groups }]
      }),
      weighting: raking?.ok
        ? {
            dimensions: margins.map(one => one.margin.dimension),
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

/** Weights of the answers of these columns, so that they stand as the population does along each known dimension. */
const weigh = (columns: readonly Column[], margins: readonly KnownMargin[]) => {
  const profiles = margins.flatMap(({ question, margin }): Profile[] => {
    const column = columns.find(one => one.id === question)
    const known = new Set(margin.categories.map(one => one.code))
    return column?.kind === 'single'
      ? [{ dimension: margin.dimension, codes: column.answers.map(code => (code !== null && known.has(code) ? code : null)) }]
      : []
  })
  return profiles.length === 0
    ? null
    : {
        raking: rake(
          profiles,
          margins.map(one => one.margin),
        ),
      }
}
