import type { ComponentChildren } from 'preact'
import { useWords } from '../frame.ts'

/** Looks for words in one list. `children` may hold more fields. */
export const SearchBox = ({
  action,
  label,
  value = '',
  name = 'q',
  button,
  id = 'mots',
  children,
}: {
  action: string
  label: string
  value?: string | undefined
  name?: string | undefined
  button?: string | undefined
  id?: string | undefined
  children?: ComponentChildren
}) => {
  const t = useWords()
  return (
    <form class="search-box" action={action} method="get" role="search" aria-label={label}>
      <label class="control__label" for={id}>
        {label}
      </label>
      <div class="search-box__line">
        <input class="input" id={id} name={name} type="search" value={value} autocomplete="off" />
        <button class="button button--primary" type="submit">
          {button ?? t('frame.search')}
        </button>
      </div>
      {children}
    </form>
  )
}
