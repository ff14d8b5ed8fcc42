import type { T } from '../locales/index.ts'
import type { Question } from '../rules/kinds.ts'

/** A question as it is read before one votes: how it is answered, and its options with what they mean. */
export const QuestionSummary = ({ t, question }: { t: T; question: Question }) => (
  <div>
    <h3>
      {question.number}. {question.title}
    </h3>
    {question.explanation && <p>{question.explanation}</p>}
    <p class="soft">{t(`kind.${question.kind}`, { n: question.most })}</p>
    <ul>
      {question.options.map(option => (
        <li key={option.number}>
          <strong>{option.label}</strong>
          {option.explanation && <> : {option.explanation}</>}
        </li>
      ))}
    </ul>
  </div>
)
