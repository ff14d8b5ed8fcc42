import { allowed, refused, type Verdict } from '#kernel/rules'

export type PublicationRefusal = 'session-open' | 'reason-needed' | 'nothing-changed'

/** A text is published once its session is over; then only a correction follows, which changes something and says why. */
export const canPublish = (facts: {
  readonly sessionOver: boolean
  readonly published: { readonly title: string; readonly text: string } | null
  readonly title: string
  readonly text: string
  readonly reason: string
}): Verdict<PublicationRefusal> => {
  if (!facts.sessionOver) return refused('session-open')
  if (facts.published === null) return allowed
  if (facts.reason.trim() === '') return refused('reason-needed')
  return facts.published.title === facts.title && facts.published.text === facts.text ? refused('nothing-changed') : allowed
}

export type TransmissionRefusal = 'not-transmissible' | 'before-session-day' | 'in-the-future'

/** The prefect receives an act on the day it is taken at the earliest. */
export const canTransmit = (facts: {
  readonly isTransmissible: boolean
  readonly heldOn: string
  readonly receivedOn: string
  readonly today: string
}): Verdict<TransmissionRefusal> => {
  if (!facts.isTransmissible) return refused('not-transmissible')
  if (facts.receivedOn < facts.heldOn) return refused('before-session-day')
  return facts.receivedOn > facts.today ? refused('in-the-future') : allowed
}
