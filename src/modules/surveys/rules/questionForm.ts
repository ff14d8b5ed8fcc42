import { type Labels, Question } from '#engines/surveys'
import { readChoices, writeChoices } from './choices.ts'

/** What an agent typed about one question; fields of other kinds are empty. */
export interface TypedQuestion {
  readonly label: string
  readonly help: string
  readonly required: boolean
  readonly options: string
  readonly rows: string
  readonly withOther: boolean
  readonly withUnsure: boolean
  readonly dimension: '' | 'age' | 'sex' | 'district'
  readonly low: string
  readonly high: string
  readonly unit: string
  readonly points: string
  readonly places: string
  readonly atLeast: string
  readonly atMost: string
  readonly min: string
  readonly max: string
  readonly decimals: string
  readonly from: string
  readonly until: string
}

/** A question, as the fields of its form. */
export const typedFrom = (question: Question): Readonly<Record<string, string>> => {
  const say = (labels: Labels | undefined) => labels?.['fr'] ?? ''
  const common = { label: say(question.label), help: say(question.help), required: question.required ? 'oui' : '' }
  switch (question.kind) {
    case 'one':
      return {
        ...common,
        options: writeChoices(question.options, 'fr'),
        withOther: question.withOther ? 'oui' : '',
        dimension: question.dimension ?? '',
      }
    case 'many':
      return {
        ...common,
        options: writeChoices(question.options, 'fr'),
        withOther: question.withOther ? 'oui' : '',
        atLeast: String(question.atLeast ?? ''),
        atMost: String(question.atMost ?? ''),
      }
    case 'ranking':
      return { ...common, options: writeChoices(question.options, 'fr'), places: String(question.places) }
    case 'scale':
    case 'grid':
      return {
        ...common,
        low: say(question.low),
        high: say(question.high),
        points: String(question.points),
        withUnsure: question.withUnsure ? 'oui' : '',
        ...(question.kind === 'grid' ? { rows: writeChoices(question.rows, 'fr') } : {}),
      }
    case 'number':
      return {
        ...common,
        unit: say(question.unit),
        min: String(question.min ?? ''),
        max: String(question.max ?? ''),
        decimals: String(question.decimals),
      }
    case 'date':
      return { ...common, from: question.from ?? '', until: question.until ?? '' }
    case 'short':
    case 'long':
      return { ...common, atMost: String(question.atMost) }
  }
}

/** The question changed as it was typed, or the name of the field that does not fit. Translations already made stay. */
export const questionFrom = (
  before: Question,
  typed: TypedQuestion,
): { readonly ok: true; readonly question: Question } | { readonly ok: false; readonly field: string } => {
  const label = (text: string, labels: Labels | undefined) => (text === '' ? undefined : { ...labels, fr: text })
  const number = (text: string) => (text === '' ? undefined : Number(text.replace(',', '.').replaceAll(/\s/g, '')))
  const common = {
    kind: before.kind,
    code: before.code,
    showIf: before.showIf,
    label: label(typed.label, before.label),
    help: label(typed.help, before.help),
    required: typed.required,
  }
  const scale = {
    points: number(typed.points),
    withUnsure: typed.withUnsure,
    low: label(typed.low, 'low' in before ? before.low : undefined),
    high: label(typed.high, 'high' in before ? before.high : undefined),
  }
  const ofKind = {
    one: {
      options: readChoices(typed.options, 'options' in before ? before.options : []),
      withOther: typed.withOther,
      dimension: typed.dimension === '' ? undefined : typed.dimension,
    },
    many: {
      options: readChoices(typed.options, 'options' in before ? before.options : []),
      withOther: typed.withOther,
      atLeast: number(typed.atLeast),
      atMost: number(typed.atMost),
    },
    ranking: { options: readChoices(typed.options, 'options' in before ? before.options : []), places: number(typed.places) },
    scale,
    grid: { ...scale, rows: readChoices(typed.rows, before.kind === 'grid' ? before.rows : []) },
    number: {
      unit: label(typed.unit, before.kind === 'number' ? before.unit : undefined),
      min: number(typed.min),
      max: number(typed.max),
      decimals: number(typed.decimals),
    },
    date: { from: typed.from || undefined, until: typed.until || undefined },
    short: { atMost: number(typed.atMost) },
    long: { atMost: number(typed.atMost) },
  }
  const parsed = Question.safeParse({ ...common, ...ofKind[before.kind] })
  return parsed.success ? { ok: true, question: parsed.data } : { ok: false, field: String(parsed.error.issues[0]?.path[0] ?? 'label') }
}
