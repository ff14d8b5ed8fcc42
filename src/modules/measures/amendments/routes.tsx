import { router } from '#kernel/http'
import { amendmentRoutes as ofAmendments } from './amendmentRoutes.tsx'
import { amendmentApi } from './apiRoutes.ts'
import { decisionRoutes } from './decisionRoutes.tsx'
import { versionRoutes } from './versionRoutes.tsx'

/** Amendments and versions of a measure: everything under its address that changes or shows its text. */
export const amendmentRoutes = router().mount(ofAmendments).mount(decisionRoutes).mount(versionRoutes).mount(amendmentApi)
