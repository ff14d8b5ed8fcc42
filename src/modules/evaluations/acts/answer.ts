import { type Answerer, type Answers, type Channel, questionnaireOf, recordResponse } from '#engines/surveys'
import type { AnyWorld } from '#kernel/world'
import { addWord } from '../queries/words.ts'
import { stateOn } from '../rules/campaign.ts'
import { type Intention, intentions } from '../rules/national.ts'
import { type Campaign, subjectOf } from '../schema.ts'

export type Answered = { readonly ok: true } | { readonly ok: false; readonly because: 'already' | 'not-open' | 'invalid' }

/**
 * Counts an answer. Nothing is written in the journal, which would say who was there; free words go to a place of their own, and
 * nothing leads from them to the other answers but the opinion they came with.
 */
export const answer = async (
  world: AnyWorld,
  campaign: Campaign,
  given: { readonly answers: Answers; readonly words: string; readonly channel: Channel; readonly answerer: Answerer },
): Promise<Answered> => {
  if (stateOn(campaign, campaign.closedOn, world.today) !== 'open') return { ok: false, because: 'not-open' }
  const questionnaire = await questionnaireOf(world, subjectOf(campaign.id))
  if (!questionnaire) return { ok: false, because: 'not-open' }
  const { answers, channel, answerer } = given
  const recorded = await recordResponse(world, questionnaire, { answers, channel, language: world.locale, answerer })
  if (!recorded.ok) return { ok: false, because: recorded.because }
  await keepWords(world, campaign, given)
  return { ok: true }
}

export const keepWords = async (
  world: AnyWorld,
  campaign: Campaign,
  { answers, words, channel }: { readonly answers: Answers; readonly words: string; readonly channel: Channel },
) => {
  if (words !== '')
    await addWord(world, { campaign: campaign.id, channel, text: words, satisfaction: intentionOf(answers['satisfaction']) })
}

const intentionOf = (given: unknown): Intention | null => intentions.find(intention => intention === given) ?? null
