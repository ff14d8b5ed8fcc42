import type { ComponentChildren } from 'preact'
import { useWords } from '../frame.ts'

/** A decision that explains itself: allowed, refused because, or waiting for an answer. */
export const Verdict = ({
  is,
  title,
  children,
}: {
  is: 'allowed' | 'refused' | 'missing'
  title?: string | undefined
  children?: ComponentChildren
}) => {
  const t = useWords()
  return (
    <div class={`verdict verdict--${is}`}>
      <svg class="sign" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" focusable="false">
        <path d={signs[is]} />
      </svg>
      <div>
        <p class="verdict__title">{title ?? t(`verdict.${is}`)}</p>
        {children && (typeof children === 'string' ? <p>{children}</p> : <div>{children}</div>)}
      </div>
    </div>
  )
}

const circle = 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19Z'
const signs = {
  allowed: `${circle}M7.5 12.5l3 3 6-7`,
  refused: `${circle}M8.5 8.5l7 7M15.5 8.5l-7 7`,
  missing: `${circle}M9 9.5c0-4 6-4 6 0 0 2.5-3 2.5-3 5M12 17.300v.2`,
}
