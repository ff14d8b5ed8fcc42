import { renderMarkdown } from '#engines/texts'
import { formatDate, type Locale } from '#kernel/i18n'
import { Prose, Verdict } from '#kernel/ui'
import type { Answer } from '../clocks.ts'
import type { T } from '../locales/index.ts'

/** A published answer: what is decided, why, by whom, and whether it was appealed. */
export const GivenAnswer = ({ t, locale, answer }: { t: T; locale: Locale; answer: Answer }) => {
  const day = (on: string) => formatDate(on, locale)
  return (
    <>
      <Verdict
        is={answer.verdict === 'refused' ? 'refused' : answer.verdict === 'to-be-studied' ? 'missing' : 'allowed'}
        title={t(`verdict.${answer.verdict}`)}
      >
        {answer.reviewOn && <p>{t('answer.review', { day: day(answer.reviewOn) })}</p>}
      </Verdict>
      <Prose html={renderMarkdown(answer.text, { under: 2 }).__html} />
      <p>{t('answer.signed', { name: answer.signedName, function: answer.signedFunction, day: day(answer.answeredOn) })}</p>
      {answer.appeal && (
        <>
          <p>{t('answer.appealed', { day: day(answer.appeal.filedOn) })}</p>
          <h3>{t('answer.appealReason')}</h3>
          <Prose html={renderMarkdown(answer.appeal.reason, { under: 3 }).__html} />
        </>
      )}
    </>
  )
}
