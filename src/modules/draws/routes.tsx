import { router } from '#kernel/http'
import { lotRoutes } from './routes/lots.tsx'
import { panelRoutes } from './routes/panels.tsx'

export const routes = router().mount(panelRoutes).mount(lotRoutes)
