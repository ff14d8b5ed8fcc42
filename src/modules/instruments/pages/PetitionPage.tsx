import { FollowButton } from '#engines/following'
import { isVisibleTo, ModeratedContent, ReportLink } from '#engines/moderation'
import { renderMarkdown } from '#engines/texts'
import { formatDate, formatNumber } from '#kernel/i18n'
import { Actions, Button, By, DefinitionList, Notice, OpenFigure, Page, Progress, Prose, Section, Tag, Thread } from '#kernel/ui'
import { answerDueOn, petitionUrl, stepOf, subjectOf } from '../petition.ts'
import type { PetitionProps } from './petitionProps.ts'
import { PetitionForms } from './PetitionForms.tsx'
import { petitionStory } from './petitionStory.tsx'
import { WhereItStops } from './WhereItStops.tsx'

/** A petition: what it asks, how many signed out of how many are needed, and what became of it. No name of who signed. */
export const PetitionPage = (props: PetitionProps) => {
  const { t, locale, shown, moderated, reader, signedAt, names } = props
  const { petition, state, signatures, threshold } = shown
  const subject = subjectOf(petition.id)
  return (
    <Page
      title={isVisibleTo(moderated, reader) ? petition.title : t('petition.hidden')}
      kicker={
        <>
          <Tag>{t(`asks.${petition.kind}`)}</Tag> <Tag>{t(`state.${state}`)}</Tag>
        </>
      }
      breadcrumb={[{ label: t('title'), href: '/demarches-citoyennes' }]}
    >
      <ModeratedContent moderated={moderated} reader={reader} locale={locale} subject={subject}>
        <Prose html={renderMarkdown(petition.text, { under: 1 }).__html} />
      </ModeratedContent>
      <By name={names.get(petition.proposedBy ?? '') ?? t('petition.someone')} at={petition.proposedAt} />
      <Section title={t('petition.signatures')} id="signatures">
        <Threshold {...props} />
        {threshold === null ? (
          <p>
            <strong>{t('petition.count', { n: signatures })}</strong>
          </p>
        ) : (
          <Progress
            value={Math.min(signatures, threshold)}
            of={threshold}
            label={t('petition.countOf', { n: signatures, threshold: formatNumber(threshold, locale) })}
          />
        )}
        <DefinitionList
          items={[
            { term: t('petition.opened'), value: formatDate(petition.openedOn, locale) },
            { term: t('petition.lastDay'), value: formatDate(petition.closesOn, locale) },
          ]}
        />
        <p>{t('petition.secret')}</p>
        {signedAt !== null && <Notice kind="success">{t('petition.youSigned', { date: formatDate(signedAt, locale) })}</Notice>}
        {state === 'open' && (
          <Actions>
            {signedAt === null ? (
              <Button href={`${petitionUrl(petition.id)}/signer`}>{t('sign.go')}</Button>
            ) : (
              <form method="post" action={`${petitionUrl(petition.id)}/signature/retrait`}>
                <Button kind="secondary">{t('sign.withdraw')}</Button>
              </form>
            )}
          </Actions>
        )}
      </Section>
      <PetitionForms {...props} />
      <Owed {...props} />
      <Section title={t('petition.story')} id="histoire" lead={t('petition.delays', { days: props.answerDays })}>
        <Thread entries={petitionStory(props)} />
      </Section>
      <WhereItStops t={t} kind="petition" />
      <p>
        <ReportLink subject={subject} locale={locale} />
      </p>
      {props.isFollowing !== null && (
        <FollowButton locale={locale} subject={subject} back={petitionUrl(petition.id)} isFollowing={props.isFollowing} />
      )}
    </Page>
  )
}

/** The answer that is owed, late or not; and, once the council accepted, what can be made of it. */
const Owed = ({ t, locale, today, shown: { petition, state }, answerDays, isTownHall }: PetitionProps) => {
  const due = state === 'submitted' || state === 'admissible' ? answerDueOn(petition, answerDays) : null
  const accepted = stepOf(petition, 'answered')
  if (due !== null)
    return (
      <Notice kind={today > due ? 'warning' : 'info'}>
        {t(today > due ? 'petition.answerLate' : 'petition.answerDue', { date: formatDate(due, locale) })}
      </Notice>
    )
  if (!isTownHall || accepted?.outcome !== 'accepted') return null
  const promise = new URLSearchParams({ decision: subjectOf(petition.id), titre: petition.title, retour: petitionUrl(petition.id) })
  return (
    <Actions>
      {petition.kind === 'consultation' && (
        <Button href={`/demarches-citoyennes/dossiers/nouveau?kind=consultation&petition=${petition.id}`}>{t('petition.openFile')}</Button>
      )}
      <Button kind="secondary" href={`/engagements/nouveau?${promise}`}>
        {t('petition.commit')}
      </Button>
    </Actions>
  )
}

/** The figure that opens: how many are needed, by which rule, of how many electors. */
const Threshold = ({ t, locale, shown: { threshold, electorate, rule } }: Pick<PetitionProps, 't' | 'locale' | 'shown'>) =>
  threshold === null || electorate === null ? (
    <Notice>{t('petition.noFigure')}</Notice>
  ) : (
    <OpenFigure
      value={formatNumber(threshold, locale)}
      label={t('petition.needed')}
      rule={`${rule.label[locale]} (${t(`status.${rule.status}`)})`}
      data={t('electorate.now', {
        n: formatNumber(electorate.electors, locale),
        date: formatDate(electorate.on, locale),
        source: electorate.source,
      })}
      since={rule.from}
      source={{ label: `${rule.text}, ${rule.article}` }}
    />
  )
