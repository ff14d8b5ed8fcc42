import type { ComponentChildren } from 'preact'
import { useWords } from '../frame.ts'

interface Around {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly optional?: boolean | undefined
  readonly children: ComponentChildren
}

/** A label, what helps, what is to be corrected, then the control itself. */
export const ControlFrame = ({ id, label, hint, error, optional, children }: Around) => (
  <div class={error ? 'control control--wrong' : 'control'}>
    <label class="control__label" for={id}>
      {label}
      <Optional optional={optional} />
    </label>
    <Hint id={id} hint={hint} />
    <Wrong id={id} error={error} />
    {children}
  </div>
)

/** Several controls that answer one question. */
export const GroupFrame = ({ id, label, hint, error, optional, children }: Around) => (
  <fieldset
    class={error ? 'control control--wrong' : 'control'}
    aria-describedby={[hint && `${id}-aide`, error && `${id}-erreur`].filter(Boolean).join(' ') || undefined}
  >
    <legend class="control__label">
      {label}
      <Optional optional={optional} />
    </legend>
    <Hint id={id} hint={hint} />
    <Wrong id={id} error={error} />
    {children}
  </fieldset>
)

const Optional = ({ optional }: { optional?: boolean | undefined }) => {
  const t = useWords()
  return optional ? <span class="control__optional"> {t('field.optional')}</span> : null
}
export const Hint = ({ id, hint }: { id: string; hint?: string | undefined }) =>
  hint ? (
    <p class="control__hint" id={`${id}-aide`}>
      {hint}
    </p>
  ) : null
export const Wrong = ({ id, error }: { id: string; error?: string | undefined }) => {
  const t = useWords()
  return error ? (
    <p class="control__error" id={`${id}-erreur`}>
      <svg class="sign" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M10 2 19 18H1Z M10 8v4.5 M10 15v.2" />
      </svg>
      <span class="hidden">{t('errors.before')} </span>
      {error}
    </p>
  ) : null
}
