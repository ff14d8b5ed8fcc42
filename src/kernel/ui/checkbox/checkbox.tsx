import { type AnyForm, type ControlProps, useControl } from '../control/control.ts'
import { Wrong } from '../control/frame.tsx'
import { Box } from '../choice/choice.tsx'

/** One box to tick. `value` is what is sent when it is. */
export const Checkbox = <F extends AnyForm>(props: ControlProps<F> & { readonly value?: string | undefined }) => {
  const { value = 'oui' } = props
  const { id, error, text } = useControl({ ...props, hint: undefined })
  return (
    <div class={error ? 'control control--wrong' : 'control'}>
      <Wrong id={id} error={error} />
      <Box
        type="checkbox"
        id={id}
        name={props.name}
        option={{ value, label: props.label, hint: props.hint }}
        checked={text !== '' && text !== 'false'}
        describedBy={error && `${id}-erreur`}
        invalid={!!error}
      />
    </div>
  )
}
