import { type AnyForm, type ControlProps, useControl } from '../control/control.ts'
import { ControlFrame } from '../control/frame.tsx'

export interface FieldProps<F extends AnyForm> extends ControlProps<F> {
  readonly type?:
    | 'text'
    | 'email'
    | 'date'
    | 'time'
    | 'datetime-local'
    | 'number'
    | 'search'
    | 'tel'
    | 'url'
    | 'password'
    | 'file'
    | undefined
  readonly autocomplete?: string | undefined
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | undefined
  /** How long the answer looks. */
  readonly width?: 'short' | 'medium' | 'full' | undefined
  /** Unit written after the answer: `€`, `habitants`. */
  readonly unit?: string | undefined
  readonly min?: string | number | undefined
  readonly max?: string | number | undefined
  readonly step?: string | number | undefined
  /** Kinds of file accepted, for `type="file"`: `.csv,.md`. */
  readonly accept?: string | undefined
  readonly readonly?: boolean | undefined
}

/** One line to answer. Numbers are typed as text with digits, so that nothing is lost on the way. */
export const Field = <F extends AnyForm>(props: FieldProps<F>) => {
  const { name, type = 'text', autocomplete, inputmode, width = defaultWidth(type), unit, min, max, step, accept, optional } = props
  const { id, error, text, describedBy } = useControl(props)
  const asText = type === 'number' || (type === 'date' && !/^(\d{4}-\d\d-\d\d)?$/.test(text)) // a date box would empty what it cannot read
  return (
    <ControlFrame id={id} label={props.label} hint={props.hint} error={error} optional={optional}>
      <span class="control__line">
        <input
          class={`input input--${width}`}
          id={id}
          name={name}
          type={(asText ? 'text' : type) as 'text'} // JSX types want one literal, whichever it is
          value={type === 'file' || type === 'password' ? undefined : text}
          autocomplete={autocomplete}
          inputmode={inputmode ?? (type === 'number' ? 'decimal' : undefined)}
          min={asText ? undefined : min}
          max={asText ? undefined : max}
          step={asText ? undefined : step}
          accept={accept}
          readonly={props.readonly}
          aria-required={optional ? undefined : true}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
        />
        {unit && <span class="control__unit">{unit}</span>}
      </span>
    </ControlFrame>
  )
}

const defaultWidth = (type: string) =>
  type === 'date' || type === 'time' || type === 'number' || type === 'tel' ? 'short' : type === 'email' ? 'medium' : 'full'
