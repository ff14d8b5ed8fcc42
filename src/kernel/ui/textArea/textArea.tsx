import { type AnyForm, type ControlProps, useControl } from '../control/control.ts'
import { ControlFrame } from '../control/frame.tsx'
import { useWords } from '../frame.ts'

export interface TextAreaProps<F extends AnyForm> extends ControlProps<F> {
  readonly rows?: number | undefined
  /** Said in the hint, never enforced by cutting what is typed: the form answers. */
  readonly maxlength?: number | undefined
}

/** Several lines to answer. */
export const TextArea = <F extends AnyForm>(props: TextAreaProps<F>) => {
  const t = useWords()
  const { rows = 5, maxlength, optional } = props
  const hint = [props.hint, maxlength && t('field.max', { n: maxlength })].filter(Boolean).join(' ') || undefined
  const { id, error, text, describedBy } = useControl({ ...props, hint })
  return (
    <ControlFrame id={id} label={props.label} hint={hint} error={error} optional={optional}>
      <textarea
        class="input input--full"
        id={id}
        name={props.name}
        rows={rows}
        aria-required={optional ? undefined : true}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
      >
        {text}
      </textarea>
    </ControlFrame>
  )
}
