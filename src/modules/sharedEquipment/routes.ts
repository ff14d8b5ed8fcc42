import { router } from '#kernel/http'
import { accountRoutes } from './routes/accountRoutes.tsx'
import { agreementRoutes } from './routes/agreementRoutes.tsx'
import { catalogueRoutes } from './routes/catalogueRoutes.tsx'
import { damageRoutes } from './routes/damageRoutes.tsx'
import { inspectionRoutes } from './routes/inspectionRoutes.tsx'
import { itemRoutes } from './routes/itemRoutes.tsx'
import { loanRoutes } from './routes/loanRoutes.tsx'
import { paymentRoutes } from './routes/paymentRoutes.tsx'

export const routes = router()
  .mount(catalogueRoutes)
  .mount(itemRoutes)
  .mount(loanRoutes)
  .mount(inspectionRoutes)
  .mount(damageRoutes)
  .mount(agreementRoutes)
  .mount(accountRoutes)
  .mount(paymentRoutes)
