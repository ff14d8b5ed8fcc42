import { cellsOf, type Counts, type QuestionCounts } from './counts.ts'
import type { Question } from './kinds.ts'

export type SheetRefusal = 'number' | 'order' | 'too-many' | 'mentions'
export interface SheetError {
  readonly field: string
  readonly because: SheetRefusal
  readonly line: number
}
type Values = Readonly<Record<string, string | readonly string[]>>

export const sheetField = {
  ballots: 'papiers',
  invalid: 'nuls',
  blank: (question: number) => `q${question}-blancs`,
  cell: (question: number, cell: string) => `q${question}-${cell.replace(':', '-m')}`,
  orders: (question: number) => `q${question}-ordres`,
} as const

/** Reads a counting sheet as it was keyed in; an empty box is zero. Figures that cannot be are refused, each beside its box. */
export const readSheet = (questions: readonly Question[], values: Values): { counts: Counts; errors: readonly SheetError[] } => {
  const errors: SheetError[] = []
  const refuse = (field: string, because: SheetRefusal, line = 0) => void errors.push({ field, because, line })
  const number = (field: string) => {
    const typed = textOf(values, field).replace(/[\s\u00a0\u202f]/g, '')
    if (/^\d{0,6}$/.test(typed)) return Number(typed)
    refuse(field, 'number')
    return 0
  }
  const ballots = number(sheetField.ballots)
  const invalid = number(sheetField.invalid)
  const read = questions.map((question): QuestionCounts => {
    const blank = number(sheetField.blank(question.number))
    const counted = ballots - blank
    if (counted < 0) refuse(sheetField.blank(question.number), 'too-many')
    if (question.kind === 'ranking') {
      const orders = readOrders(question, textOf(values, sheetField.orders(question.number)), line =>
        refuse(sheetField.orders(question.number), 'order', line),
      )
      if (orders.reduce((sum, one) => sum + one.times, 0) > Math.max(0, counted)) refuse(sheetField.orders(question.number), 'too-many')
      return { blank, cells: {}, orders }
    }
    const cells: Record<string, number> = {}
    for (const { cell } of cellsOf(question)) {
      const n = number(sheetField.cell(question.number, cell))
      if (n > counted * (question.kind === 'points' ? question.most : 1)) refuse(sheetField.cell(question.number, cell), 'too-many')
      if (n > 0) cells[cell] = n
    }
    if (question.kind === 'judgment')
      for (const { number: option } of question.options) {
        const given = cellsOf(question).filter(one => one.option === option)
        if (given.reduce((sum, one) => sum + (cells[one.cell] ?? 0), 0) !== Math.max(0, counted))
          refuse(sheetField.cell(question.number, given[0]?.cell ?? ''), 'mentions')
      }
    return { blank, cells, orders: [] }
  })
  return { counts: { ballots, invalid, questions: read }, errors }
}

/** Lines such as `2 > 1 = 3 x 12`: the ranking, best first, then how many ballots gave it (1 when it is left out). */
const readOrders = (question: Question, typed: string, refuse: (line: number) => void): QuestionCounts['orders'] => {
  const known = new Set(question.options.map(one => one.number))
  const orders: QuestionCounts['orders'] = []
  typed.split('\n').forEach((line, at) => {
    if (line.trim() === '') return
    const [, ranking = '', times = '1'] = /^([\d\s=>]+?)(?:\s*[x×*]\s*(\d{1,6}))?\s*$/i.exec(line) ?? []
    const places = ranking.split('>').map(place => place.split('=').map(one => one.trim()))
    const listed = places.flat()
    const isRight = listed.every(one => /^\d{1,2}$/.test(one) && known.has(Number(one))) && new Set(listed).size === listed.length
    if (!isRight || Number(times) < 1) return refuse(at + 1)
    const ranks = Object.fromEntries(places.flatMap((place, index) => place.map(one => [String(Number(one)), index + 1])))
    orders.push({ ranks, times: Number(times) })
  })
  return orders
}

const textOf = (values: Values, field: string) => [values[field] ?? ''].flat()[0] ?? ''
