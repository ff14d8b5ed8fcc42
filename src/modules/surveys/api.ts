import { z } from 'zod'
import { said } from '#engines/surveys'
import type { ApiSpec } from '#kernel/http'
import type { Survey } from './queries/surveys.ts'

const Asked = z.object({
  id: z.string(),
  title: z.string(),
  purpose: z.string(),
  standing: z.enum(['preparing', 'open', 'over', 'counted']),
  closesOn: z.iso.date().nullable(),
  resultsVersion: z.int().nullable(),
  url: z.url(),
})

/** What machines may ask about surveys, the latest opened first, page by page of 100. */
export const surveysApi: ApiSpec = {
  summary: { fr: 'Enquêtes ouvertes par la mairie', en: 'Surveys opened by the town hall' },
  query: z.object({ page: z.coerce.number().int().min(1).optional() }),
  response: z.object({ page: z.int(), hasMore: z.boolean(), surveys: z.array(Asked) }),
}

export const surveyForMachines = (survey: Survey, origin: string): z.output<typeof Asked> => ({
  id: survey.id,
  title: said(survey.title, 'fr').text,
  purpose: said(survey.purpose, 'fr').text,
  standing: survey.standing,
  closesOn: survey.closesOn,
  resultsVersion: survey.published,
  url: `${origin}/enquetes/${survey.id}`,
})
