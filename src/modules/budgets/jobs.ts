import type { ScheduledJob } from '#kernel/service'
import { closeBudget } from './count/closeBudget.ts'
import { uncounted } from './queries/counts.ts'
import type { Tables } from './schema.ts'

/** Every ten minutes, the budgets whose vote is over are counted. */
export const jobs: Readonly<Record<string, ScheduledJob>> = {
  'budgets.count': {
    every: '*/10 * * * *',
    run: system =>
      system.forEachBody<Tables>(async world => {
        for (const id of await uncounted(world.db, world.body.id, world.today)) await closeBudget(world, id)
      }),
  },
}
