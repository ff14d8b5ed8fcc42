import type { ComponentChildren } from 'preact'

export interface ButtonProps {
  readonly kind?: 'primary' | 'secondary' | 'danger' | undefined
  /** Leads somewhere: drawn as a link. */
  readonly href?: string | undefined
  /** Sent with the form when this button is used. */
  readonly name?: string | undefined
  readonly value?: string | number | undefined
  readonly formaction?: string | undefined
  /** What the button does, when its words alone do not say to what. */
  readonly label?: string | undefined
  readonly small?: boolean | undefined
  readonly children: ComponentChildren
}

/** Says what happens: « Déposer l’amendement ». */
export const Button = ({ kind = 'primary', href, name, value, formaction, label, small, children }: ButtonProps) => {
  const look = `button button--${kind}${small ? ' button--small' : ''}`
  return href === undefined ? (
    <button class={look} type="submit" name={name} value={value} formaction={formaction} aria-label={label}>
      {children}
    </button>
  ) : (
    <a class={look} href={href} aria-label={label}>
      {children}
    </a>
  )
}
