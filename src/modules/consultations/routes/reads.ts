import type { Consultation } from '../queries/consultations.ts'
import { consultationById } from '../queries/consultations.ts'
import { mayRun } from '../powers.ts'
import type { Request } from '../voter.ts'

/** The consultation asked for, and whether this person runs it; null when there is none, or when it is a draft of others. */
export const found = async (c: Request): Promise<{ consultation: Consultation; runs: boolean } | null> => {
  const consultation = await consultationById(c.var.db, c.var.body.id, c.req.param('consultation') ?? '0')
  if (!consultation) return null
  const runs = await mayRun(c.var, consultation.measure)
  return consultation.state === 'draft' && !runs ? null : { consultation, runs }
}

export type { Request }
