import { router } from '#kernel/http'
import { activityRoutes } from './routes/activityRoutes.tsx'
import { bookingRoutes } from './routes/bookingRoutes.tsx'
import { deskRoutes } from './routes/deskRoutes.tsx'
import { mandateRoutes } from './routes/mandateRoutes.tsx'
import { settingsRoutes } from './routes/settingsRoutes.tsx'
import { sheetRoutes } from './routes/sheetRoutes.tsx'
import { spaceRoutes } from './routes/spaceRoutes.tsx'
import { workshopRoutes } from './routes/workshopRoutes.tsx'
import type { Tables } from './schema.ts'

export const routes = router<Tables>()
  .mount(spaceRoutes)
  .mount(bookingRoutes)
  .mount(workshopRoutes)
  .mount(mandateRoutes)
  .mount(deskRoutes)
  .mount(activityRoutes)
  .mount(sheetRoutes)
  .mount(settingsRoutes)
