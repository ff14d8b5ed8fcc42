import { type AnyForm, type ControlProps, useControl } from '../control/control.ts'
import { ControlFrame } from '../control/frame.tsx'
import { useWords } from '../frame.ts'
import type { Option } from '../choice/choice.tsx'

/** One answer among many. On paper, the answers are boxes to cross; or a line to write on, when the same list was printed just before. */
export const Select = <F extends AnyForm>(
  props: ControlProps<F> & {
    readonly options: readonly Option[]
    readonly autocomplete?: string | undefined
    readonly onPaper?: 'boxes' | 'line'
  },
) => {
  const t = useWords()
  const { id, error, text, describedBy } = useControl(props)
  return (
    <ControlFrame id={id} label={props.label} hint={props.hint} error={error} optional={props.optional}>
      <select
        class="input input--medium"
        id={id}
        name={props.name}
        autocomplete={props.autocomplete}
        aria-required={props.optional ? undefined : true}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
      >
        {!props.options.some(option => option.value === '') && <option value="">{t('select.choose')}</option>}
        {props.options.map(option => (
          <option key={option.value} value={option.value} selected={option.value === text}>
            {option.label}
          </option>
        ))}
      </select>
      {props.onPaper === 'line' ? (
        <p class="paper-line" aria-hidden="true" />
      ) : (
        <ul class="paper-boxes" aria-hidden="true">
          {props.options
            .filter(option => option.value !== '')
            .map(option => (
              <li key={option.value}>{option.label}</li>
            ))}
        </ul>
      )}
    </ControlFrame>
  )
}
