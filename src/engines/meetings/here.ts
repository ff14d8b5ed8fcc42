import { conflict, type C, forbidden, notFound } from '#kernel/http'
import type { Verdict } from '#kernel/service'
import { type Assembly, mandatesOf } from './queries/assemblies.ts'
import { heldSession, type Session, sessionOf } from './queries/session.ts'
import { sittingOn } from './rules/sitting.ts'
import type { MeetingsMount } from './mount.ts'
import { words } from './locales/index.ts'
import type { fr } from './locales/fr.ts'
import type { Viewer } from './pages/viewer.ts'
import type { Tables } from './tables.ts'

export type Here = C<Tables>
type RefusedKey = Extract<keyof typeof fr, `refused.${string}`>
/** Reasons that have their sentence in the locales. */
export type Reason = RefusedKey extends `refused.${infer Name}` ? Name : never

/** Does what the handler says with the assembly of this request; 404 when there is none. */
export const withAssembly =
  (mount: MeetingsMount, work: (c: Here, assembly: Assembly, runs: boolean) => Promise<Response>) => async (c: Here) => {
    const assembly = await mount.assemblyOf(c)
    if (!assembly) return notFound(c)
    return work(c, assembly, await mayRun(mount, c, assembly))
  }

/** The same, with the meeting of this request. */
export const withSession = (mount: MeetingsMount, work: (c: Here, session: Session, viewer: Viewer) => Promise<Response>) =>
  withAssembly(mount, async (c, assembly, runs) => {
    const read = c.req.method === 'POST' ? heldSession : sessionOf
    const session = await read(c.var, assembly, c.req.param('meeting') ?? '')
    if (!session) return notFound(c)
    const { personId } = c.var.actor
    return work(c, session, { personId, runs, sits: session.seats.some(seat => seat.member === personId) })
  })

/** The same, for those who run the meeting; 403 for others. */
export const running = (mount: MeetingsMount, work: (c: Here, session: Session, viewer: Viewer) => Promise<Response>) =>
  withSession(mount, async (c, session, viewer) => (viewer.runs ? work(c, session, viewer) : refuse(c)))

export const refuse = (c: Here) => forbidden(c, words(c.var.locale)('refused.notRunning'))

/** Goes on when the rule allows it; otherwise says why, 409. */
export const unless = (c: Here, verdict: Verdict<Reason>, next: () => Response | Promise<Response>) =>
  verdict.ok ? next() : conflict(c, words(c.var.locale)(`refused.${verdict.because}`))

const mayRun = async (mount: MeetingsMount, c: Here, assembly: Assembly) => {
  if (mount.mayRun?.(c, assembly)) return true
  const { personId } = c.var.actor
  if (personId === null) return false
  const held = sittingOn(await mandatesOf(c.var, assembly.id), c.var.today).find(one => one.member === personId)
  return held?.role === 'chair' || held?.role === 'secretary'
}
