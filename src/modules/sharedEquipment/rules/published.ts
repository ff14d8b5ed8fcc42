import { z } from 'zod'
import { Key, Member } from './terms.ts'

const cents = z.int()
export const categories = ['staff', 'supplies', 'renewal', 'contracts', 'insurance', 'fuel', 'repair', 'other'] as const
export type Category = (typeof categories)[number]

/** What is needed to compute the account of a year; members by their short names. No name of a person is in it. */
export const Facts = z.strictObject({
  format: z.literal('yvette-shared-account/1'),
  kind: z.enum(['forecast', 'account']),
  year: z.int(),
  edition: z.int(),
  agreement: z.strictObject({ id: z.int(), title: z.string(), version: z.int() }),
  /** Sorted by `id`. */
  members: z.array(Member.omit({ body: true, slug: true }).extend({ id: z.string() })),
  items: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      owner: z.string(),
      unit: z.string(),
      key: Key,
      costs: z.array(z.strictObject({ id: z.string(), category: z.enum(categories), label: z.string(), on: z.string(), cents })),
      uses: z.array(z.strictObject({ loan: z.string(), member: z.string(), units: z.int().min(0), from: z.string(), to: z.string() })),
    }),
  ),
  damages: z.array(z.strictObject({ id: z.string(), item: z.string(), owner: z.string(), member: z.string(), cents, reason: z.string() })),
  corrections: z.array(
    z.strictObject({ id: z.string(), about: z.int(), owner: z.string(), member: z.string(), cents, reason: z.string() }),
  ),
  /** Called during the year, by the last forecast. */
  called: z.array(z.strictObject({ from: z.string(), to: z.string(), cents })),
  instalments: z.int(),
})
export type Facts = z.output<typeof Facts>

export const Results = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      cents,
      units: z.int(),
      /** The cost in the three parts of its key. */
      parts: z.strictObject({ use: cents, population: cents, equal: cents }),
      shares: z.array(z.strictObject({ member: z.string(), units: z.int(), use: cents, population: cents, equal: cents, cents })),
    }),
  ),
  members: z.array(
    z.strictObject({
      member: z.string(),
      /** Its part of every cost. */
      share: cents,
      /** What it spent itself, for what it keeps. */
      spent: cents,
      /** Charged to it, less what is charged to others for what it keeps. */
      damages: cents,
      corrections: cents,
      /** share − spent + damages + corrections: above zero, it owes. */
      balance: cents,
    }),
  ),
  /** Who pays whom for the year, each pair once. */
  transfers: z.array(z.strictObject({ from: z.string(), to: z.string(), cents })),
  /** The same, less what was called during the year. */
  left: z.array(z.strictObject({ from: z.string(), to: z.string(), cents })),
})
export type Results = z.output<typeof Results>
export const Published = Facts.extend({ results: Results })
export type Published = z.output<typeof Published>
