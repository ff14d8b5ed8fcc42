import { router } from '#kernel/http'
import { bookingRoutes } from './routes/bookingRoutes.tsx'
import { drawRoutes } from './routes/drawRoutes.tsx'
import { hoursRoutes } from './routes/hoursRoutes.tsx'
import { mineRoutes } from './routes/mineRoutes.tsx'
import { policyRoutes } from './routes/policyRoutes.tsx'
import { thingRoutes } from './routes/thingRoutes.tsx'

/** Everything under `/reservations`, mounted once by the module of that name. */
export const reservationRoutes = router()
  .mount(mineRoutes)
  .mount(thingRoutes)
  .mount(drawRoutes)
  .mount(hoursRoutes)
  .mount(policyRoutes)
  .mount(bookingRoutes)
