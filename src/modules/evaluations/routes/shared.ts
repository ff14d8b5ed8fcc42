import { questionnaireOf } from '#engines/surveys'
import type { C } from '#kernel/http'
import { serviceNamed } from '#modules/catalogue'
import { campaignById } from '../queries/campaigns.ts'
import { subjectOf } from '../schema.ts'

export type Request = C

/** The campaign of the address, the name of its service and its questionnaire; null when there is none. */
export const campaignOf = async (c: Request) => {
  const campaign = await campaignById(c.var, c.req.param('campaign') ?? '0')
  const questionnaire = campaign && (await questionnaireOf(c.var, subjectOf(campaign.id)))
  if (!campaign || !questionnaire) return null
  return { campaign, questionnaire: questionnaire.content, stored: questionnaire, serviceName: await nameOf(c, campaign.service) }
}

export const nameOf = async (c: Request, service: string): Promise<string> => (await serviceNamed(c.var, service)) ?? `n° ${service}`
