import { type AnyForm, type ControlProps, useControl } from '../control/control.ts'
import { GroupFrame } from '../control/frame.tsx'

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
}

/** One answer among a few. */
export const Choice = <F extends AnyForm>(props: ControlProps<F> & { readonly options: readonly Option[] }) => {
  const { id, error, text } = useControl(props)
  return (
    <GroupFrame id={id} label={props.label} hint={props.hint} error={error} optional={props.optional}>
      {props.options.map((option, at) => (
        <Box
          key={option.value}
          type="radio"
          id={at === 0 ? id : `${id}-${at + 1}`}
          name={props.name}
          option={option}
          checked={text === option.value}
        />
      ))}
    </GroupFrame>
  )
}

/** A round or square box with its words, large enough for a thumb. */
export const Box = (props: {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  option: Option
  checked: boolean
  describedBy?: string | undefined
  invalid?: boolean
}) => {
  const { type, id, name, option, checked } = props
  const describedBy = [option.hint && `${id}-precision`, props.describedBy].filter(Boolean).join(' ') || undefined
  return (
    <div class="box">
      <input
        class="box__input"
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={describedBy}
        aria-invalid={props.invalid || undefined}
      />
      <label class="box__label" for={id}>
        {option.label}
      </label>
      {option.hint && (
        <p class="box__hint" id={`${id}-precision`}>
          {option.hint}
        </p>
      )}
    </div>
  )
}
