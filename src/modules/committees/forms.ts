import { z } from 'zod'
import { colleges, delayKinds, manners } from '#engines/meetings'
import { checkbox, day, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'
import { designations } from './rules/composition.ts'
import { readShare } from './rules/shareText.ts'
import { fileKinds, opinions } from './rules/yearlyFile.ts'
import { kinds } from './schema.ts'

const address = optionalText(500).refine(text => text === '' || /^(https?:\/\/\S+|\/[^/\s]\S*)$/.test(text))
const ids = z.preprocess(value => [value ?? []].flat().filter(one => one !== ''), z.array(z.string().regex(/^\d{1,18}$/)).max(50))
const orNothing = <S extends z.ZodType>(field: S) => z.preprocess(value => (value === '' ? undefined : value), field.optional())
const identifier = z.string().regex(/^\d{1,18}$/)

export const CommitteeForm = z
  .object({
    model: oneOf(['group', 'committee', 'ccspl']).default('committee'),
    kind: oneOf(kinds),
    name: requiredText(200),
    purpose: requiredText(4000),
    theme: optionalText(200),
    service: ids,
    act: requiredText(200),
    actOn: day,
    actUrl: address,
  })
  .refine(form => form.kind !== 'theme' || form.theme !== '', { path: ['theme'] })
export const Ending = z.object({ on: day, reason: requiredText(2000) })

export const NewSeats = z.object({
  college: oneOf(colleges),
  label: requiredText(200),
  designation: oneOf(designations),
  count: wholeNumber(1, 20),
})
export const GivenSeat = z.object({
  /** Chosen in the list, or else named by hand. */
  known: orNothing(z.uuid()),
  person: optionalText(200),
  substitute: checkbox,
  since: day,
  until: orNothing(day),
  record: requiredText(500),
  recordUrl: address,
})
export const EndedMandate = z.object({ on: day, reason: requiredText(500) })
export const RenewedMandate = z.object({ until: orNothing(day), record: requiredText(500) })
export const GivenRole = z.object({ role: oneOf(['chair', 'secretary', 'member']) })

export const Application = z.object({ motive: requiredText(4000) })
export const CandidacyDecision = z.object({
  decision: oneOf(['accepted', 'refused']),
  reason: requiredText(1000),
  seat: orNothing(identifier),
  until: orNothing(day),
})

const share = z
  .string()
  .default('')
  .refine(text => readShare(text) !== undefined)
export const RulesForm = z.object({
  delayKind: oneOf(delayKinds),
  delayN: wholeNumber(0, 60),
  carriedOver: checkbox,
  urgentN: orNothing(wholeNumber(0, 60)),
  'quorum-all': share,
  'quorum-users': share,
  'quorum-agents': share,
  'quorum-elected': share,
  proxiesCount: checkbox,
  secondKind: oneOf(delayKinds),
  secondN: orNothing(wholeNumber(0, 60)),
  perHolder: wholeNumber(0, 20),
  sameCollege: checkbox,
  manner: oneOf(manners),
  majority: oneOf(['simple', 'absolute', 'two-thirds']),
  base: oneOf(['cast', 'voters', 'sitting']),
  scope: oneOf(['overall', 'each-college']),
  castingVote: checkbox,
  chairUntilDays: wholeNumber(0, 60),
  members: share,
  membersUntilDays: wholeNumber(0, 60),
  minorityDays: wholeNumber(0, 90),
  since: day,
  reason: requiredText(2000),
  source: optionalText(500),
})
export type RulesForm = z.output<typeof RulesForm>

export const FileLine = z.object({
  item: orNothing(identifier),
  kind: oneOf(fileKinds),
  title: requiredText(300),
  service: orNothing(identifier),
  documentUrl: address,
  receivedOn: orNothing(day),
  meeting: orNothing(identifier),
  opinion: oneOf(opinions).default(''),
  note: optionalText(2000),
})
export const Presentation = z.object({ presentedOn: day, act: requiredText(200) })
