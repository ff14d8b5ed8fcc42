import type { C } from '#kernel/http'
import type { KernelTables } from '#kernel/service'
import type { MeasureTables } from '../schema.ts'
import { readMeasure } from '../queries/readMeasure.ts'
import { readVersion } from '../queries/versions.ts'
import { readAmendment } from './queries/readAmendment.ts'

/** A request to the pages of amendments. */
export type Request = C<MeasureTables & KernelTables>

/** The measure named in the address, or null. */
export const measureOf = (c: Request) => readMeasure(c.var.db, c.var.body.id, c.req.param('measure') ?? '0', c.var.actor.personId)

/** The amendment named in the address with its measure and the present text, or null when any is missing. */
export const amendmentOf = async (c: Request) => {
  const { db, body, actor } = c.var
  const measure = await measureOf(c)
  if (!measure) return null
  const amendment = await readAmendment(db, body.id, measure.id, c.req.param('amendment') ?? '0', actor.personId)
  const current = await readVersion(db, body.id, measure.id)
  return amendment && current ? { measure, amendment, current } : null
}
