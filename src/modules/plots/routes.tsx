import { router } from '#kernel/http'
import { applicationRoutes } from './routes/applicationRoutes.tsx'
import { gardenRoutes } from './routes/gardenRoutes.tsx'
import { keepRoutes } from './routes/keepRoutes.tsx'
import { planRoutes } from './routes/planRoutes.tsx'
import { publicRoutes } from './routes/publicRoutes.tsx'
import { roundRoutes } from './routes/roundRoutes.tsx'
import { surplusRoutes } from './routes/surplusRoutes.tsx'
import { tenancyRoutes } from './routes/tenancyRoutes.tsx'
import type { Tables } from './schema.ts'

export const routes = router<Tables>()
  .mount(publicRoutes)
  .mount(applicationRoutes)
  .mount(roundRoutes)
  .mount(tenancyRoutes)
  .mount(keepRoutes)
  .mount(planRoutes)
  .mount(gardenRoutes)
  .mount(surplusRoutes)
