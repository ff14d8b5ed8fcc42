import type { Trio } from '../results/importPolis.ts'
import type { Invented } from './invent.ts'
import type { InventedStatement } from './invented.ts'

/** The three files of an invented archive, as its site would have written them. */
export const invent = (day: string, statements: readonly InventedStatement[], people: readonly Invented[]): Trio => {
  const begun = Date.parse(`${day}T08:00:00Z`)
  const said = (instant: number) => new Date(instant).toUTCString()
  const votes = people.flatMap((one, at) =>
    one.answers.map(({ statement, vote }, n) => {
      const order = begun + at * 5_400_000 + n * 12_000
      return { participant: String(at), statement: String(statement - 1), vote, order, datetime: said(order) }
    }),
  )
  const on = (statement: number, vote: number) => votes.filter(one => one.statement === String(statement) && one.vote === vote).length
  return {
    votes,
    comments: statements.map(({ text }, at) => ({
      ...{ timestamp: String(begun), datetime: said(begun), id: String(at), author: '0', body: text },
      ...{ agrees: on(at, 1), disagrees: on(at, -1), moderated: 1 },
    })),
    participants: {
      statements: statements.map((_, at) => String(at)),
      participants: people.map(({ group, answers }, at) => ({
        ...{ id: String(at), group, comments: 0, votes: answers.length },
        agrees: answers.filter(one => one.vote === 1).length,
        disagrees: answers.filter(one => one.vote === -1).length,
        answers: statements.map((_, n) => answers.find(one => one.statement === n + 1)?.vote ?? null),
      })),
    },
  }
}
