import { router } from '#kernel/http'
import { accountRoutes } from './routes/accountRoutes.tsx'
import { keepRoutes } from './routes/keepRoutes.tsx'
import { publicRoutes } from './routes/publicRoutes.tsx'
import { squareRoutes } from './routes/squareRoutes.tsx'
import { subscriptionRoutes } from './routes/subscriptionRoutes.tsx'
import { traderRoutes } from './routes/traderRoutes.tsx'
import type { Tables } from './schema.ts'

export const routes = router<Tables>()
  .mount(publicRoutes)
  .mount(squareRoutes)
  .mount(traderRoutes)
  .mount(subscriptionRoutes)
  .mount(keepRoutes)
  .mount(accountRoutes)
