import { FollowButton } from '#engines/following'
import { isVisibleTo, ModeratedContent, ReportLink } from '#engines/moderation'
import { By, DefinitionList, Notice, Page, Section, Thread } from '#kernel/ui'
import { linePath } from '../rules/sitePath.ts'
import { Agreements } from './Agreements.tsx'
import { Conduct } from './Conduct.tsx'
import { entriesOf } from './entriesOf.tsx'
import { NextGesture } from './NextGesture.tsx'
import type { LineProps } from './lineProps.ts'
import { crumbs, StateTag, statementPath } from './parts.tsx'
import { Precisions } from './Precisions.tsx'

/** One line: what it says, who sees it too, what became of it. */
export const LinePage = (props: LineProps) => {
  const { t, locale, reader, service, line, moderated } = props
  const subject = `need:${line.id}`
  const own = moderated.get(subject)
  return (
    <Page
      title={isVisibleTo(own, reader) ? line.what : t('line.hidden')}
      kicker={`${t(`kind.${line.kind}`)} · ${service.name}`}
      lead={<By name={line.author} college={line.college} at={line.at} keyedBy={line.keyedBy} />}
      breadcrumb={crumbs(t, service)}
      aside={<Aside {...props} />}
    >
      {line.into !== null && (
        <Notice title={t('line.into')}>
          <p>
            <a href={linePath(line.into)}>{t('line.intoLink')}</a>
          </p>
        </Notice>
      )}
      <ModeratedContent moderated={own} reader={reader} locale={locale} subject={subject}>
        <DefinitionList
          items={[
            { term: t('line.audience'), value: line.audience },
            { term: t('line.place'), value: line.place },
            { term: t('line.change'), value: line.change },
            { term: t('line.evidence'), value: line.evidence && <a href={line.evidence}>{line.evidence}</a> },
          ]}
        />
        <Agreements {...props} />
        <Section title={t('line.life')} id="vie">
          <Thread entries={entriesOf(props)} />
        </Section>
        <Precisions {...props} />
        <NextGesture {...props} />
        <Conduct {...props} />
        <p class="soft">
          <ReportLink subject={subject} locale={locale} />
        </p>
      </ModeratedContent>
    </Page>
  )
}

const Aside = ({ t, locale, reader, service, line, round, isFollowing }: LineProps) => (
  <>
    <h2>{t('line.where')}</h2>
    <p>
      <StateTag t={t} state={line.state} />
    </p>
    <DefinitionList
      items={[
        { term: t('line.round'), value: round && <a href={`/besoins/etats/${round.id}`}>{round.name}</a> },
        { term: t('line.credits'), value: line.credits.length > 1 ? line.credits.map(({ name }) => name).join(', ') : '' },
      ]}
    />
    <ul>
      <li>
        <a href={statementPath(service.id)}>{t('statement.title', { service: service.name })}</a>
      </li>
      <li>
        <a href={`/vous-avez-dit/services/${service.id}`}>{t('statement.did')}</a>
      </li>
      <li>
        <a href="/comites">{t('statement.committee')}</a>
      </li>
    </ul>
    {reader.personId !== null && (
      <FollowButton locale={locale} subject={`need:${line.id}`} back={linePath(line.id)} isFollowing={isFollowing} />
    )}
  </>
)
