import { useWords } from '../frame.ts'
import { Time } from '../time/time.tsx'

/** Where a measure stands on its way: words first, and knots on a line. `stopped` for what was withdrawn. */
export const Stage = ({
  label,
  step,
  of,
  since,
  stopped,
}: {
  label: string
  /** From 1. */
  step: number
  of: number
  since?: string | undefined
  stopped?: boolean | undefined
}) => {
  const t = useWords()
  const knots = Array.from({ length: of }, (_, at) => at + 1)
  return (
    <div class={stopped ? 'stage stage--stopped' : 'stage'}>
      <p class="stage__label">
        <strong>{label}</strong>
        {!stopped && <span class="hidden">, {t('stage.step', { step, of })}</span>}
        {since && (
          <span class="stage__since">
            {' '}
            <Time at={since} prefix />
          </span>
        )}
      </p>
      {!stopped && (
        <svg class="stage__line" viewBox={`0 0 ${of * 22} 20`} width={of * 22} height="20" aria-hidden="true" focusable="false">
          <path class="stage__ahead" d={`M11 10H${of * 22 - 11}`} />
          <path class="stage__done" d={`M11 10H${step * 22 - 11}`} />
          {knots.map(knot => (
            <circle
              key={knot}
              class={knot < step ? 'stage__past' : knot === step ? 'stage__now' : 'stage__later'}
              cx={knot * 22 - 11}
              cy="10"
              r={knot === step ? 7 : 4}
            />
          ))}
        </svg>
      )}
    </div>
  )
}
