import { type C, deviceOf } from '#kernel/http'
import type { KernelTables } from '#kernel/service'
import type { Voter } from './queries/castVote.ts'
import { attachDevice, looseAnswers } from './queries/participants.ts'
import type { ConsultationId, ConsultationTables } from './schema.ts'

export type Request = C<ConsultationTables & KernelTables>

/** Whoever answers: the person signed in (or for whom somebody holds the pen), else this browser. */
export const voterOf = (c: Request, consultation: ConsultationId): Voter => {
  const { personId, roles } = c.var.actor
  return personId === null ? { device: deviceFor(c, consultation) } : { person: personId, isVerified: roles.has('verified') }
}

/** The same, for a page that is only read: a browser that never acted here is nobody yet, and gets no token. */
export const readerOf = (c: Request, consultation: ConsultationId): Voter | null =>
  c.var.actor.personId === null && !broughtDevice(c) ? null : voterOf(c, consultation)

/** How many answers this browser gave before its owner signed in; an agent's browser is not that of the person they key in for. */
export const looseOn = async (c: Request, consultation: ConsultationId): Promise<number> =>
  isAtHome(c) && broughtDevice(c) ? looseAnswers(c.var, consultation, deviceFor(c, consultation)) : 0

/** Attaches them to this person. */
export const attachLoose = async (c: Request, consultation: ConsultationId): Promise<void> => {
  const { personId, roles } = c.var.actor
  if (personId === null || !isAtHome(c) || !broughtDevice(c)) return
  await attachDevice(c.var, consultation, deviceFor(c, consultation), { id: personId, isVerified: roles.has('verified') })
}

export const broughtDevice = (c: Request) => /(?:^|;\s*)(?:__Host-)?yvette\.appareil=/.test(c.req.header('cookie') ?? '')

const isAtHome = (c: Request) => c.var.actor.personId !== null && c.var.actor.onBehalf === null
const deviceFor = (c: Request, consultation: ConsultationId) => deviceOf(c, `consultation:${consultation}`).key
