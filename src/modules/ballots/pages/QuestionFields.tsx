import { Checkboxes, Choice, Field, Select } from '#kernel/ui'
import type { Form } from '#kernel/forms'
import type { T } from '../locales/index.ts'
import type { VoteForm } from '../forms.ts'
import { fieldOf, mostChosen } from '../rules/answers.ts'
import { mentions, type Question } from '../rules/kinds.ts'

interface Props {
  readonly t: T
  readonly question: Question
  readonly form: Form<VoteForm>
}

/** Where one answers a question: boxes, mentions, ranks or points, all without script. */
export const QuestionFields = (props: Props) => {
  const { question } = props
  if (question.kind === 'judgment') return <Mentions {...props} />
  if (question.kind === 'ranking') return <Ranks {...props} />
  if (question.kind === 'points') return <Points {...props} />
  return <Chosen {...props} />
}

const labelOf = ({ number, title }: Question) => `${number}. ${title}`

const Chosen = ({ t, question, form }: Props) => {
  const options = question.options.map(({ number, label, explanation }) => ({
    value: String(number),
    label,
    hint: explanation || undefined,
  }))
  const most = mostChosen(question)
  const hint = [question.explanation, t(`kind.${question.kind}`, { n: most })].filter(Boolean).join(' ')
  const props = { form, name: fieldOf(question.number), label: labelOf(question), hint }
  return most === 1 ? (
    <Choice {...props} options={[...options, { value: 'blank', label: t('vote.blank') }]} />
  ) : (
    <Checkboxes {...props} options={options} optional />
  )
}

const Intro = ({ t, question }: Pick<Props, 't' | 'question'>) => (
  <>
    <h2>{labelOf(question)}</h2>
    {question.explanation && <p>{question.explanation}</p>}
    <p class="soft">{t(`kind.${question.kind}`, { n: question.most })}</p>
  </>
)

const Mentions = ({ t, question, form }: Props) => (
  <>
    <Intro t={t} question={question} />
    {question.options.map(option => (
      <Choice
        key={option.number}
        form={form}
        name={fieldOf(question.number, option.number)}
        label={option.label}
        hint={option.explanation || undefined}
        options={mentions.map(mention => ({ value: String(mention), label: t(`mention.${mention}`) }))}
      />
    ))}
  </>
)

const Ranks = ({ t, question, form }: Props) => (
  <>
    <Intro t={t} question={question} />
    {question.options.map(option => (
      <Select
        key={option.number}
        form={form}
        name={fieldOf(question.number, option.number)}
        label={option.label}
        hint={option.explanation || undefined}
        optional
        options={[
          { value: '', label: t('vote.unranked') },
          ...question.options.map((_, at) => ({ value: String(at + 1), label: t('vote.rank', { n: at + 1 }) })),
        ]}
      />
    ))}
  </>
)

const Points = ({ t, question, form }: Props) => (
  <>
    <Intro t={t} question={question} />
    {question.options.map(option => (
      <Field
        key={option.number}
        form={form}
        name={fieldOf(question.number, option.number)}
        type="number"
        label={option.label}
        hint={option.explanation || undefined}
        unit={t('vote.points')}
        optional
      />
    ))}
  </>
)
