import { defineService } from '#kernel/service'
import { calendar } from './calendar.ts'
import { changes } from './changes.ts'
import { settleDue, warnOfRisks } from './acts.ts'
import { keepDecision } from './decided.ts'
import { demo } from './demo.ts'
import { home } from './home.ts'
import { openData } from './openData.ts'
import { outcomes } from './outcomes.ts'
import { personalData } from './personalData.ts'
import { commitmentsOf } from './queries.ts'
import { related } from './related.ts'
import { routes } from './routes.tsx'

/** What each decision promised to change: an indicator, a target, a day; kept or missed, it is said, and a missed one goes back to who decided. */
export const commitments = defineService({
  id: 'commitments',
  path: '/engagements',
  title: { fr: 'Engagements', en: 'Commitments' },
  navigation: {
    section: 'judge',
    order: 10,
    about: {
      fr: 'Ce que la mairie a promis, où cela en est, et ce qui est en retard.',
      en: 'What the town hall promised, where it stands, and what is late.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  personalData,
  openData,
  related,
  home,
  changes,
  outcomes,
  calendar,
  demo,
  events: { 'council.decided': keepDecision },
  jobs: {
    'commitments.settle': {
      every: '20 * * * *',
      run: system =>
        system.forEachBody(async world => {
          await warnOfRisks(world)
          await settleDue(world)
        }),
    },
  },
  search: [
    {
      id: 'commitments',
      label: { fr: 'Engagements', en: 'Commitments' },
      find: async (world, words, limit) =>
        (await commitmentsOf(world, { words }, { size: limit, start: 0 })).map((commitment, index) => ({
          title: commitment.title,
          url: `/engagements/${commitment.id}`,
          excerpt: commitment.indicator,
          rank: 1 / (index + 1),
        })),
    },
  ],
  samples: async world => {
    const [missed] = await commitmentsOf(world, { group: 'missed' }, { size: 1, start: 0 })
    return { commitment: missed?.id ?? '1' }
  },
})

export { makeCommitment, recordReading, settleDue, type NewPromise, type NewReading } from './acts.ts'
export { commitmentById, commitmentsOf, type Asked } from './queries.ts'
export { standingOf, type Commitment } from './commitment.ts'
export type { Direction, Standing } from './rules/standing.ts'
export type { Source } from './rules/terms.ts'
export type { CommitmentId } from './schema.ts'
