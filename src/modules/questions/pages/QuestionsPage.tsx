import { Actions, Button, Empty, Listing, Page, Pagination, Time } from '#kernel/ui'
import type { Question } from '../question.ts'
import type { T } from '../locales/index.ts'

interface Props {
  readonly t: T
  readonly questions: readonly Question[]
  readonly pageNumber: number
  readonly hasMore: boolean
}

export const QuestionsPage = ({ t, questions, pageNumber, hasMore }: Props) => (
  <Page title={t('questions.title')} lead={t('questions.lead')}>
    <Actions>
      <Button href="/questions/nouvelle">{t('questions.ask')}</Button>
      <Button kind="secondary" href="/reponses">
        {t('questions.answers')}
      </Button>
    </Actions>
    {questions.length === 0 && <Empty title={t('questions.empty')} />}
    <Listing
      level={2}
      items={questions.map(question => ({
        title: question.title,
        href: `/questions/${question.id}`,
        text: question.text.length > 200 ? `${question.text.slice(0, 200).toWellFormed()}…` : question.text,
        note: <Time at={question.askedAt} />,
      }))}
    />
    <Pagination page={pageNumber} more={hasMore} href={page => `/questions?page=${page}`} />
  </Page>
)
