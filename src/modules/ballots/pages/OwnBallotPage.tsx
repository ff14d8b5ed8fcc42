import { Actions, Button, DefinitionList, Notice, Page, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Ballot } from '../queries/ballots.ts'
import type { OwnBallot } from '../queries/castBallot.ts'
import type { Question } from '../rules/kinds.ts'
import { answerSaid } from './answersSaid.ts'
import { crumbs } from './crumbs.ts'

interface Props {
  readonly t: T
  readonly ballot: Ballot
  readonly questions: readonly Question[]
  readonly cast: NonNullable<OwnBallot['cast']>
}

/** The receipt: the ballot is cast, what it says, and the number under which it will be found. */
export const OwnBallotPage = ({ t, ballot, questions, cast }: Props) => (
  <Page title={t('own.title')} kicker={ballot.title} breadcrumb={crumbs(t, ballot)}>
    <Notice kind="success" title={t('vote.isCast')}>
      <p>
        {t('vote.castAt')} <Time at={cast.at} />. {t('own.canChange')} <Time at={ballot.closesAt} />.
      </p>
    </Notice>
    <DefinitionList
      items={[
        { term: t('own.number'), value: <strong>{cast.pseudonym}</strong> },
        ...questions.map((question, at) => ({
          term: `${question.number}. ${question.title}`,
          value: answerSaid(t, question, cast.answers[at] ?? {}),
        })),
      ]}
    />
    <p>{t('own.keep')}</p>
    <Actions>
      <Button kind="secondary" href={`/votes/${ballot.id}/voter`}>
        {t('own.change')}
      </Button>
      <Button kind="secondary" href={`/votes/${ballot.id}`}>
        {t('own.back')}
      </Button>
    </Actions>
  </Page>
)
