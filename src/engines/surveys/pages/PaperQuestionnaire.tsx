import type { Locale } from '#kernel/i18n'
import { AnswerSheet, SheetBoxes, SheetLines, SheetQuestion } from '#kernel/ui'
import { words } from '../locales/index.ts'
import { directionOf, said } from '../rules/labels.ts'
import { type Question, type Questionnaire, questionsOf } from '../rules/questionnaire.ts'
import { conditionInWords } from './conditionInWords.ts'

/** The same questionnaire on paper: conditions in words, boxes to cross, lines to write on. */
export const PaperQuestionnaire = ({
  questionnaire,
  title,
  number,
  code,
  language,
  locale,
  intro,
}: {
  questionnaire: Questionnaire
  title: string
  /** « Feuille n° 12 » */
  number: string
  code: string
  language: string
  locale: Locale
  /** What the person must know before answering. */
  intro?: string | undefined
}) => {
  const t = words(locale)
  const order = questionsOf(questionnaire)
  return (
    <div lang={language} dir={directionOf(language)}>
      <AnswerSheet
        title={title}
        number={number}
        code={code}
        intro={
          <>
            {intro && <p>{intro}</p>}
            <p>
              {t('paper.intro')} <strong>{t('paper.anonymous')}</strong>
            </p>
          </>
        }
      >
        {questionnaire.sections.map(section => (
          <section key={section.code}>
            <h3>{said(section.title, language).text}</h3>
            {section.showIf && <p>{conditionInWords(section.showIf, questionnaire, language, locale, 'condition.section')}</p>}
            {section.intro && <p>{said(section.intro, language).text}</p>}
            {section.questions.map(question => (
              <SheetQuestion
                key={question.code}
                number={order.indexOf(question) + 1}
                label={said(question.label, language).text}
                when={question.showIf && conditionInWords(question.showIf, questionnaire, language, locale)}
                help={
                  [question.help && said(question.help, language).text, howTo(question, language, locale)].filter(Boolean).join(' ') ||
                  undefined
                }
              >
                <WhereToWrite question={question} language={language} locale={locale} />
              </SheetQuestion>
            ))}
          </section>
        ))}
      </AnswerSheet>
    </div>
  )
}

const howTo = (question: Question, language: string, locale: Locale): string | undefined => {
  const t = words(locale)
  switch (question.kind) {
    case 'one':
      return t('paper.one')
    case 'many':
      return question.atMost ? t('answer.mostChoices', { n: question.atMost }) : t('paper.many')
    case 'ranking':
      return t('paper.rank', { n: question.places })
    case 'scale':
    case 'grid':
      return t('paper.scale', { low: said(question.low, language).text, high: said(question.high, language).text, points: question.points })
    case 'date':
      return t('paper.date')
    default:
      return undefined
  }
}

const WhereToWrite = ({ question, language, locale }: { question: Question; language: string; locale: Locale }) => {
  const t = words(locale)
  const points = (scale: { points: number; withUnsure: boolean }) => [
    ...Array.from({ length: scale.points }, (_, at) => String(at + 1)),
    ...(scale.withUnsure ? [t('answer.unsure')] : []),
  ]
  switch (question.kind) {
    case 'one':
    case 'many':
    case 'ranking': {
      const boxes = question.options.map(option => said(option.label, language).text)
      const hasOther = question.kind !== 'ranking' && question.withOther
      return <SheetBoxes boxes={hasOther ? [...boxes, `${t('answer.other')} : ………………………………`] : boxes} />
    }
    case 'scale':
      return <SheetBoxes across boxes={points(question)} />
    case 'grid':
      return (
        <>
          {question.rows.map(row => (
            <div key={row.code}>
              <p>{said(row.label, language).text}</p>
              <SheetBoxes across boxes={points(question)} />
            </div>
          ))}
        </>
      )
    case 'number':
      return <SheetLines lines={1} unit={question.unit ? said(question.unit, language).text : ' '} />
    case 'date':
      return <SheetLines lines={1} unit=" " />
    case 'short':
      return <SheetLines lines={1} />
    case 'long':
      return <SheetLines lines={6} />
  }
}
