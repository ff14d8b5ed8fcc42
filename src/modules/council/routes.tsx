import { meetingRoutes } from '#engines/meetings'
import { router, type Routes, townHall } from '#kernel/http'
import { deliberationSubject, deliberationUrl, sessionsPath, sittingUrl } from './council.ts'
import { register } from './here.ts'
import { words } from './locales/index.ts'
import { councilAssembly } from './queries/assembly.ts'
import { deliberationsOf } from './queries/deliberations.ts'
import { councilRoutes } from './routes/councilRoutes.tsx'
import { deliberationRoutes } from './routes/deliberationRoutes.tsx'
import { exportRoutes } from './routes/exportRoutes.ts'
import { registerRoutes } from './routes/registerRoutes.tsx'
import { sittingRoutes } from './routes/sittingRoutes.tsx'
import { outcomeOf } from './rules/outcomes.ts'

/** The council: who sits, its sessions, its acts and their publication. */
export const routes: Routes = router()
  .mount(councilRoutes)
  .mount(sittingRoutes)
  .mount(registerRoutes)
  .mount(deliberationRoutes)
  .mount(exportRoutes)
  .mount(
    meetingRoutes({
      base: sessionsPath,
      assemblyOf: c => councilAssembly(c.var),
      trail: c => [{ label: words(c.var.locale)('council.title'), href: '/conseil' }],
      mayRun: c => register.allows(c.var.actor),
      decisionLinks: async (c, session, vote) => {
        const t = words(c.var.locale)
        const { actor } = c.var
        if (outcomeOf(vote.result) === null) return []
        const { deliberations } = await deliberationsOf(
          c.var,
          { meeting: session.meeting.id, drafts: register.allows(actor) },
          { size: 200, start: 0 },
        )
        const known = deliberations.find(one => one.voteId === vote.id)
        const draft = `/conseil/deliberations/nouvelle?seance=${session.meeting.id}&vote=${vote.id}`
        const written = known
          ? [{ label: t('vote.deliberation', { label: known.label }), href: deliberationUrl(known.id) }]
          : register.allows(actor)
            ? [{ label: t('vote.write'), href: draft }]
            : []
        if (!townHall.allows(actor) || vote.result?.outcome !== 'carried') return written
        const asked = new URLSearchParams({
          decision: known ? deliberationSubject(known.id) : `vote:${vote.id}`,
          titre: vote.question,
          retour: known ? deliberationUrl(known.id) : sittingUrl(session.meeting.id, `/votes/${vote.id}`),
        })
        return [...written, { label: t('vote.commit'), href: `/engagements/nouveau?${asked}` }]
      },
    }),
  )
