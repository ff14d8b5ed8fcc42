import { z } from 'zod'

const Representation = z.object({ withOne: z.number(), distribution: z.array(z.number()) })
const Group = z.object({
  code: z.string().nullable(),
  figures: z
    .object({ voters: z.number(), withOneShares: z.number(), withOneGreedy: z.number(), paid: z.number(), first: z.string().nullable() })
    .nullable(),
})

/**
 * One count as it is kept and published. Money is in units of the file (euros), projects go by their number; `each` is what a
 * voter who could pay in full paid. A count is never changed: a lot makes a new one.
 */
export const CountContent = z.object({
  engine: z.string(),
  inputDigest: z.string(),
  method: z.enum(['equal-shares', 'greedy']),
  ballots: z.number(),
  channels: z.record(z.string(), z.number()),
  envelope: z.number(),
  projects: z.array(
    z.object({
      id: z.string(),
      /** Its page. */
      idea: z.string(),
      title: z.string(),
      cost: z.number(),
      votes: z.number(),
      points: z.number(),
      /** What its supporters still had together when the equal shares ended; null for those bought. */
      left: z.number().nullable(),
    }),
  ),
  shares: z.object({
    /** In the order in which they were bought. */
    selected: z.array(z.string()),
    cost: z.number(),
    /** What each voter had in the round that holds, after the completion. */
    endowment: z.number(),
    /** More voters preferred the greedy outcome: it was taken instead, as the rules say. */
    isGreedyPreferred: z.boolean(),
    /** How many times each share was raised by one unit, so that the money is used. */
    raised: z.number(),
    bought: z.array(z.object({ id: z.string(), voters: z.number(), each: z.number(), emptied: z.number() })),
    represented: Representation,
  }),
  greedy: z.object({ selected: z.array(z.string()), cost: z.number(), represented: Representation }),
  districts: z.array(Group),
  ages: z.array(Group),
  leastGroup: z.number(),
  /** Voters who find more of their projects in one outcome; the comparison hears only those of whom both fund something. */
  preferences: z.object({ shares: z.number(), greedy: z.number(), comparedShares: z.number(), comparedGreedy: z.number() }),
  /** Projects that neither cost nor votes told apart, and what settled them; null while a public lot is awaited. */
  ties: z.array(z.object({ among: z.array(z.string()), first: z.string() })),
  seed: z.string().nullable(),
})
export type CountContent = z.output<typeof CountContent>
export type CountedProject = CountContent['projects'][number]

/** The winners: those of the method that the rules chose; equal shares give way when more voters prefer the other outcome. */
export const winnersOf = ({ method, shares, greedy }: CountContent): readonly string[] =>
  method === 'equal-shares' && !shares.isGreedyPreferred ? shares.selected : greedy.selected
