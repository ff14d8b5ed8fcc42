import { answers, type Vote, voteOf } from './terms.ts'

/** The votes ticked on a sheet: fields `s12` hold the answer to statement 12; a line left blank, or ticked twice, says nothing. */
export const readSheet = (values: Readonly<Record<string, string | readonly string[]>>): readonly { statement: number; vote: Vote }[] =>
  Object.entries(values)
    .flatMap(([name, typed]) => {
      const number = /^s(\d{1,9})$/.exec(name)?.[1]
      const answer = answers.find(one => one === typed)
      return number !== undefined && answer ? [{ statement: Number(number), vote: voteOf(answer) }] : []
    })
    .toSorted((a, b) => a.statement - b.statement)
    .slice(0, 1000)
