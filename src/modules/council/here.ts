import { conflict, type C, either, administrator, agent, notFound } from '#kernel/http'
import type { Session } from '#engines/meetings'
import type { Verdict } from '#kernel/rules'
import { words } from './locales/index.ts'
import type { fr } from './locales/fr.ts'
import { councilSession } from './queries/assembly.ts'
import { type Deliberation, deliberationById } from './queries/deliberations.ts'
import type { Tables } from './schema.ts'

export type Request = C<Tables>
type RefusedKey = Extract<keyof typeof fr, `refused.${string}`>
/** Reasons that have their sentence in the locales. */
export type Reason = RefusedKey extends `refused.${infer Name}` ? Name : never

/** Who keeps the council's register and keys in its sessions: agents and administrators. Councillors sit. */
export const register = either(agent, administrator)

/** Does what the handler says with the deliberation of this request; 404 when there is none that this person may see. */
export const withDeliberation =
  (work: (c: Request, deliberation: Deliberation) => Promise<Response>) =>
  async (c: Request): Promise<Response> => {
    const deliberation = await deliberationById(c.var, c.req.param('deliberation') ?? '')
    const known = deliberation && (deliberation.publishedAt !== null || register.allows(c.var.actor))
    return known ? work(c, deliberation) : notFound(c)
  }

/** The same with a session of the council that was announced. */
export const withSitting =
  (work: (c: Request, session: Session) => Promise<Response>) =>
  async (c: Request): Promise<Response> => {
    const session = await councilSession(c.var, c.req.param('sitting') ?? '')
    return session ? work(c, session) : notFound(c)
  }

/** Goes on when the rule allows it; otherwise says why, 409. */
export const unless = (c: Request, verdict: Verdict<Reason>, next: () => Response | Promise<Response>) =>
  verdict.ok ? next() : conflict(c, words(c.var.locale)(`refused.${verdict.because}`))
