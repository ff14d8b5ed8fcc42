import type { ComponentChildren } from 'preact'

/** A short sentence, large, and the answers one may give: each a button, within reach of the thumb. */
export const Statement = ({
  text,
  id = 'affirmation',
  answers,
  children,
}: {
  text: string
  id?: string | undefined
  /** Sent under that name. */
  answers: {
    readonly name: string
    readonly label: string
    readonly options: readonly { readonly value: string; readonly label: string; readonly sign: 'yes' | 'no' | 'pass' }[]
  }
  children?: ComponentChildren
}) => (
  <div class="statement">
    <blockquote class="statement__text" id={id}>
      <p>{text}</p>
    </blockquote>
    <div class="statement__answers" role="group" aria-label={answers.label} aria-describedby={id}>
      {answers.options.map(({ value, label, sign }) => (
        <button
          key={value}
          class={`button button--secondary statement__answer statement__answer--${sign}`}
          type="submit"
          name={answers.name}
          value={value}
        >
          <svg class="sign" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path d={signs[sign]} />
          </svg>
          {label}
        </button>
      ))}
    </div>
    {children}
  </div>
)

const signs = { yes: 'M4.500 13l5 5 10-12', no: 'M6 6l12 12M18 6 6 18', pass: 'M5 12h14' }
