import { z } from 'zod'
import { type Answers, mentions, type Question, worstMention } from './kinds.ts'

/**
 * What a count found, whichever way the ballots came. `cells` holds, by option: how many chose it (yes-no, choice, approval), its
 * points, or how many gave each mention (`"2:0"`: option 2, mention 0). `orders` holds the rankings and how many gave each.
 */
export const Counts = z.object({
  ballots: z.int().min(0),
  /** Paper ballots that could not be counted; nothing of them is in `questions`. */
  invalid: z.int().min(0),
  questions: z.array(
    z.object({
      blank: z.int().min(0),
      cells: z.record(z.string(), z.int().min(0)),
      orders: z.array(z.object({ ranks: z.record(z.string(), z.int().min(1)), times: z.int().min(1) })),
    }),
  ),
})
export type Counts = z.output<typeof Counts>
export type QuestionCounts = Counts['questions'][number]

export const emptyCounts = (questions: readonly Question[]): Counts => ({
  ballots: 0,
  invalid: 0,
  questions: questions.map(() => ({ blank: 0, cells: {}, orders: [] })),
})

/** Counts ballots one by one. An option left without mention by a ballot that judged others gets the worst one. */
export const countBallots = (questions: readonly Question[], ballots: readonly Answers[]): Counts => ({
  ballots: ballots.length,
  invalid: 0,
  questions: questions.map((question, at) => {
    const answers = ballots.map(answered => answered[at] ?? {})
    const given = answers.filter(answer => Object.keys(answer).length > 0)
    const cells: Record<string, number> = {}
    const add = (cell: string, n: number) => void (cells[cell] = (cells[cell] ?? 0) + n)
    const orders = new Map<string, number>()
    for (const answer of given) {
      if (question.kind === 'judgment')
        for (const { number } of question.options) add(`${number}:${answer[String(number)] ?? worstMention}`, 1)
      else if (question.kind === 'ranking') {
        const order = JSON.stringify(Object.entries(answer).toSorted(([a], [b]) => Number(a) - Number(b)))
        orders.set(order, (orders.get(order) ?? 0) + 1)
      } else for (const [option, n] of Object.entries(answer)) add(option, n)
    }
    return { blank: answers.length - given.length, cells, orders: ordersIn(orders) }
  }),
})

const ordersIn = (orders: ReadonlyMap<string, number>) =>
  [...orders]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([order, times]) => ({ ranks: Object.fromEntries(JSON.parse(order) as [string, number][]), times })) // written just above

/** Several counts added up. */
export const addCounts = (questions: readonly Question[], counts: readonly Counts[]): Counts => ({
  ballots: counts.reduce((sum, one) => sum + one.ballots, 0),
  invalid: counts.reduce((sum, one) => sum + one.invalid, 0),
  questions: questions.map((_, at) => {
    const cells: Record<string, number> = {}
    const orders = new Map<string, number>()
    let blank = 0
    for (const found of counts.map(one => one.questions[at])) {
      if (!found) continue
      blank += found.blank
      for (const [cell, n] of Object.entries(found.cells)) cells[cell] = (cells[cell] ?? 0) + n
      for (const { ranks, times } of found.orders) {
        const order = JSON.stringify(Object.entries(ranks).toSorted(([a], [b]) => Number(a) - Number(b)))
        orders.set(order, (orders.get(order) ?? 0) + times)
      }
    }
    return { blank, cells, orders: ordersIn(orders) }
  }),
})

export interface Cell {
  readonly option: number
  readonly mention: (typeof mentions)[number] | null
  readonly cell: string
}
/** The cells of a question, in the order in which a sheet lists them. */
export const cellsOf = (question: Question): readonly Cell[] =>
  question.options.flatMap(({ number: option }): readonly Cell[] =>
    question.kind === 'judgment'
      ? mentions.map(mention => ({ option, mention, cell: `${option}:${mention}` }))
      : [{ option, mention: null, cell: String(option) }],
  )
