import { conflict, type C, either, administrator, agent, notFound } from '#kernel/http'
import type { Verdict } from '#kernel/rules'
import { type Assembly, mandatesOf, meetingsWorld, sittingOn } from '#engines/meetings'
import { words } from './locales/index.ts'
import type { fr } from './locales/fr.ts'
import { type Committee } from './committee.ts'
import { committeeAssembly, committeeById } from './queries/committees.ts'
import type { Tables } from './schema.ts'

export type Request = C<Tables>
type RefusedKey = Extract<keyof typeof fr, `refused.${string}`>
/** Reasons that have their sentence in the locales. */
export type Reason = RefusedKey extends `refused.${infer Name}` ? Name : never

/** Who writes down what an act decided: agents and administrators. Elected members sit; they do not keep the register. */
export const register = either(agent, administrator)

/** Does what the handler says with the committee of this request and its assembly; 404 when there is none. */
export const withCommittee =
  (work: (c: Request, committee: Committee, assembly: Assembly) => Promise<Response>) =>
  async (c: Request): Promise<Response> => {
    const id = c.req.param('committee') ?? ''
    const committee = /^\d{1,18}$/.test(id) ? await committeeById(c.var, id) : null
    const assembly = committee && (await committeeAssembly(c.var, committee.id))
    return committee && assembly ? work(c, committee, assembly) : notFound(c)
  }

/** Goes on when the rule allows it; otherwise says why, 409. */
export const unless = (c: Request, verdict: Verdict<Reason>, next: () => Response | Promise<Response>) =>
  verdict.ok ? next() : conflict(c, words(c.var.locale)(`refused.${verdict.because}`))

/** The role of each person who sits today. */
export const rolesToday = async (c: Request, assembly: Assembly) =>
  new Map(sittingOn(await mandatesOf(meetingsWorld(c.var), assembly.id), c.var.today).map(one => [one.member, one.role]))
