import { said } from '#engines/surveys'
import { sql } from '#kernel/db'
import { defineService } from '#kernel/service'
import { calendar, changes, homeCard, outcomes } from './contributions.ts'
import { demo } from './demo.ts'
import { openData } from './openData.ts'
import { personalData } from './personalData.ts'
import { findSurveys, surveysAbout } from './queries/surveys.ts'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'
import type { Here } from './schema.ts'
import { surveySettings } from './settings.ts'

/** The town hall asks, everyone may answer on screen or on paper, and results say what they are worth and whom they speak for. */
export const surveys = defineService({
  id: 'surveys',
  path: '/enquetes',
  title: { fr: 'Enquêtes', en: 'Surveys' },
  navigation: {
    section: 'propose',
    order: 40,
    about: {
      fr: 'Répondre à un questionnaire, et lire ce que tous ont répondu.',
      en: 'Answer a questionnaire, and read what everyone answered.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  settings: surveySettings,
  personalData,
  retention,
  openData,
  changes,
  calendar,
  outcomes,
  search: [
    {
      id: 'surveys',
      label: { fr: 'Enquêtes', en: 'Surveys' },
      find: async (world, asked, limit) =>
        (await findSurveys(world, asked, limit)).map(one => ({
          title: one.title,
          url: `/enquetes/${one.id}`,
          excerpt: one.purpose.slice(0, 200).toWellFormed(),
          rank: one.rank,
        })),
    },
  ],
  related: [
    {
      label: { fr: 'Enquêtes', en: 'Surveys' },
      find: async (world: Here, subject) => {
        const [what, id] = subject.split(':')
        if ((what !== 'service' && what !== 'measure') || !/^\d{1,18}$/.test(id ?? '')) return []
        const found = await surveysAbout(world, what, id ?? '0')
        return found.map(survey => ({ title: said(survey.title, world.locale).text, url: `/enquetes/${survey.id}` }))
      },
    },
  ],
  home: [{ order: 25, card: homeCard }],
  demo,
  samples: async world => {
    const { rows } = await sql<{ survey: string }>`
      select s.id::text as survey from surveys.survey s where s.body_id = ${world.body.id} and s.closed_at is null and s.opened_at is not null
      order by s.id limit 1`.execute(world.db)
    return {
      survey: rows[0]?.survey ?? '1',
      surveyPage: 'use',
      surveyQuestion: 'uses',
      surveyLanguage: 'en',
      surveySheet: '1',
      surveyExport: '1',
    }
  },
})
