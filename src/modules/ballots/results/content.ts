import { z } from 'zod'
import { kinds } from '../rules/kinds.ts'

const option = z.int()
const OptionResult = z.object({
  number: option,
  label: z.string(),
  /** Votes, points, or ballots that judged or ranked it; electronic and paper beside each other. */
  electronic: z.number(),
  paper: z.number(),
  total: z.number(),
})
const Judged = z.object({
  option,
  /** How many gave each mention, best first. */
  mentions: z.array(z.int()),
  /** The majority mention. */
  median: z.int(),
  better: z.number(),
  worse: z.number(),
})
/** How an option was told from the next one: after so many majority mentions taken away, these two mentions differed. */
const Separation = z.object({ better: option, than: option, removed: z.int(), mentions: z.tuple([z.int(), z.int()]) })
const Duels = z.object({
  options: z.array(option),
  /** Ballots that prefer the option of the row to that of the column. */
  preferred: z.array(z.array(z.int())),
  /** Strength of the strongest path from row to column. */
  paths: z.array(z.array(z.int())),
})
export const QuestionResult = z.object({
  number: z.int(),
  kind: z.enum(kinds),
  title: z.string(),
  /** Ballots that answered, and those left blank. */
  answered: z.int(),
  blank: z.int(),
  options: z.array(OptionResult),
  /** Best first; several in one place are tied. */
  order: z.array(z.array(option)),
  /** Options in front; several when they are tied. */
  winners: z.array(option),
  judged: z.array(Judged).nullable(),
  separations: z.array(Separation).nullable(),
  duels: Duels.nullable(),
})
export type QuestionResult = z.output<typeof QuestionResult>

const channels = z.object({ screen: z.int(), desk: z.int(), paper: z.int(), station: z.int() })
/** What is published, and what a replay finds again from the same ballots. */
export const ResultContent = z.object({
  version: z.string(),
  electronic: z.int(),
  paper: z.int(),
  invalid: z.int(),
  /** People marked on the roll, by channel. */
  turnout: channels,
  questions: z.array(QuestionResult),
})
export type ResultContent = z.output<typeof ResultContent>
