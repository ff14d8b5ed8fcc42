import { router } from '#kernel/http'
import { cafeRoutes } from './routes/cafeRoutes.tsx'
import { machineRoutes } from './routes/machineRoutes.tsx'
import { materialRoutes } from './routes/materialRoutes.tsx'
import { projectRoutes } from './routes/projectRoutes.tsx'
import { settingsRoutes } from './routes/settingsRoutes.tsx'
import { workshopRoutes } from './routes/workshopRoutes.tsx'

export const routes = router()
  .mount(workshopRoutes)
  .mount(machineRoutes)
  .mount(cafeRoutes)
  .mount(projectRoutes)
  .mount(settingsRoutes)
  .mount(materialRoutes)
