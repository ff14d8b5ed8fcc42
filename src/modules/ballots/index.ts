import { defineService } from '#kernel/service'
import { jobs } from './clock.ts'
import { calendar, changes, home, outcomes, relatedBallots } from './contributions.ts'
import { demo } from './demo.ts'
import { openData } from './openData.ts'
import { personalData } from './personalData.ts'
import { findBallots } from './queries/ballots.ts'
import { routes } from './routes.tsx'
import { samples } from './samples.ts'

/** Consultative votes: one person, one ballot, on a screen, on paper or at the station, and a count that anyone can do again. */
export const ballots = defineService({
  id: 'ballots',
  path: '/votes',
  title: { fr: 'Votes', en: 'Votes' },
  navigation: {
    section: 'decide',
    order: 10,
    about: {
      fr: 'Voter, à l’écran ou sur papier, et recompter soi-même le résultat.',
      en: 'Vote, on screen or on paper, and count the result again yourself.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  jobs,
  personalData,
  openData,
  home,
  changes,
  calendar,
  outcomes,
  related: [{ label: { fr: 'Votes', en: 'Votes' }, find: relatedBallots }],
  search: [
    {
      id: 'ballots',
      label: { fr: 'Votes', en: 'Votes' },
      find: async (world, asked, limit) =>
        (await findBallots(world, asked, limit)).map(({ id, title, introduction, rank }) => ({
          title,
          url: `/votes/${id}`,
          excerpt: introduction.slice(0, 200).toWellFormed(),
          rank,
        })),
    },
  ],
  demo,
  samples,
})
