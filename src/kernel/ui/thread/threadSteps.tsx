import { useWords } from '../frame.ts'
import { Knot, type KnotKind } from './knot.tsx'

/** The thread to come, without dates: what each kind of knot will be. */
export const ThreadSteps = ({ steps }: { steps: readonly { readonly kind: KnotKind; readonly text: string }[] }) => {
  const t = useWords()
  return (
    <ol class="thread thread--steps">
      {steps.map(step => (
        <li key={step.kind} class="thread__entry">
          <Knot kind={step.kind} />
          <p>
            <strong>{t(`thread.${step.kind}`)}</strong>
          </p>
          <p>{step.text}</p>
        </li>
      ))}
    </ol>
  )
}
