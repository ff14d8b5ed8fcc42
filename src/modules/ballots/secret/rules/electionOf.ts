import { mostChosen } from '../../rules/answers.ts'
import { type Counts } from '../../rules/counts.ts'
import { mentions, type Question, worstMention } from '../../rules/kinds.ts'

/** A question as the encrypted count knows it, and where its answer is found in the booth. */
export interface SecretQuestion {
  readonly question: {
    readonly answers: readonly string[]
    readonly blank: true
    readonly min: number
    readonly max: number
    readonly question: string
  }
  /** Name of the field in the booth. */
  readonly field: string
  /** Values of that field, in the order of the answers. */
  readonly values: readonly string[]
  /** Number of the question asked; majority judgment makes one encrypted question for each of its options. */
  readonly asked: number
  readonly isJudgment: boolean
}

/** The encrypted questions of a vote, each with a possible blank: a question left empty is a blank vote. */
export const secretQuestions = (questions: readonly Question[], mentionWords: readonly string[]): readonly SecretQuestion[] =>
  questions.flatMap((question): readonly SecretQuestion[] => {
    if (question.kind === 'judgment') {
      return question.options.map(option => ({
        question: { answers: mentionWords, blank: true, min: 1, max: 1, question: `${question.title} – ${option.label}` },
        field: `q${question.number}-${option.number}`,
        values: mentions.map(String),
        asked: question.number,
        isJudgment: true,
      }))
    }
    return [
      {
        question: {
          answers: question.options.map(({ label }) => label),
          blank: true,
          min: 1,
          max: mostChosen(question),
          question: question.title,
        },
        field: `q${question.number}`,
        values: question.options.map(({ number }) => String(number)),
        asked: question.number,
        isJudgment: false,
      },
    ]
  })

/**
 * What the trustees found, in the shape of every other count of this room. In majority judgment, a ballot is blank for the whole
 * question only as far as every option is; any other option left out was given the worst mention. Ballots revoked were replaced by as
 * many that are blank everywhere: they are taken away.
 */
export const countsFound = (
  questions: readonly Question[],
  result: readonly (readonly number[])[],
  { ballots, revoked }: { readonly ballots: number; readonly revoked: number },
): Counts => {
  let at = 0
  return {
    ballots: ballots - revoked,
    invalid: 0,
    questions: questions.map(question => {
      const cells: Record<string, number> = {}
      const found = result.slice(at, (at += question.kind === 'judgment' ? question.options.length : 1))
      const blank = Math.min(...found.map(([blanks]) => blanks ?? 0))
      for (const [place, [blanks = 0, ...chosen]] of found.entries()) {
        if (question.kind !== 'judgment')
          chosen.forEach((count, answer) => count > 0 && (cells[String(question.options[answer]!.number)] = count))
        else {
          const option = question.options[place]!.number
          for (const mention of mentions) {
            const count = (chosen[mention] ?? 0) + (mention === worstMention ? blanks - blank : 0)
            if (count > 0) cells[`${option}:${mention}`] = count
          }
        }
      }
      return { blank: blank - revoked, cells, orders: [] }
    }),
  }
}
