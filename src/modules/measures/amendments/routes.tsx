import { debateRoutes } from '#engines/debate'
import { router } from '#kernel/http'
import { amendmentRoutes as ofAmendments } from './amendmentRoutes.tsx'
import { decisionRoutes } from './decisionRoutes.tsx'
import { amendmentOf, type Request } from './reads.ts'
import { canAmend } from './rules/canAmend.ts'
import { versionRoutes } from './versionRoutes.tsx'
import { words } from './locales/index.ts'

/** Amendments and versions of a measure: everything under its address that changes or shows its text. */
export const amendmentRoutes = router()
  .mount(ofAmendments)
  .mount(decisionRoutes)
  .mount(versionRoutes)
  .mount(debateRoutes({ base: '/mesures/:measure/amendements/:amendment/debat', subjectOf: c => debatedAmendment(c) }))

const debatedAmendment = async (c: Request) => {
  const found = await amendmentOf(c)
  if (!found) return null
  const { measure, amendment } = found
  const title = `${words(c.var.locale)('amendment.title', { id: amendment.id })}, ${measure.title}`
  const isOpen = amendment.state === 'open' && canAmend({ ...measure, today: c.var.today }).ok
  return { key: `amendment:${amendment.id}`, title, url: `/mesures/${measure.id}/amendements/${amendment.id}`, isOpen }
}
