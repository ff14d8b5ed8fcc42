import { useWords } from '../frame.ts'

/** The steps of something done in several pages; `current` counts from 1. */
export const Steps = ({ steps, current }: { steps: readonly string[]; current: number }) => {
  const t = useWords()
  return (
    <ol class="steps" aria-label={t('steps.label')}>
      {steps.map((step, at) => (
        <li key={step} aria-current={at + 1 === current ? 'step' : undefined} class={at + 1 < current ? 'steps__done' : undefined}>
          {step}
          {at + 1 < current && <span class="hidden">, {t('steps.done')}</span>}
        </li>
      ))}
    </ol>
  )
}
