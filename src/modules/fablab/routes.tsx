import { router } from '#kernel/http'
import { cafeRoutes } from './routes/cafeRoutes.tsx'
import { machineRoutes } from './routes/machineRoutes.tsx'
import { projectRoutes } from './routes/projectRoutes.tsx'
import { workshopRoutes } from './routes/workshopRoutes.tsx'

export const routes = router().mount(workshopRoutes).mount(machineRoutes).mount(cafeRoutes).mount(projectRoutes)
