import { type Column, publish } from '#engines/tabulation'
import { lots } from './lots.ts'

/** How long it takes to make the tables of a large survey publishable: 35 questions, 5 crossings each of 30 of them. */
export const run = async () => {
  for (const people of [300, 700, 2000]) {
    const lot = lots(people)
    const codes = (n: number) => Array.from({ length: n }, (_, at) => `c${at}`)
    const single = (id: string, n: number, lean: number): Column => ({
      id,
      kind: 'single',
      categories: codes(n),
      answers: Array.from({ length: people }, () => (lot() < 0.05 ? null : `c${Math.min(n - 1, Math.floor(lot() ** lean * n))}`)),
    })
    const multiple = (id: string, n: number): Column => ({
      id,
      kind: 'multiple',
      categories: codes(n),
      answers: Array.from({ length: people }, () => (lot() < 0.05 ? null : codes(n).filter((_, at) => lot() < 0.6 / (at + 1) + 0.05))),
    })
    const by = [single('age', 6, 1), single('sex', 2, 1), single('district', 5, 1.3), single('housing', 3, 1.2), single('children', 2, 1)]
    const asked = [
      ...Array.from({ length: 24 }, (_, at) => single(`q${at}`, 3 + (at % 4), 1 + (at % 3) * 0.5)),
      ...Array.from({ length: 6 }, (_, at) => multiple(`m${at}`, 5 + (at % 3))),
    ]
    const columns = [...by, ...asked]
    const crossings = asked.flatMap(({ id }) => by.map(group => ({ question: id, by: group.id })))
    const { publication, audit } = await publish({ columns }, { questions: columns.map(({ id }) => id), crossings, threshold: 5 })
    console.log(JSON.stringify({ people, tables: publication.tables.length, ...audit }))
  }
}
