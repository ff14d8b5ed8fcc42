import { router } from '#kernel/http'
import { bookingRoutes } from './routes/bookingRoutes.tsx'
import { drawRoutes } from './routes/drawRoutes.tsx'
import { mineRoutes } from './routes/mineRoutes.tsx'
import { thingRoutes } from './routes/thingRoutes.tsx'

/** Everything under `/reservations`, mounted once by the module of that name. */
export const reservationRoutes = router().mount(mineRoutes).mount(thingRoutes).mount(drawRoutes).mount(bookingRoutes)
