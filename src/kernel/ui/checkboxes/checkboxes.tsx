import { type AnyForm, type ControlProps, useControl } from '../control/control.ts'
import { GroupFrame } from '../control/frame.tsx'
import { Box, type Option } from '../choice/choice.tsx'

/** None, one or several answers. */
export const Checkboxes = <F extends AnyForm>(props: ControlProps<F> & { readonly options: readonly Option[] }) => {
  const { id, error, texts } = useControl(props)
  return (
    <GroupFrame id={id} label={props.label} hint={props.hint} error={error} optional={props.optional}>
      {props.options.map((option, at) => (
        <Box
          key={option.value}
          type="checkbox"
          id={at === 0 ? id : `${id}-${at + 1}`}
          name={props.name}
          option={option}
          checked={texts.includes(option.value)}
        />
      ))}
    </GroupFrame>
  )
}
