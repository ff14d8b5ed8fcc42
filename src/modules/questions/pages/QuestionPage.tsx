import { AnswerPanel, type AnswerPanelProps } from '#engines/answers'
import { FollowButton } from '#engines/following'
import { isVisibleTo, ModeratedContent, ReportLink, type Moderated } from '#engines/moderation'
import { renderMarkdown } from '#engines/texts'
import type { Locale } from '#kernel/i18n'
import type { Actor } from '#kernel/people'
import { By, Page, Prose } from '#kernel/ui'
import { type Question, subjectOf } from '../question.ts'
import type { T } from '../locales/index.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly question: Question
  readonly service: { readonly id: string; readonly name: string } | null
  readonly author: string | null
  readonly moderated: Moderated
  readonly reader: Actor
  readonly panel: AnswerPanelProps
  readonly isFollowing: boolean
}

/** A question, and what became of it. */
export const QuestionPage = ({ t, locale, question, service, author, moderated, reader, panel, isFollowing }: Props) => {
  const subject = subjectOf(question.id)
  return (
    <Page
      title={isVisibleTo(moderated, reader) ? question.title : t('question.hidden')}
      breadcrumb={[{ label: t('questions.title'), href: '/questions' }]}
    >
      <ModeratedContent moderated={moderated} reader={reader} locale={locale} subject={subject}>
        <Prose html={renderMarkdown(question.text, { under: 1 }).__html} />
      </ModeratedContent>
      {service && (
        <p>
          {t('question.about')} <a href={`/services/${service.id}`}>{service.name}</a>
        </p>
      )}
      <By name={author ?? t('question.someone')} at={question.askedAt} />
      <p>
        <ReportLink subject={subject} locale={locale} />
      </p>
      <AnswerPanel {...panel} />
      {reader.personId !== null && (
        <FollowButton locale={locale} subject={subject} back={`/questions/${question.id}`} isFollowing={isFollowing} />
      )}
    </Page>
  )
}
