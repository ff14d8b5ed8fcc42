import { z } from 'zod'
import { countBallots, Counts } from '../rules/counts.ts'
import { kinds } from '../rules/kinds.ts'
import { computeResult } from './computeResult.ts'
import { ResultContent } from './content.ts'
import { canonical, digestOf } from './digest.ts'

/** What a result leaves to be downloaded: see `bundleOf`. Fields that the count does not need stay as they are, for the digest. */
const PublishedBundle = z.looseObject({
  format: z.literal('yvette-ballot-bundle/1'),
  ballot: z.looseObject({ title: z.string(), isSecret: z.boolean() }),
  questions: z.array(
    z.looseObject({
      number: z.int(),
      kind: z.enum(kinds),
      title: z.string(),
      explanation: z.string(),
      most: z.int(),
      options: z.array(z.looseObject({ number: z.int(), label: z.string(), explanation: z.string() })),
    }),
  ),
  ballots: z.array(z.looseObject({ pseudonym: z.string(), answers: z.array(z.record(z.string(), z.int())) })),
  tables: z.array(z.looseObject({ counts: Counts.nullable() })),
  result: ResultContent,
  digest: z.string(),
})

export type Recount =
  | { readonly ok: false; readonly because: 'not-a-bundle' | 'secret' }
  | {
      readonly ok: true
      readonly title: string
      readonly ballots: number
      /** The result found now; `isSame` says whether it is the one published, to the figure. */
      readonly result: ResultContent
      readonly isSame: boolean
      /** Of the whole file, and whether it is the one printed on the page of the result. */
      readonly digest: string
      readonly isSameDigest: boolean
      /** No number stands for two ballots. */
      readonly isOneBallotEach: boolean
    }

/** Counts a published file again, from its ballots one by one and its sheets of paper. Who took part is taken as published. */
export const recount = (bundle: unknown): Recount => {
  const parsed = PublishedBundle.safeParse(bundle)
  if (!parsed.success) return { ok: false, because: 'not-a-bundle' }
  const { digest: published, ...followed } = parsed.data
  const { ballot, questions, ballots, tables, result: said } = followed
  if (ballot.isSecret) return { ok: false, because: 'secret' }
  const electronic = countBallots(
    questions,
    ballots.map(({ answers }) => answers),
  )
  const paper = tables.flatMap(({ counts }) => (counts ? [counts] : []))
  const result = computeResult(questions, electronic, paper, said.turnout)
  const digest = digestOf(followed)
  return {
    ok: true,
    title: ballot.title,
    ballots: ballots.length,
    result,
    isSame: JSON.stringify(canonical(result)) === JSON.stringify(canonical(said)),
    digest,
    isSameDigest: digest === published,
    isOneBallotEach: new Set(ballots.map(({ pseudonym }) => pseudonym)).size === ballots.length,
  }
}
