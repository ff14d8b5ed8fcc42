import { sql } from '#kernel/db'
import { defineService } from '#kernel/service'
import { changes } from './changes.ts'
import { demo } from './demo.ts'
import { calendar, home, related, search } from './home.ts'
import { jobs } from './jobs.ts'
import { openData } from './openData.ts'
import { outcomes } from './outcomes.ts'
import { personalData, retention } from './personalData.ts'
import { routes } from './routes.tsx'

/** Residents decide a part of the commune's budget: ideas, study, vote, a count anyone can replay, projects followed to their effect. */
export const budgets = defineService({
  id: 'budgets',
  path: '/budgets',
  title: { fr: 'Budgets participatifs', en: 'Participatory budgets' },
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
    // The budget with results, and its winner that became a measure.
    const { rows } = await sql<{ budget: string; budgetIdea: string }>`
      select b.id::text as budget, coalesce(
          (select m.idea_id::text from budgets.measure m join budgets.idea i on i.body_id = m.body_id and i.id = m.idea_id
            where m.body_id = b.body_id and i.budget_id = b.id order by m.idea_id limit 1),
          (select i.id::text from budgets.idea i where i.body_id = b.body_id and i.budget_id = b.id order by i.id limit 1), '1') as "budgetIdea"
      from budgets.budget b where b.body_id = ${world.body.id} and b.published_at is not null and b.archive is null
      order by exists (select from budgets.count k where k.body_id = b.body_id and k.budget_id = b.id) desc, b.id limit 1`.execute(world.db)
    return { budget: rows[0]?.budget ?? '1', budgetIdea: rows[0]?.budgetIdea ?? '1' }
  },
})
