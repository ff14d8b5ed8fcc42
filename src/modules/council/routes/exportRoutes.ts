import { dayInParis } from '#kernel/clock'
import { anyone, download, json, notFound, router, type Routes } from '#kernel/http'
import { sittingUrl } from '../council.ts'
import { akomaNtoso } from '../exports/akomaNtoso.ts'
import { popoloOf } from '../exports/popolo.ts'
import { withSitting } from '../here.ts'
import { popoloFacts } from '../queries/popoloFacts.ts'
import type { Tables } from '../schema.ts'

/** The council in the formats its field expects; the SCDL file is with the open data. */
export const exportRoutes: Routes = router<Tables>()
  .get('/conseil/votes.popolo.json', anyone, async c => json(c, popoloOf(await popoloFacts(c.var))))

  .get(
    '/conseil/proces-verbaux/:sitting',
    anyone,
    withSitting(async (c, session) => {
      const { meeting, approval, minutes } = session
      const text = minutes.find(one => one.version === approval?.version)?.text
      if (!approval || text === undefined) return notFound(c)
      const heldOn = dayInParis(meeting.startsAt)
      const body = akomaNtoso({
        commune: c.var.body.name,
        slug: c.var.body.slug,
        title: `Procès-verbal : ${meeting.title}`,
        heldOn,
        approvedOn: dayInParis(approval.at),
        text,
        url: `${c.var.url}${sittingUrl(meeting.id)}`,
      })
      return download(c, { name: `proces-verbal-${heldOn}.xml`, type: 'application/xml; charset=utf-8', body })
    }),
  )
