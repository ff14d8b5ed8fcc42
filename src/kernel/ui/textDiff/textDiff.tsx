import { Fragment } from 'preact'
import { useWords } from '../frame.ts'

export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** What changed between two texts, word by word; read by eye, by ear and in black and white. */
export const TextDiff = ({ parts, legend = true }: { parts: readonly DiffPart[]; legend?: boolean | undefined }) => {
  const t = useWords()
  return (
    <div class="diff">
      <p class="diff__text">
        {parts.map((part, at) =>
          part.kind === 'same' ? (
            <Fragment key={at}>{part.text}</Fragment>
          ) : part.kind === 'added' ? (
            <ins key={at}>
              <span class="hidden"> {t('diff.added')} </span>
              {part.text}
              <span class="hidden"> {t('diff.addedEnd')} </span>
            </ins>
          ) : (
            <del key={at}>
              <span class="hidden"> {t('diff.removed')} </span>
              {part.text}
              <span class="hidden"> {t('diff.removedEnd')} </span>
            </del>
          ),
        )}
      </p>
      {legend && (
        <p class="diff__legend" aria-hidden="true">
          {t('diff.legend')}
        </p>
      )}
    </div>
  )
}
