import { type Answers, type Channel, questionnaireOf, type StoredQuestionnaire, responsesOf } from '#engines/surveys'
import { cellThreshold, mayPublishAgain, publish } from '#engines/tabulation'
import { formatDate } from '#kernel/i18n'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { serviceNamed } from '#modules/catalogue'
import { commitmentById, commitmentsOf, recordReading } from '#modules/commitments'
import { sentences, words } from '../locales/index.ts'
import { addPublication, latestPublication, publicationsOf } from '../queries/publications.ts'
import { type Indicator, indicatorIds, indicatorsOf, nextIndicators } from '../rules/indicators.ts'
import { microdataOf } from '../rules/microdata.ts'
import { type Campaign, type Publication, subjectOf } from '../schema.ts'

/**
 * Publishes the figures of a campaign, unless too few people answered, or answered since the last time: whoever subtracts one
 * publication from the next must not read what a few newcomers said. @returns whether figures were published
 */
export const publishResults = async (world: AnyWorld, campaign: Campaign): Promise<boolean> => {
  const questionnaire = await questionnaireOf(world, subjectOf(campaign.id))
  if (!questionnaire) return false
  const threshold = cellThreshold(world.today)
  const { answers, channels } = await everyAnswer(world, questionnaire)
  if (answers.length < threshold) return false
  const previous = await latestPublication(world, campaign.id)
  const plan = { questions: microdataOf(questionnaire.content, []).columns.map(({ id }) => id), crossings: [], threshold }
  const { publication: next } = await publish(microdataOf(questionnaire.content, answers), plan)
  const holding = previous ? mayPublishAgain(previous.tables, next) : { everything: false, held: [] }
  if (previous && (holding.everything || previous.respondents === answers.length)) return false
  const kept = previous?.tables.tables.filter(({ id }) => holding.held.includes(id)) ?? []
  const publication = {
    campaign: campaign.id,
    number: (previous?.number ?? 0) + 1,
    respondents: answers.length,
    channels,
    indicators: nextIndicators(previous?.indicators ?? {}, indicatorsOf(answers, threshold), threshold),
    tables: { ...next, tables: [...next.tables.filter(({ id }) => !holding.held.includes(id)), ...kept] },
  }
  await addPublication(world, publication)
  const service = (await serviceNamed(world, campaign.service)) ?? ''
  await record(world, 'evaluation.published', {
    subject: subjectOf(campaign.id),
    content: {
      service: campaign.service,
      respondents: answers.length,
      indicators: publication.indicators,
      notify: {
        subject: `service:${campaign.service}`,
        also: [subjectOf(campaign.id)],
        title: service,
        url: `/evaluations/service/${campaign.service}`,
        what: sentences('told.published'),
      },
    },
  })
  await feedCommitments(world, campaign, publication)
  return true
}

const everyAnswer = async (world: AnyWorld, { id }: StoredQuestionnaire) => {
  const answers: Answers[] = []
  const channels: Record<Channel, number> = { screen: 0, paper: 0, phone: 0, counter: 0 }
  for await (const response of responsesOf(world, id)) {
    answers.push(response.answers)
    channels[response.channel] += 1
  }
  return { answers, channels }
}

/** A promise that has just been made starts from the latest figure already published, if there is one. Twice changes nothing. */
export const feedFirst = async (world: AnyWorld, id: string): Promise<void> => {
  const promised = await commitmentById(world, id)
  if (!promised?.service || promised.ended || promised.readings.length > 0) return
  const indicator = indicatorIds.find(one => promised.source === `evaluation:${one}`)
  const latest = (await publicationsOf(world, promised.service)).at(-1)
  const figure = indicator && latest?.indicators[indicator]
  if (!latest || !figure) return
  const on = latest.closesOn < latest.on ? latest.closesOn : latest.on
  await recordReading(world, readingOf(promised.id, latest.campaign, figure, on))
}

const readingOf = (commitment: string, campaign: string, figure: Indicator, on: string) => ({
  commitment,
  on,
  value: figure.value,
  source: words('fr')('reading.source', { n: figure.n, date: formatDate(on, 'fr') }),
  url: `/evaluations/${campaign}`,
})

/** Each running promise measured by this evaluation receives its figure, dated of the last day on which people answered. */
const feedCommitments = async (world: AnyWorld, campaign: Campaign, { indicators }: Pick<Publication, 'indicators'>) => {
  const promised = await commitmentsOf(world, { service: campaign.service, group: 'running' })
  const on = world.today > campaign.closesOn ? campaign.closesOn : world.today
  for (const commitment of promised)
    for (const id of indicatorIds) {
      const figure = indicators[id]
      if (commitment.source !== `evaluation:${id}` || !figure) continue
      await recordReading(world, readingOf(commitment.id, campaign.id, figure, on))
    }
}
