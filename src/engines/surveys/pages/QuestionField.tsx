import type { Locale } from '#kernel/i18n'
import { type AnyForm, Checkboxes, Choice, Field, Scale, Select, TextArea } from '#kernel/ui'
import { words } from '../locales/index.ts'
import { directionOf, said } from '../rules/labels.ts'
import { other, type Question, unsure } from '../rules/questionnaire.ts'
import { hintOf } from './hintOf.ts'

export interface QuestionFieldProps {
  readonly question: Question
  /** Values and sentences of error by field, as `formOf` gives them. */
  readonly form: AnyForm
  /** Language of the questionnaire's words; those of the page follow `locale`. */
  readonly language: string
  readonly locale: Locale
  /** Sets apart two questionnaires of one page. */
  readonly prefix?: string | undefined
}

/** One question to answer on the screen, said in its language, or in French when it is not translated. */
export const QuestionField = (props: QuestionFieldProps) => {
  const label = said(props.question.label, props.language)
  return (
    <div lang={label.language} dir={directionOf(label.language)} class="control">
      {label.isFallback && props.language !== 'fr' && (
        <p class="soft" lang={props.locale} dir="ltr">
          {words(props.locale)('answer.inFrench')}
        </p>
      )}
      <Control {...props} label={label.text} spoken={label.language} />
    </div>
  )
}

const Control = ({ question, form, locale, prefix, label, spoken }: QuestionFieldProps & { label: string; spoken: string }) => {
  const t = words(locale)
  const common = { form, name: question.code, label, hint: hintOf(question, spoken, locale), optional: !question.required, prefix }
  const ends = (scale: { points: number; low: Record<string, string>; high: Record<string, string>; withUnsure: boolean }) => ({
    points: scale.points,
    low: said(scale.low, spoken).text,
    high: said(scale.high, spoken).text,
    unsure: scale.withUnsure ? { value: unsure, label: t('answer.unsure') } : undefined,
  })
  switch (question.kind) {
    case 'one':
    case 'many': {
      const options = optionsOf(question.options, spoken)
      const all = question.withOther ? [...options, { value: other, label: t('answer.other') }] : options
      return (
        <>
          {question.kind === 'one' ? <Choice {...common} options={all} /> : <Checkboxes {...common} options={all} />}
          {question.withOther && (
            <Field form={form} name={`${question.code}.other`} label={t('answer.specify')} width="medium" prefix={prefix} optional />
          )}
        </>
      )
    }
    case 'scale':
      return <Scale {...common} {...ends(question)} />
    case 'grid':
      return (
        <fieldset class="control">
          <legend class="control__label">{label}</legend>
          {common.hint && <p class="control__hint">{common.hint}</p>}
          {form.errors[question.code] && (
            <p class="control__error" id={`${prefix ?? 'champ'}-${question.code}`} tabindex={-1}>
              {form.errors[question.code]}
            </p>
          )}
          {question.rows.map(row => (
            <Scale
              key={row.code}
              form={form}
              name={`${question.code}.${row.code}`}
              label={said(row.label, spoken).text}
              optional={!question.required}
              prefix={prefix}
              {...ends(question)}
            />
          ))}
        </fieldset>
      )
    case 'ranking':
      return (
        <fieldset class="control">
          <legend class="control__label">{label}</legend>
          {common.hint && <p class="control__hint">{common.hint}</p>}
          {form.errors[question.code] && (
            <p class="control__error" id={`${prefix ?? 'champ'}-${question.code}`} tabindex={-1}>
              {form.errors[question.code]}
            </p>
          )}
          {Array.from({ length: Math.min(question.places, question.options.length) }, (_, at) => (
            <Select
              key={at}
              form={form}
              name={`${question.code}.${at + 1}`}
              label={t('answer.place', { n: at + 1 })}
              optional={!question.required || at > 0}
              prefix={prefix}
              options={[{ value: '', label: t('answer.noPlace') }, ...optionsOf(question.options, spoken)]}
            />
          ))}
        </fieldset>
      )
    case 'number':
      return <Field {...common} type="number" unit={question.unit && said(question.unit, spoken).text} />
    case 'date':
      return <Field {...common} type="date" min={question.from} max={question.until} />
    case 'short':
      return <Field {...common} />
    case 'long':
      return <TextArea {...common} maxlength={question.atMost} />
  }
}

const optionsOf = (options: readonly { readonly code: string; readonly label: Record<string, string> }[], language: string) =>
  options.map(option => ({ value: option.code, label: said(option.label, language).text }))
