import { json, pageOf, router } from '#kernel/http'
import { surveysApi, surveyForMachines } from './api.ts'
import { surveysListed } from './queries/surveys.ts'
import { answeringRoutes } from './routes/answering.tsx'
import { editingRoutes } from './routes/editing.tsx'
import { resultRoutes } from './routes/results.tsx'
import { sheetRoutes } from './routes/sheets.tsx'
import { writingRoutes } from './routes/writing.tsx'
import type { SurveysTables } from './schema.ts'

/** Everything that can be done about surveys: written, edited, answered, keyed in, counted and published. */
export const routes = router<SurveysTables>()
  .mount(writingRoutes)
  .mount(editingRoutes)
  .mount(answeringRoutes)
  .mount(sheetRoutes)
  .mount(resultRoutes)
  .api('/api/v1/enquetes', surveysApi, async c => {
    const asked = pageOf(c, 100)
    const found = await surveysListed(c.var, { withUnopened: false, size: asked.size + 1, start: asked.start })
    const surveys = found.slice(0, asked.size).map(survey => surveyForMachines(survey, c.var.url))
    return json(c, { page: asked.number, hasMore: found.length > asked.size, surveys })
  })
