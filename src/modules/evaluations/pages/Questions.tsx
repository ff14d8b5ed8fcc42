import { QuestionField, type Question, type Questionnaire, questionsOf, said } from '#engines/surveys'
import type { Locale } from '#kernel/i18n'
import { type AnyForm, Smileys } from '#kernel/ui'
import { intentions } from '../rules/national.ts'

interface Props {
  readonly questionnaire: Questionnaire
  readonly form: AnyForm
  readonly locale: Locale
  /** Said before what is asked only to those who looked for help. */
  readonly helpTitle: string
}

/** Every question of a campaign, opinions as faces. */
export const Questions = ({ questionnaire, form, locale, helpTitle }: Props) => (
  <>
    {questionsOf(questionnaire).map(question => (
      <div key={question.code}>
        {question.code === 'contact_reached' && <p class="soft">{helpTitle}</p>}
        <One question={question} form={form} locale={locale} />
      </div>
    ))}
  </>
)

const One = ({ question, form, locale }: { question: Question; form: AnyForm; locale: Locale }) => {
  const isOpinion = question.kind === 'one' && question.options.every(({ code }) => intentions.some(one => one === code))
  if (!isOpinion || question.kind !== 'one') return <QuestionField question={question} form={form} language={locale} locale={locale} />
  const options = question.options.flatMap(({ code, label }) => {
    const mood = intentions.find(intention => intention === code)
    return mood ? [{ value: mood, label: said(label, locale).text }] : []
  })
  return (
    <Smileys form={form} name={question.code} label={said(question.label, locale).text} options={options} optional={!question.required} />
  )
}
