import { moderationOf } from '#engines/moderation'
import { json, pageOf, router } from '#kernel/http'
import type { MeasureTables } from '../schema.ts'
import { amendmentsApi } from './api.ts'
import { listAmendments } from './queries/listAmendments.ts'
import { measureOf } from './reads.ts'
import { states } from './rules/terms.ts'

/** Amendments for machines. */
export const amendmentApi = router<MeasureTables>().api('/api/v1/mesures/:measure/amendements', amendmentsApi, async c => {
  const measure = await measureOf(c)
  if (!measure) return json(c, { error: 'not found' }, 404)
  const { db, body, url } = c.var
  const asked = pageOf(c, 100)
  const found = await listAmendments(db, body.id, measure.id, states.find(one => one === c.req.query('etat')) ?? null, asked)
  const moderated = await moderationOf(
    db,
    body.id,
    found.map(({ id }) => `amendment:${id}`),
  )
  const visible = found.slice(0, asked.size).filter(({ id }) => moderated.get(`amendment:${id}`).state === 'visible')
  return json(c, {
    page: asked.number,
    hasMore: found.length > asked.size,
    amendments: visible.map(({ authorId: _, ...shown }) => ({ ...shown, url: `${url}/mesures/${measure.id}/amendements/${shown.id}` })),
  })
})
