import { z } from 'zod'
import { checkbox, day, oneOf, optionalText, requiredText } from '#kernel/forms'
import { isSiret } from './rules/siret.ts'
import { causes, documentKinds, families, hows, methods } from './rules/terms.ts'

/** A number with a comma or a point, as people write it. */
const decimal = (min: number, max: number) =>
  z.preprocess(value => {
    if (typeof value !== 'string') return value
    const digits = value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
    return digits === '' ? undefined : Number(digits)
  }, z.number().min(min).max(max))
/** Metres as typed, decimetres as kept. */
const metres = (min: number, max: number) => decimal(min, max).transform(value => Math.round(value * 10))
const euros = (min: number, max: number) => decimal(min, max).transform(value => Math.round(value * 100))
const number = requiredText(18).pipe(z.string().regex(/^\d+$/))
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const weekday = z.preprocess(value => (typeof value === 'string' ? Number(value) : value), z.int().min(1).max(7))
const weekdays = z.preprocess(value => (value === undefined ? [] : [value].flat()), z.array(weekday).min(1))

export const NewMarket = z
  .object({
    name: requiredText(120, 3),
    place: requiredText(200, 3),
    about: optionalText(1000),
    weekdays,
    opens: time,
    closes: time,
    callAt: time,
    method: oneOf(methods),
    seedRule: optionalText(500),
    width: decimal(5, 500),
    height: decimal(5, 500),
    service: optionalText(18).pipe(z.string().regex(/^\d*$/)),
  })
  .refine(({ opens, closes, callAt }) => opens < closes && callAt <= closes, { path: ['closes'] })
  .refine(({ method, seedRule }) => method === 'list' || seedRule.length >= 10, { path: ['seedRule'] })
export type NewMarket = z.output<typeof NewMarket>
export const NewAlley = z.object({
  name: requiredText(60),
  x: decimal(0, 500),
  y: decimal(0, 500),
  direction: oneOf(['across', 'down']),
  length: metres(1, 500),
})
export type NewAlley = z.output<typeof NewAlley>
export const NewPitch = z.object({
  alley: number,
  number: requiredText(8).pipe(z.string().regex(/^[0-9A-Za-z-]+$/)),
  from: metres(0, 500),
  length: metres(0.5, 50),
  hasPower: checkbox,
  hasWater: checkbox,
})
export type NewPitch = z.output<typeof NewPitch>
export const Withdrawal = z.object({ pitch: number, reason: requiredText(500, 5) })
export type Withdrawal = z.output<typeof Withdrawal>
export const NewTariff = z.object({
  holding: oneOf(['subscriber', 'casual']),
  metre: euros(0, 1000),
  least: euros(0, 1000),
  power: euros(0, 1000),
  since: day,
  deliberation: requiredText(300, 5),
})
export type NewTariff = z.output<typeof NewTariff>
export const NewPlacer = z.object({ email: z.string().trim().toLowerCase().pipe(z.email().max(254)), title: requiredText(120, 3) })
export type NewPlacer = z.output<typeof NewPlacer>

export const TraderForm = z
  .object({
    name: requiredText(120, 2),
    family: oneOf(families),
    products: requiredText(500, 3),
    siret: optionalText(30).transform(text => text.replace(/\s/g, '')),
    email: z.union([z.literal(''), z.string().trim().toLowerCase().pipe(z.email().max(254))]).default(''),
    phone: optionalText(30),
    isProducer: checkbox,
    isOrganic: checkbox,
    certifier: optionalText(120),
    length: metres(0.5, 50),
    needsPower: checkbox,
    showsName: checkbox,
  })
  .refine(({ siret }) => siret === '' || isSiret(siret), { path: ['siret'], params: { is: 'siret' } })
  .refine(({ isOrganic, certifier }) => !isOrganic || certifier.length > 1, { path: ['certifier'] })
export type TraderForm = z.output<typeof TraderForm>
export const NewDocument = z.object({
  kind: oneOf(documentKinds),
  expiresOn: z.union([z.literal('').transform(() => null), day]).default(null),
})
export type NewDocument = z.output<typeof NewDocument>
export const DocumentDecision = z.object({ document: number, decision: oneOf(['seen', 'refused']), reason: optionalText(300) })
export const Decision = z.object({
  decision: oneOf(['accepted', 'refused']),
  since: z.union([z.literal('').transform(() => null), day]).default(null),
  reason: optionalText(1000),
})
export type Decision = z.output<typeof Decision>
export const NewSubscription = z.object({
  weekday,
  alley: number,
  from: metres(0, 500),
  length: metres(0.5, 50),
  hasPower: checkbox,
  since: day,
  reason: optionalText(300),
})
export type NewSubscription = z.output<typeof NewSubscription>
export const NewRequest = z.object({ weekday, length: metres(0.5, 50) })
export type NewRequest = z.output<typeof NewRequest>
export const Excuse = z.object({ day: number, reason: requiredText(300, 3) })
export type Excuse = z.output<typeof Excuse>
export const NewNotice = z.object({ day: number, reason: optionalText(300) })
export type NewNotice = z.output<typeof NewNotice>
export const NewStep = z.object({
  reason: requiredText(2000, 20),
  dueOn: z.union([z.literal('').transform(() => null), day]).default(null),
})
export type NewStep = z.output<typeof NewStep>
export const Heard = z.object({ said: requiredText(3000, 10) })
export type Heard = z.output<typeof Heard>
export const Lifting = z.object({ reason: requiredText(1000, 5) })
export type Lifting = z.output<typeof Lifting>
export const NewAppeal = z.object({ text: requiredText(2000, 10) })
export type NewAppeal = z.output<typeof NewAppeal>
export const AppealAnswer = z.object({ accepted: oneOf(['yes', 'no']), answer: requiredText(2000, 10) })
export type AppealAnswer = z.output<typeof AppealAnswer>
export const NewSuccession = z.object({
  cause: oneOf(causes),
  causedOn: day,
  successorName: requiredText(160, 2),
  successorActivity: requiredText(300, 3),
})
export type NewSuccession = z.output<typeof NewSuccession>
export const SuccessionDecision = z
  .object({ decision: oneOf(['accepted', 'refused']), reasons: optionalText(3000) })
  .refine(({ decision, reasons }) => decision === 'accepted' || reasons.length >= 20, { path: ['reasons'] })
