import { FollowButton } from '#engines/following'
import { renderMarkdown } from '#engines/texts'
import type { Locale } from '#kernel/i18n'
import { formatNumber } from '#kernel/i18n'
import { Actions, Button, DefinitionList, Expected, Notice, Page, Prose, Section, Tag, Time } from '#kernel/ui'
import { conditionsIn, type Rule, type Standing, StandingPanel } from '#modules/roll'
import type { T } from '../locales/index.ts'
import type { Ballot, Step } from '../queries/ballots.ts'
import type { OwnBallot } from '../queries/castBallot.ts'
import type { Question } from '../rules/kinds.ts'
import { QuestionSummary } from './QuestionSummary.tsx'
import { WhatItIsFor } from './WhatItIsFor.tsx'

export interface BallotPageProps {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly ballot: Ballot
  readonly questions: readonly Question[]
  readonly rule: Rule
  readonly standing: Standing
  readonly own: OwnBallot | null
  /** The person voted on paper or at the station. */
  readonly votedOnPaper: boolean
  readonly measure: { readonly id: string; readonly title: string } | null
  readonly turnout: number
  readonly steps: readonly Step[]
  readonly runs: boolean
  readonly isSignedIn: boolean
  readonly isFollowing: boolean
}

/** What is asked, to whom, until when, how it is counted, and what the reader may do now. */
export const BallotPage = (props: BallotPageProps) => {
  const { t, locale, today, ballot, questions, rule, measure, steps, runs } = props
  const path = `/votes/${ballot.id}`
  return (
    <Page
      title={ballot.title}
      kicker={t('ballot.kicker')}
      breadcrumb={[{ label: t('ballots.title'), href: '/votes' }]}
      expected={<Awaited {...props} />}
    >
      <p>
        <Tag tone={ballot.state === 'open' ? 'river' : 'plain'}>{t(`state.${ballot.state}`)}</Tag>
      </p>
      <Prose html={renderMarkdown(ballot.introduction, { under: 1 }).__html} />
      <DefinitionList
        items={[
          { term: t('ballot.opensAt'), value: <Time at={ballot.opensAt} /> },
          { term: t('ballot.closesAt'), value: <Time at={ballot.closesAt} /> },
          { term: t('ballot.organiser'), value: ballot.organiser },
          { term: t('ballot.measure'), value: measure && <a href={`/mesures/${measure.id}`}>{measure.title}</a> },
          {
            term: t(ballot.isSecret ? 'ballot.handed' : 'ballot.turnout'),
            value: ballot.state === 'draft' ? null : formatNumber(props.turnout, locale),
          },
        ]}
      />
      <Actions>
        {ballot.state === 'published' && <Button href={`${path}/resultats`}>{t('ballot.results')}</Button>}
        {runs && (
          <Button kind="secondary" href={`${path}/conduite`}>
            {t('ballot.run')}
          </Button>
        )}
      </Actions>
      <Section title={t('ballot.questions')} id="questions">
        {questions.map(question => (
          <QuestionSummary key={question.number} t={t} question={question} />
        ))}
      </Section>
      <Section title={t('ballot.who')} id="qui">
        <p>
          <a href={`/liste-de-participation/${rule.id}`}>{rule.name}</a>
        </p>
        <ul>
          {conditionsIn(locale, rule).map(one => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        {(ballot.state === 'open' || ballot.state === 'ready') && (
          <StandingPanel locale={locale} standing={props.standing} minimumAge={rule.minimumAge} back={path} />
        )}
      </Section>
      <Section title={t('ballot.how')} id="comment">
        {ballot.isSecret ? (
          <Notice title={t('how.secret')}>
            <p>
              <a href={`${path}/secret`}>{t('how.secretText')}</a>
            </p>
          </Notice>
        ) : (
          <Notice title={t('how.public')}>
            <p>{t('how.publicText')}</p>
          </Notice>
        )}
        <ul>
          <li>{t('how.change')}</li>
          <li>{t('how.count')}</li>
          {!ballot.isSecret && <li>{t('how.link')}</li>}
          <li>{t(ballot.hasPaper ? 'how.paper' : ballot.isSecret ? 'how.secretDevice' : 'how.noPaper')}</li>
        </ul>
      </Section>
      <WhatItIsFor t={t} locale={locale} ballot={ballot} today={today} />
      {steps.length > 0 && (
        <Section title={t('ballot.steps')}>
          <ul>
            {steps.map(step => (
              <li key={step.kind}>
                {t(`step.${step.kind}`)}, <Time at={step.at} />
                {step.reason && <> : {step.reason}</>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {props.isSignedIn && <FollowButton locale={locale} subject={`ballot:${ballot.id}`} back={path} isFollowing={props.isFollowing} />}
    </Page>
  )
}

/** What awaits this very reader: to vote, to finish, or nothing. */
const Awaited = ({ t, ballot, own, standing, votedOnPaper, isSignedIn }: BallotPageProps) => {
  if (ballot.state !== 'open') return null
  const vote = `/votes/${ballot.id}/voter`
  if (ballot.isSecret)
    return <Expected action={{ label: t('own.vote'), href: `/votes/${ballot.id}/isoloir` }}>{t('own.secretText')}</Expected>
  if (votedOnPaper) return <Notice title={t('own.paper')}>{t('own.paperText')}</Notice>
  if (own?.cast)
    return (
      <Notice kind="success" title={t('own.cast')}>
        <p>
          <a href={`/votes/${ballot.id}/mon-bulletin`}>{t('own.see')}</a> · <a href={vote}>{t('own.change')}</a>
        </p>
      </Notice>
    )
  if (own?.draft)
    return (
      <Expected title={t('own.draft')} action={{ label: t('own.finish'), href: vote }}>
        {t('own.draftText')}
      </Expected>
    )
  if (isSignedIn && !standing.ok) return null
  return <Expected action={{ label: t('own.vote'), href: vote }}>{t('own.voteText')}</Expected>
}
