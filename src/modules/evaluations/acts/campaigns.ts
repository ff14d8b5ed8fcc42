import { closeQuestionnaire, createQuestionnaire, freezeQuestionnaire, Questionnaire, questionnaireOf as stored } from '#engines/surveys'
import { addDays } from '#kernel/clock'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { national, publicationInterval } from '../national.ts'
import { addCampaign, openCampaigns, overCampaigns, overlaps } from '../queries/campaigns.ts'
import { latestPublication } from '../queries/publications.ts'
import { nextDates } from '../rules/campaign.ts'
import type { LocalQuestion } from '../rules/localQuestion.ts'
import { questionnaireOf } from '../rules/questionnaireOf.ts'
import { type Campaign, type CampaignId, subjectOf } from '../schema.ts'
import { closeRow } from '../queries/closures.ts'
import { publishResults } from './publishResults.ts'

export type NewCampaign = Pick<Campaign, 'service' | 'opensOn' | 'closesOn' | 'recurrence' | 'follows'> & {
  readonly questions: readonly LocalQuestion[]
}

/** Opens a campaign: its questionnaire is frozen at once, so that results compare. Null when the one before was followed already. */
export const openCampaign = async (world: AnyWorld, campaign: NewCampaign): Promise<CampaignId | null> => {
  const id = await addCampaign(world, campaign)
  if (id === null) return null
  const subject = subjectOf(id)
  await createQuestionnaire(world, subject, Questionnaire.parse(questionnaireOf(national, campaign.questions)))
  const questionnaire = await stored(world, subject)
  const frozen = questionnaire && (await freezeQuestionnaire(world, questionnaire))
  if (!frozen?.ok) throw new Error('The national questionnaire has a flaw.')
  await record(world, 'evaluation.opened', {
    subject,
    content: { service: campaign.service, opensOn: campaign.opensOn, closesOn: campaign.closesOn },
  })
  return id
}

/** Ends a campaign: its last figures are published, and the next one is prepared when it comes back. */
export const closeCampaign = async (world: AnyWorld, campaign: Campaign, reason: string): Promise<void> => {
  const closedOn = world.today > campaign.closesOn ? campaign.closesOn : world.today
  await closeRow(world, campaign.id, closedOn, reason) // twice meets the key
  const questionnaire = await stored(world, subjectOf(campaign.id))
  if (questionnaire) await closeQuestionnaire(world, questionnaire.id, world.now) // first: the last figures count the answers on their way
  await publishResults(world, campaign)
  await record(world, 'evaluation.closed', { subject: subjectOf(campaign.id), content: { service: campaign.service, reason } })
  const next = nextDates(campaign, world.today)
  if (next === null || (await overlaps(world, campaign.service, next))) return
  await openCampaign(world, { ...campaign, ...next, follows: campaign.id })
}

/** Closes what is over, and publishes again the open ones that have waited long enough. */
export const turnCampaigns = async (world: AnyWorld): Promise<void> => {
  for (const campaign of await overCampaigns(world, world.today)) await closeCampaign(world, campaign, '')
  for (const campaign of await openCampaigns(world, world.today)) {
    const last = await latestPublication(world, campaign.id)
    const due = addDays(last?.on ?? campaign.opensOn, publicationInterval(world.today))
    if (world.today >= due) await publishResults(world, campaign)
  }
}
