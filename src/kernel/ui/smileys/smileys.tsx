import { type AnyForm, type ControlProps, useControl } from '../control/control.ts'
import { GroupFrame } from '../control/frame.tsx'
import { Face, type Mood } from './face.tsx'

/** An opinion, by its face and its word. */
export const Smileys = <F extends AnyForm>(
  props: ControlProps<F> & { readonly options: readonly { readonly value: Mood; readonly label: string }[] },
) => {
  const { id, error, text } = useControl(props)
  return (
    <GroupFrame id={id} label={props.label} hint={props.hint} error={error} optional={props.optional}>
      <div class="smileys">
        {props.options.map(({ value, label }, at) => (
          <label key={value} class="smileys__one">
            <input type="radio" id={at === 0 ? id : `${id}-${at + 1}`} name={props.name} value={value} checked={text === value} />
            <Face mood={value} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </GroupFrame>
  )
}
