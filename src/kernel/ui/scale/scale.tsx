import { type AnyForm, type ControlProps, useControl } from '../control/control.ts'
import { GroupFrame } from '../control/frame.tsx'

/** A point between two ends, said in words; the last box, apart, is for who doesn't know. */
export const Scale = <F extends AnyForm>(
  props: ControlProps<F> & {
    readonly points: number
    readonly low: string
    readonly high: string
    /** Its words and the value sent. */
    readonly unsure?: { readonly value: string; readonly label: string } | undefined
  },
) => {
  const { id, error, text } = useControl(props)
  const { points, low, high, unsure } = props
  const boxes = Array.from({ length: points }, (_, at) => String(at + 1))
  return (
    <GroupFrame id={id} label={props.label} hint={props.hint} error={error} optional={props.optional}>
      <div class="scale">
        <span class="scale__end">
          <span class="scale__figure">1 : </span>
          {low}
        </span>
        <div class="scale__points">
          {boxes.map((point, at) => (
            <label key={point} class="scale__point">
              <input
                type="radio"
                id={at === 0 ? id : `${id}-${point}`}
                name={props.name}
                value={point}
                checked={text === point}
                aria-label={at === 0 ? `${point}, ${low}` : at === points - 1 ? `${point}, ${high}` : undefined}
              />
              <span>{point}</span>
            </label>
          ))}
        </div>
        <span class="scale__end">
          <span class="scale__figure">{points} : </span>
          {high}
        </span>
      </div>
      {unsure && (
        <div class="box">
          <input
            class="box__input"
            type="radio"
            id={`${id}-${unsure.value}`}
            name={props.name}
            value={unsure.value}
            checked={text === unsure.value}
          />
          <label class="box__label" for={`${id}-${unsure.value}`}>
            {unsure.label}
          </label>
        </div>
      )}
    </GroupFrame>
  )
}
