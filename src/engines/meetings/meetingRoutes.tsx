import { router, type Routes } from '#kernel/http'
import type { MeetingsMount } from './mount.ts'
import { agendaRoutes } from './routes/agendaRoutes.tsx'
import { attendanceRoutes } from './routes/attendanceRoutes.tsx'
import { calendarRoutes } from './routes/calendarRoutes.ts'
import { conveningRoutes } from './routes/conveningRoutes.tsx'
import { minutesRoutes } from './routes/minutesRoutes.tsx'
import { planningRoutes } from './routes/planningRoutes.tsx'
import { voteRoutes } from './routes/voteRoutes.tsx'

/** The whole life of meetings, at the address where a service mounts it: planned, convened, held, told in minutes that are approved. */
export const meetingRoutes = (mount: MeetingsMount): Routes =>
  router()
    .mount(planningRoutes(mount))
    .mount(calendarRoutes(mount))
    .mount(conveningRoutes(mount))
    .mount(agendaRoutes(mount))
    .mount(attendanceRoutes(mount))
    .mount(voteRoutes(mount))
    .mount(minutesRoutes(mount))
