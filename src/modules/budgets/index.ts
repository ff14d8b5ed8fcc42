import { sql } from '#kernel/db'
import { defineService } from '#kernel/service'
import { changes } from './changes.ts'
import { demo } from './demo.ts'
import { calendar, home, related, search } from './home.ts'
import { jobs } from './jobs.ts'
import { openData } from './openData.ts'
import { outcomes } from './outcomes.ts'
import { personalData, retention } from './personalData.ts'
import { readBudgets } from './queries/budgets.ts'
import { routes } from './routes.tsx'
import type { Phase } from './rules/phases.ts'

/** Residents decide a part of the commune's budget: ideas, study, vote, a count anyone can replay, projects followed to their effect. */
export const budgets = defineService({
  id: 'budgets',
  path: '/budgets',
  title: { fr: 'Budgets participatifs', en: 'Participatory budgets' },
  navigation: {
    section: 'decide',
    order: 20,
    about: {
      fr: 'Proposer des projets pour la commune, et décider ensemble lesquels financer.',
      en: 'Propose projects for the town, and decide together which to fund.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  jobs,
  personalData,
  retention,
  openData,
  search,
  home,
  calendar,
  related,
  changes,
  outcomes,
  demo,
  samples: async world => {
    // The budget with results and its winner that became a measure; the one whose vote is open; the one that collects ideas.
    const budgets = (await readBudgets(world)).filter(({ archive }) => archive === null)
    const first = (phase: Phase) => (budgets.find(one => one.phase === phase) ?? budgets[0])?.id ?? '1'
    const budget = first('follow-up')
    const { rows } = await sql<{ id: string }>`select i.id from budgets.idea i
      left join budgets.measure m on m.body_id = i.body_id and m.idea_id = i.id
      where i.body_id = ${world.body.id} and i.budget_id = ${budget} order by m.idea_id is null, i.id limit 1`.execute(world.db)
    return { budget, openBudget: first('vote'), gatheringBudget: first('ideas'), budgetIdea: rows[0]?.id ?? '1' }
  },
})

export { readMap, type CommuneMap } from './queries/places.ts'
