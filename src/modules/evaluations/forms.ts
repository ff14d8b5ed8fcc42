import { z } from 'zod'
import { checkbox, day, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'
import { recurrences } from './rules/campaign.ts'
import { indicatorIds } from './rules/indicators.ts'
import { localKinds } from './rules/localQuestion.ts'

/** The number of something; empty is none. */
const optionalNumber = z
  .string()
  .default('')
  .transform(text => (/^[1-9]\d{0,17}$/.test(text) ? text : null))
const optionalPick = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.preprocess(value => (value === '' || value === undefined ? null : value), z.enum(options).nullable())
const decimal = z.preprocess(value => {
  if (typeof value !== 'string') return value
  const digits = value.replace(/[\s\u00a0\u202f%]/g, '').replace(',', '.')
  return digits === '' ? undefined : Number(digits)
}, z.number().min(0).max(100))

const localKind = optionalPick(localKinds)
export const NewCampaign = z.object({
  service: z.string().regex(/^[1-9]\d{0,17}$/),
  opensOn: day,
  closesOn: day,
  recurrence: oneOf(recurrences),
  fr1: optionalText(200),
  en1: optionalText(200),
  kind1: localKind,
  fr2: optionalText(200),
  en2: optionalText(200),
  kind2: localKind,
  fr3: optionalText(200),
  en3: optionalText(200),
  kind3: localKind,
})
export type NewCampaign = z.output<typeof NewCampaign>

export const Closing = z.object({ reason: requiredText(500, 5) })
export type Closing = z.output<typeof Closing>
export const NewKiosk = z.object({ place: requiredText(200, 2) })
export type NewKiosk = z.output<typeof NewKiosk>
export const NewSheets = z.object({ count: wholeNumber(1, 50) })
export type NewSheets = z.output<typeof NewSheets>

/** What comes with the answers of the questionnaire. */
export const Words = z.object({ words: optionalText(2000) })
/** The same at the desk: which channel, which sheet. */
export const DeskFacts = z.object({
  channel: oneOf(['paper', 'phone', 'counter']),
  sheet: optionalText(8).pipe(z.string().regex(/^\d{0,6}$/)),
  words: optionalText(2000),
})
export type DeskFacts = z.output<typeof DeskFacts>

export const WordReading = z.object({
  verdict: oneOf(['published', 'refused']),
  text: optionalText(3000),
  confirmed: checkbox,
  reason: optionalText(500),
})
export type WordReading = z.output<typeof WordReading>
export const NewReply = z.object({ text: requiredText(2000, 5) })
export type NewReply = z.output<typeof NewReply>

export const NewChange = z.object({
  title: requiredText(200, 10),
  text: requiredText(4000, 10),
  said: requiredText(1000, 5),
  word: optionalNumber,
  indicator: optionalPick(indicatorIds),
  on: day,
})
export type NewChange = z.output<typeof NewChange>

export const NewNationalFigure = z.object({
  indicator: oneOf(['satisfaction', 'clarity', 'help']),
  value: decimal,
  scope: requiredText(200, 3),
  source: requiredText(300, 3),
  url: optionalText(300).pipe(z.union([z.literal(''), z.url({ protocol: /^https$/ })])),
  on: day,
  isInvented: checkbox,
})
export type NewNationalFigure = z.output<typeof NewNationalFigure>
