import type { ComponentChildren } from 'preact'
import { useWords } from '../frame.ts'

/** Something to know, something done, something to mind: sign, word and colour together. */
export const Notice = ({
  kind = 'info',
  title,
  children,
}: {
  kind?: 'info' | 'success' | 'warning' | undefined
  title?: string | undefined
  children?: ComponentChildren
}) => {
  const t = useWords()
  return (
    <div class={`notice notice--${kind}`} role={kind === 'info' ? undefined : 'status'}>
      <svg class="sign" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
        <path d={signs[kind]} />
      </svg>
      <div>
        <p class="notice__title">{title ?? t(`notice.${kind}`)}</p>
        {children && (typeof children === 'string' ? <p>{children}</p> : <div>{children}</div>)}
      </div>
    </div>
  )
}

const signs = {
  info: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19ZM12 11v6M12 7.300v.2',
  success: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19ZM7.5 12.5l3 3 6-7',
  warning: 'M12 3 22 20.5H2ZM12 10v5M12 17.800v.2',
}
