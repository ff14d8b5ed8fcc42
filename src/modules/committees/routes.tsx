import { meetingRoutes, personCalendarRoutes } from '#engines/meetings'
import { router, type Routes, townHall } from '#kernel/http'
import { register } from './here.ts'
import { words } from './locales/index.ts'
import { committeeAssembly, committeeById } from './queries/committees.ts'
import { candidacyRoutes } from './routes/candidacyRoutes.tsx'
import { commissionRoutes } from './routes/commissionRoutes.tsx'
import { committeeRoutes } from './routes/committeeRoutes.tsx'
import { rulesRoutes } from './routes/rulesRoutes.tsx'
import { seatRoutes } from './routes/seatRoutes.tsx'
import type { Here } from './schema.ts'

/** Committees from their founding act to their published minutes. */
export const routes: Routes = router()
  .mount(commissionRoutes)
  .mount(committeeRoutes)
  .mount(seatRoutes)
  .mount(candidacyRoutes)
  .mount(rulesRoutes)
  .mount(personCalendarRoutes('/comites/mes-reunions'))
  .mount(
    meetingRoutes({
      base: '/comites/:committee/reunions',
      personalCalendar: '/comites/mes-reunions',
      assemblyOf: async c => {
        const id = c.req.param('committee') ?? ''
        return /^\d{1,18}$/.test(id) ? committeeAssembly(c.var, id) : undefined
      },
      trail: (c, assembly) => [
        { label: words(c.var.locale)('committees.title'), href: '/comites' },
        { label: assembly.name, href: assembly.path.replace(/\/reunions$/, '') },
      ],
      mayRun: c => register.allows(c.var.actor),
      decisionLinks: async (c, session, vote) => {
        if (!townHall.allows(c.var.actor) || vote.result?.outcome !== 'carried') return []
        const committee = session.assembly.owner.replace(/^committee:/, '')
        const world = c.var as unknown as Here // a handle on one transaction; only the names of its tables differ
        const known = await committeeById(world, committee)
        const asked = new URLSearchParams({
          decision: `vote:${vote.id}`,
          titre: vote.question,
          service: known?.services[0] ?? '',
          comite: committee,
          retour: `${session.assembly.path}/${session.meeting.id}/votes/${vote.id}`,
        })
        return [{ label: words(c.var.locale)('decisions.commit'), href: `/engagements/nouveau?${asked}` }]
      },
    }),
  )
