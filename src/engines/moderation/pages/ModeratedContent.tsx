import type { ComponentChildren } from 'preact'
import type { Locale } from '#kernel/i18n'
import { Notice, Time } from '#kernel/ui'
import { words } from '../locales/index.ts'
import { type Signal, signals } from '../rules/signals.ts'
import { isTownHall, isVisibleTo, type Moderated } from '../rules/state.ts'
import { filePath, ownContentsPath, rulePath } from './addresses.ts'

interface Reader {
  readonly personId: string | null
  readonly roles: ReadonlySet<string>
}

/**
 * Draws a content as moderation left it: as it is, behind its notice, or its notice alone. The author and the town hall
 * always see the text. `subject` is its key, `argument:12`.
 */
export const ModeratedContent = ({
  moderated,
  reader,
  locale,
  subject,
  children,
}: {
  moderated: Moderated
  reader: Reader
  locale: Locale
  subject: string
  children: ComponentChildren
}) => (
  <>
    {moderated.state === 'hidden' && <HiddenNotice moderated={moderated} reader={reader} locale={locale} subject={subject} />}
    {moderated.state === 'held' && <HeldNotice moderated={moderated} reader={reader} locale={locale} subject={subject} />}
    {isVisibleTo(moderated, reader) && children}
  </>
)

type SetApart = Exclude<Moderated, { state: 'visible' }>
interface NoticeProps {
  readonly moderated: SetApart
  readonly reader: Reader
  readonly locale: Locale
  readonly subject: string
}

const HiddenNotice = ({ moderated, reader, locale, subject }: NoticeProps) => {
  const t = words(locale)
  const { rule } = moderated
  const isMine = reader.personId !== null && moderated.authorId === reader.personId
  return (
    <Notice kind="warning" title={t('hidden.title')}>
      <p>
        {t('hidden.since')} <Time at={moderated.since} />.
      </p>
      {rule && (
        <p>
          {t('hidden.public', { number: rule.number, title: rule.title })} <a href={rulePath(rule)}>{t('hidden.rule')}</a>
        </p>
      )}
      {(isMine || isTownHall(reader)) && <p>{t('hidden.reason', { reason: moderated.reason })}</p>}
      {isMine && <p>{t('hidden.author')}</p>}
      {isMine && moderated.appeal === 'none' && (
        <p>
          <a href={`${ownContentsPath}#recours-${moderated.decisionId}`}>{t('hidden.appeal')}</a>
        </p>
      )}
      {isMine && moderated.appeal === 'open' && <p>{t('hidden.appealOpen')}</p>}
      {moderated.appeal === 'confirmed' && <p>{t('hidden.appealConfirmed')}</p>}
      {isTownHall(reader) && (
        <p>
          <a href={filePath(subject)}>{t('hidden.file')}</a>
        </p>
      )}
    </Notice>
  )
}

const HeldNotice = ({ moderated, reader, locale, subject }: NoticeProps) => {
  const t = words(locale)
  if (!isVisibleTo(moderated, reader)) return null
  const isMine = moderated.authorId === reader.personId
  return (
    <Notice kind="info" title={t('held.title')}>
      <p>{t(isMine ? 'held.author' : 'held.townHall')}</p>
      {moderated.signals.length > 0 && (
        <p>
          {t('held.because')} {moderated.signals.flatMap(signal => (isSignal(signal) ? [t(`signal.${signal}`)] : [])).join(' ; ')}.
        </p>
      )}
      {isTownHall(reader) && (
        <p>
          <a href={filePath(subject)}>{t('hidden.file')}</a>
        </p>
      )}
    </Notice>
  )
}

const isSignal = (signal: string): signal is Signal => signals.some(one => one === signal)
