import { Actions, By, Notice, Tag, Time } from '#kernel/ui'
import { ModeratedContent, ReportLink } from '#engines/moderation'
import { words } from '../locales/index.ts'
import type { CardProps } from './cardProps.ts'
import { headingOf, isReadableBy } from './headingOf.ts'
import { QualityMarks } from './QualityMarks.tsx'

const tones = { for: 'leaf', against: 'brick', question: 'ochre', reply: 'plain' } as const

/** An argument, a question or a reply, as moderation and its author left it. */
export const ArgumentCard = ({ argument, url, actor, locale, back, level = 3 }: CardProps) => {
  const t = words(locale)
  const Title = `h${level}` as const
  const isReply = argument.stance === 'reply'
  const subject = `argument:${argument.id}`
  const isMine = actor.personId !== null && actor.personId === argument.authorId
  const isReadable = isReadableBy(argument, actor)
  return (
    <article id={`a${argument.id}`} aria-labelledby={`a${argument.id}-titre`}>
      <Title class="hidden" id={`a${argument.id}-titre`}>
        {headingOf(t, argument, isReadable)}
      </Title>
      {!isReply && (
        <p>
          <Tag tone={tones[argument.stance]}>{t(`stance.${argument.stance}`)}</Tag>
          {argument.stance === 'question' &&
            (argument.answer ? (
              <>
                {' '}
                <Tag tone="leaf">{t('argument.answered')}</Tag>
              </>
            ) : (
              <>
                {' '}
                <span class="soft">{t('argument.waiting')}</span>
              </>
            ))}
        </p>
      )}
      {argument.withdrawnAt ? (
        <Notice title={t('argument.withdrawn')}>
          <p>
            <Time at={argument.withdrawnAt} />
          </p>
        </Notice>
      ) : (
        <ModeratedContent moderated={argument.moderated} reader={actor} locale={locale} subject={subject}>
          <Said text={argument.text} />
          {argument.sources.length > 0 && (
            <>
              <p class="soft">{t('argument.sources')}</p>
              <ul>
                {argument.sources.map((source, at) => (
                  <li key={at}>
                    <a href={source.url} rel="nofollow ugc noopener">
                      {source.title}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </ModeratedContent>
      )}
      {argument.answer && (
        <p>
          {t('argument.answeredOn')}{' '}
          <a href={argument.answer.url}>
            <Time at={argument.answer.at} />
          </a>
        </p>
      )}
      {isReadable ? (
        <By name={argument.authorName} college={argument.college} at={argument.filedAt} keyedBy={argument.keyedBy} />
      ) : (
        <p class="soft">
          <Time at={argument.filedAt} />
        </p>
      )}
      <Actions>
        {!isReply && <a href={`${url}/${argument.id}#reponses`}>{t('argument.replies', { n: argument.replies })}</a>}
        {isReadable && argument.revision > 1 && (
          <a href={`${url}/${argument.id}/versions`}>{t('argument.edited', { n: argument.revision - 1 })}</a>
        )}
        {isReadable &&
          (isMine ? <a href={`${url}/${argument.id}/modifier`}>{t('argument.edit')}</a> : <ReportLink subject={subject} locale={locale} />)}
      </Actions>
      {!isReply && isReadable && argument.moderated.state === 'visible' && (
        <QualityMarks argument={argument} url={url} actor={actor} locale={locale} back={back} />
      )}
    </article>
  )
}

/** What somebody typed: paragraphs, and nothing else. */
export const Said = ({ text }: { text: string }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph, at) => (
      <p key={at}>{paragraph.split('\n').flatMap((line, place) => (place === 0 ? [line] : [<br />, line]))}</p>
    ))}
  </>
)
