import { answerInWords, other, type Questionnaire, said, unsure } from '#engines/surveys'
import { type Tabulated, tabulatedOf } from './microdata.ts'

/** Words for codes, in the language of the page. */
export interface CodeWords {
  readonly other: string
  readonly unsure: string
  readonly first: string
  readonly from: (n: string) => string
  readonly under: (n: string) => string
}

/** What a published table is about, and what its codes say. */
export const tableWords = (questionnaire: Questionnaire, language: string, common: CodeWords) => {
  const known = new Map(tabulatedOf(questionnaire).map(one => [one.id, one]))
  return {
    title: (id: string): string => {
      const one = known.get(id)
      return one ? titleOf(one, language, common) : id
    },
    say: (id: string, codes: readonly string[]): string => {
      const one = known.get(id)
      return codes.map(code => (one ? codeWords(one, code, language, common) : code)).join(', ')
    },
    /** A scale is drawn from one end to the other. */
    isScale: (id: string) => known.get(id)?.question.kind === 'scale' || known.get(id)?.question.kind === 'grid',
    isMultiple: (id: string) => known.get(id)?.isMultiple ?? false,
  }
}

const titleOf = ({ question, part }: Tabulated, language: string, common: CodeWords): string => {
  const label = said(question.label, language).text
  if (part?.kind === 'first') return `${label} (${common.first})`
  const row = part?.kind === 'row' && question.kind === 'grid' ? question.rows.find(one => one.code === part.code) : undefined
  return row ? `${label} : ${said(row.label, language).text}` : label
}

const codeWords = ({ question }: Tabulated, code: string, language: string, common: CodeWords): string => {
  if (code === other) return common.other
  if (code === unsure) return common.unsure
  if (question.kind === 'number') return bandWords(code, common)
  if (question.kind === 'scale' || question.kind === 'grid') {
    if (code === '1') return `1 (${said(question.low, language).text})`
    return code === String(question.points) ? `${code} (${said(question.high, language).text})` : code
  }
  return question.kind === 'one' || question.kind === 'many' || question.kind === 'ranking'
    ? (answerInWords({ ...question, kind: 'one', withOther: false }, { [question.code]: code }, language, common)[0] ?? code)
    : code
}

const bandWords = (code: string, common: CodeWords): string => {
  const [low = '', high = ''] = code.split(':')
  if (low === '') return high === '1' ? '0' : common.under(high)
  if (high === '') return common.from(low)
  return Number(high) - Number(low) === 1 ? low : `${low}–${Number(high) - 1}`
}
