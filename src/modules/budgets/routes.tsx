import { router } from '#kernel/http'
import { archiveRoutes } from './routes/archiveRoutes.tsx'
import { ballotRoutes } from './routes/ballotRoutes.tsx'
import { budgetRoutes } from './routes/budgetRoutes.tsx'
import { ideaRoutes } from './routes/ideaRoutes.tsx'
import { mapRoutes } from './routes/mapRoutes.tsx'
import { resultRoutes } from './routes/resultRoutes.tsx'
import { sheetRoutes } from './routes/sheetRoutes.tsx'
import type { Tables } from './schema.ts'

/** The whole life of a participatory budget: rules, ideas, study, vote, count, follow-up, archives. */
export const routes = router<Tables>()
  .mount(budgetRoutes)
  .mount(ideaRoutes)
  .mount(ballotRoutes)
  .mount(sheetRoutes)
  .mount(resultRoutes)
  .mount(mapRoutes)
  .mount(archiveRoutes)
