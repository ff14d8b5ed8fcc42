import { FollowButton } from '#engines/following'
import { daysBetween } from '#kernel/clock'
import { formatDate } from '#kernel/i18n'
import { Button, DefinitionList, Disclosure, FigureRow, Listing, Notice, Page, Section, Thread } from '#kernel/ui'
import { type Commitment, latestOf, reviewLate, standingOf, subjectOf } from '../commitment.ts'
import { sayFigure, sayPromise } from '../saying.ts'
import { Clauses } from './Clauses.tsx'
import { HallForms } from './HallForms.tsx'
import { LedToIt } from './LedToIt.tsx'
import { Milestones } from './Milestones.tsx'
import { MoneySpent } from './MoneySpent.tsx'
import type { CommitmentProps } from './props.ts'
import { Readings } from './Readings.tsx'
import { StandingTag } from './StandingTag.tsx'
import { storyOf } from './storyOf.tsx'

/** A promise: who, how much, by when; the figures since; and what happened. */
export const CommitmentPage = (props: CommitmentProps) => {
  const { t, locale, today, commitment, others, isTownHall, isFollowing } = props
  const standing = standingOf(commitment, today)
  const last = latestOf(commitment, today)
  return (
    <Page
      title={commitment.title}
      kicker={<StandingTag t={t} standing={standing} />}
      lead={`${sayPromise(t, commitment, locale)}, ${t('promise.due', { date: formatDate(commitment.dueOn, locale) })}.`}
      breadcrumb={[{ label: t('title'), href: '/engagements' }]}
    >
      {standing === 'missed' && <Missed {...props} />}
      {reviewLate(commitment, today) && (
        <Notice kind="warning">{t('page.reviewLate', { date: formatDate(commitment.reviewOn ?? '', locale) })}</Notice>
      )}
      <FigureRow
        figures={[
          { label: t('page.target'), value: sayFigure(commitment.target, commitment.unit, locale) },
          {
            label: t('page.last'),
            value: last ? sayFigure(last.value, commitment.unit, locale) : '—',
            note: last ? formatDate(last.on, locale) : t('promise.none'),
          },
          {
            label: t('page.days'),
            value:
              commitment.ended || today > commitment.dueOn
                ? t('page.ended')
                : t('page.daysLeft', { n: daysBetween(today, commitment.dueOn) }),
          },
        ]}
      />
      {commitment.text !== '' && commitment.text.split(/\n{2,}/).map((paragraph, at) => <p key={at}>{paragraph}</p>)}
      <DefinitionList items={facts(props)} />
      <Section title={t('page.effect')} id="effet" lead={t('page.effectLead')}>
        <Readings t={t} locale={locale} commitment={commitment} />
        <Disclosure summary={t('page.rule')}>
          <p>{t('page.ruleText')}</p>
        </Disclosure>
      </Section>
      <Milestones {...props} />
      <MoneySpent {...props} />
      <Clauses {...props} />
      <LedToIt {...props} />
      <Section title={t('page.story')} id="histoire">
        <Thread entries={storyOf(props)} />
      </Section>
      {others.length > 0 && (
        <Section title={t('page.others')}>
          <Listing
            items={others.map(other => ({
              href: `/engagements/${other.id}`,
              title: other.title,
              note: <StandingTag t={t} standing={standingOf(other, today)} />,
            }))}
          />
        </Section>
      )}
      {isTownHall && <HallForms {...props} />}
      {isFollowing !== null && (
        <FollowButton locale={locale} subject={subjectOf(commitment.id)} back={`/engagements/${commitment.id}`} isFollowing={isFollowing} />
      )}
    </Page>
  )
}

const Missed = ({ t, locale, commitment, isTownHall }: CommitmentProps) => {
  const { measured } = commitment.steps.find(step => step.kind === 'missed') ?? latestMeasured(commitment)
  return (
    <Notice kind="warning" title={t('page.missedTitle')}>
      <p>
        {t('page.missedText', {
          target: sayFigure(commitment.target, commitment.unit, locale),
          measured: measured === null ? t('page.nothing') : sayFigure(measured, commitment.unit, locale),
        })}{' '}
        {commitment.committee && t('page.missedCommittee')}
      </p>
      {isTownHall && (
        <Button kind="secondary" href={newAfter(commitment)}>
          {t('page.again')}
        </Button>
      )}
    </Notice>
  )
}
const latestMeasured = (commitment: Commitment) => ({ measured: latestOf(commitment, commitment.dueOn)?.value ?? null })

const newAfter = ({ decision, decisionTitle, decisionUrl, service, measure, committee }: Commitment) =>
  `/engagements/nouveau?${new URLSearchParams({
    decision,
    titre: decisionTitle,
    retour: decisionUrl,
    ...(service ? { service } : {}),
    ...(measure ? { mesure: measure } : {}),
    ...(committee ? { comite: committee } : {}),
  })}`

const facts = ({ t, locale, commitment, serviceName, measureTitle }: CommitmentProps) => [
  { term: t('page.decision'), value: <a href={commitment.decisionUrl}>{commitment.decisionTitle}</a> },
  {
    term: t('page.service'),
    value: serviceName && commitment.service ? <a href={`/services/${commitment.service}`}>{serviceName}</a> : '',
  },
  {
    term: t('page.measure'),
    value: measureTitle && commitment.measure ? <a href={`/mesures/${commitment.measure}`}>{measureTitle}</a> : '',
  },
  {
    term: t('page.owner'),
    value: [commitment.ownerName, commitment.ownerFunction || t(`owner.${commitment.ownerKind}`)].join(', '),
  },
  { term: t('page.promised'), value: formatDate(commitment.madeOn, locale) },
  {
    term: t('page.due'),
    value:
      commitment.dueOn === commitment.firstDueOn
        ? formatDate(commitment.dueOn, locale)
        : t('page.dueFirst', { date: formatDate(commitment.dueOn, locale), first: formatDate(commitment.firstDueOn, locale) }),
  },
  { term: t('page.review'), value: commitment.reviewOn && !commitment.ended ? formatDate(commitment.reviewOn, locale) : '' },
  { term: t('page.measuredBy'), value: t(`source.${commitment.source}`) },
]
