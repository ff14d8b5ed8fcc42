import { z } from 'zod'
import { checkbox, day, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'
import { channels, manners } from './rules/charter.ts'
import { choices } from './rules/resultOf.ts'

/** An hour as `19:30`; `19h30` and `19 h` are read too. */
const hour = z.preprocess(
  value => {
    const hand = typeof value === 'string' ? /^\s*(\d{1,2})\s*[:hH]\s*(\d{2})?\s*$/.exec(value) : null
    return hand ? `${hand[1]!.padStart(2, '0')}:${hand[2] ?? '00'}` : value
  },
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
)
const address = optionalText(500).refine(text => text === '' || /^https?:\/\/\S+$/.test(text))
const whoever = z.uuid()
const identifier = z.string().regex(/^\d{1,18}$/)

export const PlannedMeeting = z.object({
  title: requiredText(200),
  day,
  starts: hour,
  ends: hour,
  place: optionalText(200),
  address: optionalText(300),
  link: address,
  openTo: oneOf(['anyone', 'members']),
  seats: z.preprocess(value => (value === '' ? undefined : value), wholeNumber(1, 100_000).optional()),
})
export const Notice = z.object({ reason: optionalText(1000) })
export const Cancellation = z.object({ reason: requiredText(1000) })
export const AskedItem = z.object({
  title: requiredText(200),
  note: optionalText(5000),
  /** What led there: a page of this site. */
  link: optionalText(300).refine(text => text === '' || /^\/[^/\s\\][^\s\\]*$/.test(text)),
})
export const Discussion = z.object({ discussion: optionalText(20_000) })
export const Answer = z.object({ answer: oneOf(['coming', 'excused']) })
export const Arrival = z.object({ person: whoever, channel: oneOf(channels) })
export const Departure = z.object({ person: whoever })
export const GivenProxy = z.object({ giver: whoever, holder: whoever })
export const OpenedVote = z.object({
  item: identifier,
  question: requiredText(1000),
  manner: oneOf(manners),
  nomination: checkbox,
  unanimous: checkbox,
  presidedBy: z.preprocess(value => (value === '' ? undefined : value), whoever.optional()),
  chairLeaves: checkbox,
})
export const AskedManner = z.object({ person: whoever, manner: oneOf(['named', 'secret', 'none']) })
export const UrgencyRuling = z.object({ for: wholeNumber(0, 1000), against: wholeNumber(0, 1000), abstention: wholeNumber(0, 1000) })
/** `voix-<person>` fields, read by the route for those who may vote. */
export const Voices = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
export const voiceOf = oneOf(choices)
export const Papers = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
export const paperNumber = wholeNumber(0, 100_000)
export const Withdrawal = z.object({ person: whoever, reason: optionalText(500) })
export const WrittenReport = z.object({ text: requiredText(10_000) })
export const WrittenMinutes = z.object({ text: requiredText(100_000) })
export const Approval = z.object({ meeting: identifier, remarks: optionalText(5000) })
export const AddedDocument = z.object({
  title: requiredText(200),
  url: requiredText(500).refine(text => /^(https?:\/\/\S+|\/[^/\s]\S*)$/.test(text)),
})