export type SuccessionDecision = z.output<typeof SuccessionDecision>
export const Counted = z.object({ book: number, counted: euros(0, 100_000), note: optionalText(500) })
export type Counted = z.output<typeof Counted>
export const Paid = z.object({ means: oneOf(['cash', 'cheque', 'card']) })
export type Paid = z.output<typeof Paid>
export const Month = z.object({ month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/) })
export const DayCancelled = z.object({ reason: requiredText(300, 5) })
export type DayCancelled = z.output<typeof DayCancelled>

const uid = z.string().regex(/^[0-9a-zA-Z-]{8,64}$/)
const key = z.string().regex(/^[0-9a-zA-Z-]{8,64}$/)
const amount = z.int().min(0).max(10_000_000)
const state = oneOf(['present', 'absent'])
const stretch = { alley: z.string().regex(/^\d{1,18}$/), from: z.int().min(0).max(5000), to: z.int().min(1).max(5000) }
const book = { book: z.string().regex(/^\d{1,18}$/), number: z.int().min(1).max(1_000_000) }
/** An act as it comes from a telephone. */
const DeedSent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('presence'), trader: key, state, was: state.nullable() }),
  z
    .object({ kind: z.literal('place'), trader: key, ...stretch, hasPower: z.boolean(), how: oneOf(hows), reason: optionalText(300) })
    .refine(({ how, reason, from, to }) => (how !== 'choice' || reason !== '') && from < to),
  z.object({ kind: z.literal('unplace'), placing: uid }),
  z.object({
    kind: z.literal('newcomer'),
    trader: key,
    name: requiredText(120, 2),
    family: oneOf(families),
    length: z.int().min(5).max(500),
    needsPower: z.boolean(),
  }),
  z.object({ kind: z.literal('list'), inputs: z.array(requiredText(200)).max(500) }),
  z.object({ kind: z.literal('seed'), seed: requiredText(500), witnesses: requiredText(300) }),
  z.object({
    kind: z.literal('pay'),
    placing: uid,
    trader: key,
    holding: oneOf(['subscriber', 'casual']),
    decimetres: z.int().min(1).max(5000),
    usesPower: z.boolean(),
    cents: amount,
    means: oneOf(['cash', 'cheque', 'card', 'later']),
    ...book,
  }),
  z.object({ kind: z.literal('cancel'), receipt: z.string().regex(/^\d{1,18}-\d{1,9}$/), reason: requiredText(300), ...book }),
  z.object({ kind: z.literal('settle'), clash: uid, keep: oneOf(['first', 'second']) }),
])
const Gesture = z.object({ uid, sequence: z.int().min(1).max(1_000_000), at: optionalText(40) })
export const ActSent = z.intersection(Gesture, DeedSent)
export const Sent = z.object({ device: z.string().regex(/^[0-9a-zA-Z-]{8,64}$/), acts: z.array(ActSent).max(200) })

/** The same acts, as plain forms without script send them. */
export const PlainAct = z.object({
  uid,
  kind: oneOf(['presence', 'place', 'unplace', 'newcomer', 'list', 'seed', 'pay', 'cancel', 'settle', 'release']),
  trader: optionalText(64),
  state: z.union([z.literal(''), state]).default(''),
  spot: optionalText(60),
  hasPower: checkbox,
  reason: optionalText(300),
  placing: optionalText(64),
  name: optionalText(120),
  family: z.union([z.literal(''), oneOf(families)]).default(''),
  metres: optionalText(10),
  seed: optionalText(500),
  witnesses: optionalText(300),
  means: z.union([z.literal(''), oneOf(['cash', 'cheque', 'card', 'later'])]).default(''),
  receipt: optionalText(30),
  clash: optionalText(64),
  keep: z.union([z.literal(''), oneOf(['first', 'second'])]).default(''),
})
export type PlainAct = z.output<typeof PlainAct>
