import { FollowButton } from '#engines/following'
import { isVisibleTo, ModeratedContent, ReportLink } from '#engines/moderation'
import { plainParagraphs } from './plainParagraphs.tsx'
import { Actions, Button, By, DefinitionList, Disclosure, Expected, Notice, Page, Section, Thread } from '#kernel/ui'
import { money } from '../rules/euros.ts'
import { Dialogue } from './Dialogue.tsx'
import { FollowUp } from './FollowUp.tsx'
import type { IdeaProps } from './ideaProps.ts'
import { crumbs, IdeasMap, StateTag } from './parts.tsx'
import { StudyDesk } from './StudyDesk.tsx'
import { entriesOf } from './entriesOf.tsx'
import { ideaPath, ideaSubject } from '../rules/sitePath.ts'

/** An idea from the day it was said to what came of it: text, place, study, dialogue, count, measure. */
export const IdeaPage = (props: IdeaProps) => {
  const { t, locale, reader, budget, idea, moderated, map, versions } = props
  const subject = ideaSubject(idea.id)
  const own = moderated.get(subject)
  return (
    <Page
      title={isVisibleTo(own, reader) ? idea.title : t('idea.hidden')}
      kicker={t('idea.kicker', { id: idea.id })}
      lead={budget.archive ? undefined : <By name={idea.author} college={idea.college} at={idea.at} keyedBy={idea.keyedBy} />}
      breadcrumb={crumbs(t, budget)}
      expected={
        idea.state === 'to-adapt' && props.may.edit ? (
          <Expected action={{ label: t('idea.change'), href: `${ideaPath(idea.id)}/modification` }}>{t('idea.adaptExpected')}</Expected>
        ) : undefined
      }
      aside={<Aside {...props} />}
    >
      {idea.into !== null && (
        <Notice title={t('state.merged')}>
          <a href={ideaPath(idea.into)}>{t('idea.intoLink')}</a>
        </Notice>
      )}
      <FollowUp {...props} />
      <ModeratedContent moderated={own} reader={reader} locale={locale} subject={subject}>
        {plainParagraphs(idea.text)}
        {(idea.latitude !== null || idea.place !== '') && (
          <Section title={t('idea.where')} id="lieu">
            {idea.place !== '' && <p>{idea.place}</p>}
            {idea.latitude !== null && <IdeasMap t={t} map={map} ideas={[idea]} isOwnPage />}
          </Section>
        )}
        {!budget.archive && (
          <Section title={t('idea.life')} id="vie">
            <Thread entries={entriesOf(props)} />
          </Section>
        )}
        <Dialogue {...props} />
        <StudyDesk {...props} />
        {versions.length > 1 && (
          <Disclosure summary={t('idea.versions', { n: versions.length })}>
            {versions.slice(1).map(({ number, title, text }) => (
              <div key={number}>
                <h3>{t('idea.version', { n: number, title })}</h3>
                {plainParagraphs(text)}
              </div>
            ))}
          </Disclosure>
        )}
        <p class="soft">
          <ReportLink subject={subject} locale={locale} />
        </p>
      </ModeratedContent>
    </Page>
  )
}

const Aside = ({ t, locale, budget, idea, credits, merged, isFollowing, may }: IdeaProps) => (
  <>
    <p>
      <StateTag t={t} state={idea.state} />
    </p>
    <DefinitionList
      items={[
        { term: t('idea.cost'), value: idea.costCents === null ? '' : money(idea.costCents, locale) },
        { term: t('idea.sector'), value: idea.sectorName ?? '' },
        { term: t('idea.credits'), value: credits.length > 1 ? credits.join(', ') : '' },
      ]}
    />
    {merged.length > 0 && (
      <>
        <h2>{t('idea.merged')}</h2>
        <ul>
          {merged.map(one => (
            <li key={one.id}>
              <a href={ideaPath(one.id)}>{`${one.id}. ${one.title}`}</a>
            </li>
          ))}
        </ul>
      </>
    )}
    {may.edit && (
      <Actions>
        <Button kind="secondary" href={`${ideaPath(idea.id)}/modification`}>
          {t('idea.change')}
        </Button>
      </Actions>
    )}
    {isFollowing !== null && !budget.archive && (
      <FollowButton locale={locale} subject={ideaSubject(idea.id)} back={ideaPath(idea.id)} isFollowing={isFollowing} />
    )}
  </>
)
