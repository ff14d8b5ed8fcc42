import type { ComponentChildren } from 'preact'
import { Button } from '../button/button.tsx'
import { useWords } from '../frame.ts'

/** What awaits this very person, in ochre; at most one a page. */
export const Expected = ({
  children,
  action,
  title,
}: {
  children: ComponentChildren
  action?: { readonly label: string; readonly href: string } | undefined
  title?: string | undefined
}) => {
  const t = useWords()
  return (
    <section class="expected" aria-labelledby="attendu">
      <h2 class="expected__title" id="attendu">
        <svg class="sign" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path d="M5 19c1-5 4-9 9-12l3 3c-3 5-7 8-12 9Zm9-12 2-2 3 3-2 2M5 19l4-4" />
        </svg>
        {title ?? t('expected.title')}
      </h2>
      <div class="expected__text">{typeof children === 'string' ? <p>{children}</p> : children}</div>
      {action && <Button href={action.href}>{action.label}</Button>}
    </section>
  )
}
