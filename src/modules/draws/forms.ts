import { z } from 'zod'
import { checkbox, day, optionalText, requiredText, wholeNumber } from '#kernel/forms'

export const NewLot = z.object({
  title: requiredText(200, 5),
  purpose: requiredText(2000, 10),
  inputs: requiredText(60_000, 1),
  many: wholeNumber(1, 100_000),
  seedSource: requiredText(500, 5),
  seedOn: day,
})
export type NewLot = z.output<typeof NewLot>

export const Seed = z.object({ seed: requiredText(500, 1), witnesses: requiredText(500, 3) })
export type Seed = z.output<typeof Seed>

export const NewPanel = z.object({
  title: requiredText(200, 5),
  purpose: requiredText(2000, 10),
  size: wholeNumber(2, 500),
  closesOn: day,
  onePerAddress: checkbox,
  categories: requiredText(20_000, 10),
})
export type NewPanel = z.output<typeof NewPanel>

/** The categories of the panel come as `feature0`, `feature1`… beside these. */
export const Volunteering = z.object({ address: optionalText(200), showsName: checkbox }).catchall(z.unknown())
export type Volunteering = z.output<typeof Volunteering>

export const Import = z.object({ people: requiredText(400_000, 3), nameColumn: optionalText(100), addressColumns: optionalText(200) })
export type Import = z.output<typeof Import>

export const Acceptance = z.object({ reason: requiredText(1000, 10) })
export type Acceptance = z.output<typeof Acceptance>

export const Announcement = z.object({ seedSource: requiredText(500, 5), seedOn: day })
export type Announcement = z.output<typeof Announcement>

export const Refusal = z.object({ number: wholeNumber(1, 100_000) })
