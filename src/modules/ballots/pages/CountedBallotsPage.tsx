import { Notice, Page, Pagination, SearchBox, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Ballot } from '../queries/ballots.ts'
import type { CountedBallot } from '../queries/count.ts'
import type { Question } from '../rules/kinds.ts'
import { answerSaid } from './answersSaid.ts'
import { crumbs } from './crumbs.ts'

interface Props {
  readonly t: T
  readonly ballot: Ballot
  readonly questions: readonly Question[]
  readonly ballots: readonly CountedBallot[]
  readonly typed: string
  /** The number typed is not among those counted. */
  readonly isMissing: boolean
  readonly pageNumber: number
  readonly hasMore: boolean
}

/** Every ballot counted, by its pseudonym: each voter finds theirs. */
export const CountedBallotsPage = ({ t, ballot, questions, ballots, typed, isMissing, pageNumber, hasMore }: Props) => (
  <Page
    title={t('counted.title')}
    kicker={ballot.title}
    breadcrumb={[...crumbs(t, ballot), { label: t('results.title'), href: `/votes/${ballot.id}/resultats` }]}
    lead={t('counted.lead')}
    width="wide"
  >
    <SearchBox action={`/votes/${ballot.id}/bulletins`} name="numero" label={t('counted.number')} value={typed} />
    {isMissing && (
      <Notice kind="warning" title={t('counted.missing')}>
        {t('counted.missingText')}
      </Notice>
    )}
    <Table
      caption={t('counted.title')}
      hideCaption
      head={[t('counted.ballot'), ...questions.map(question => `${question.number}. ${question.title}`)]}
      rows={ballots.map(one => [one.pseudonym, ...questions.map((question, at) => answerSaid(t, question, one.answers[at] ?? {}))])}
    />
    <Pagination page={pageNumber} more={hasMore} href={page => `/votes/${ballot.id}/bulletins?page=${page}`} />
  </Page>
)
