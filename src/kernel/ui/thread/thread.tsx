import type { ComponentChildren } from 'preact'
import { useWords } from '../frame.ts'
import { Time } from '../time/time.tsx'
import { Knot, type KnotKind } from './knot.tsx'

export interface ThreadEntry {
  readonly kind: KnotKind
  /** A day or an instant; empty for what has not happened yet, drawn as awaited. */
  readonly at: string
  readonly title: ComponentChildren
  readonly href?: string | undefined
  /** A `<By>`, usually. */
  readonly by?: ComponentChildren
  readonly text?: ComponentChildren
  readonly id?: string | undefined
}

/** What happened, knot after knot: contribution, version, decision, act, effect. */
export const Thread = ({ entries, label }: { entries: readonly ThreadEntry[]; label?: string | undefined }) => {
  const t = useWords()
  return (
    <ol class="thread" aria-label={label ?? t('thread.label')}>
      {entries.map((entry, at) => (
        <li key={at} class={entry.at === '' ? 'thread__entry thread__entry--awaited' : 'thread__entry'} id={entry.id}>
          <Knot kind={entry.kind} />
          <p class="thread__when">
            <span class="thread__kind">{t(`thread.${entry.kind}`)}</span> {entry.at === '' ? t('thread.awaited') : <Time at={entry.at} />}
          </p>
          <p class="thread__title">{entry.href ? <a href={entry.href}>{entry.title}</a> : entry.title}</p>
          {entry.text && <div class="thread__text">{typeof entry.text === 'string' ? <p>{entry.text}</p> : entry.text}</div>}
          {entry.by}
        </li>
      ))}
    </ol>
  )
}
