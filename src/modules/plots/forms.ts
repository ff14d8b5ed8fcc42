import { z } from 'zod'
import { checkbox, day, manyOf, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'
import { crops, holderKinds, payments, plotKinds, suns, takers, visitStates, waters } from './rules/terms.ts'

/** A number with a comma or a point, as people write it. */
const decimal = (min: number, max: number) =>
  z.preprocess(value => {
    if (typeof value !== 'string') return value
    const digits = value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
    return digits === '' ? undefined : Number(digits)
  }, z.number().min(min).max(max))
/** The same, or nothing. */
const optionalDecimal = (min: number, max: number) => z.union([z.literal('').transform(() => null), decimal(min, max)]).default(null)
const euros = (min: number, max: number) => decimal(min, max).transform(value => Math.round(value * 100))
const kilograms = decimal(0.01, 5000).transform(value => Math.round(value * 1000))
const wish = z
  .string()
  .regex(/^\d{0,18}$/)
  .default('')

export const NewApplication = z
  .object({
    holder: oneOf(holderKinds),
    holderName: optionalText(120),
    situation: manyOf(['lives-here', 'without-land', 'low-income', 'needs-raised']),
    wish1: wish,
    wish2: wish,
    wish3: wish,
    takesAny: checkbox,
    project: optionalText(1000),
  })
  .refine(({ holder, holderName }) => holder === 'person' || holder === 'family' || holderName.length > 1, {
    path: ['holderName'],
    params: { custom: true },
  })
export type NewApplication = z.output<typeof NewApplication>

export const NewRound = z.object({
  title: requiredText(120, 3),
  opensOn: day,
  closesOn: day,
  drawOn: day,
  seasonFrom: day,
  seasonTo: day,
  seedSource: requiredText(300, 10),
})
export type NewRound = z.output<typeof NewRound>
export const Seed = z.object({ seed: requiredText(500, 3), witnesses: requiredText(300, 3) })
export type Seed = z.output<typeof Seed>

export const Signature = z.object({ read: checkbox, showsName: checkbox, quotient: optionalDecimal(0, 100_000) })
export type Signature = z.output<typeof Signature>
export const Renewal = z.object({ quotient: optionalDecimal(0, 100_000) })
export type Renewal = z.output<typeof Renewal>
export const Payment = z.object({ kind: oneOf(payments), euros: euros(0.01, 10_000), note: optionalText(200) })
export type Payment = z.output<typeof Payment>
export const NewVisit = z.object({ state: oneOf(visitStates), note: optionalText(1000), caption: optionalText(200) })
export type NewVisit = z.output<typeof NewVisit>
export const NewStep = z.object({ reason: requiredText(2000, 20) })
export type NewStep = z.output<typeof NewStep>
export const Objection = z.object({ text: requiredText(2000, 10) })
export type Objection = z.output<typeof Objection>
export const Answer = z.object({ accepted: oneOf(['yes', 'no']), answer: requiredText(2000, 20) })
export type Answer = z.output<typeof Answer>
export const Leaving = z.object({ on: day })
export type Leaving = z.output<typeof Leaving>
export const GivingBack = z.object({ note: requiredText(1000, 3), kept: euros(0, 1000) })
export type GivingBack = z.output<typeof GivingBack>

export const NewDay = z.object({
  name: requiredText(120, 3),
  about: optionalText(1000),
  on: day,
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  hours: wholeNumber(1, 12),
  places: wholeNumber(1, 500),
})
export type NewDay = z.output<typeof NewDay>
export const NewThing = z.object({ kind: oneOf(['water', 'tool']), name: requiredText(120, 2) })
export type NewThing = z.output<typeof NewThing>
export const NewIncident = z.object({ thing: requiredText(18).pipe(z.string().regex(/^\d+$/)), description: requiredText(1000, 5) })
export type NewIncident = z.output<typeof NewIncident>
export type Repaired = z.output<typeof Repaired>
export const Repaired = z.object({ outcome: requiredText(500, 3) })

export const NewHarvest = z.object({ kind: oneOf(crops), kilograms, on: day })
export type NewHarvest = z.output<typeof NewHarvest>
export const NewSurplus = z.object({
  garden: requiredText(18).pipe(z.string().regex(/^\d+$/)),
  kind: oneOf(crops),
  kilograms,
  untilOn: day,
})
export type NewSurplus = z.output<typeof NewSurplus>
export const Taking = z.object({ takenFor: oneOf(takers) })

export const NewGarden = z.object({
  name: requiredText(120, 3),
  place: requiredText(200, 3),
  about: optionalText(1000),
  access: optionalText(500),
  runBy: requiredText(160, 3),
  latitude: decimal(-90, 90),
  longitude: decimal(-180, 180),
  width: decimal(5, 500),
  height: decimal(5, 500),
  service: optionalText(18).pipe(z.string().regex(/^\d*$/)),
})
export type NewGarden = z.output<typeof NewGarden>
export const NewPlotForm = z.object({
  number: requiredText(8).pipe(z.string().regex(/^[0-9A-Za-z-]+$/)),
  kind: oneOf(plotKinds),
  squareMetres: decimal(0.5, 5000),
  x: decimal(0, 500),
  y: decimal(0, 500),
  width: decimal(0.5, 500),
  height: decimal(0.5, 500),
  water: oneOf(waters),
  sun: oneOf(suns),
})
export type NewPlotForm = z.output<typeof NewPlotForm>
export const Withdrawal = z.object({ plot: requiredText(18).pipe(z.string().regex(/^\d+$/)), reason: requiredText(500, 5) })
export type Withdrawal = z.output<typeof Withdrawal>
export const NewSteward = z.object({ person: z.uuid(), title: requiredText(120, 3) })
export type NewSteward = z.output<typeof NewSteward>
export const Closing = z.object({ on: day, reason: requiredText(500, 5) })
export type Closing = z.output<typeof Closing>
