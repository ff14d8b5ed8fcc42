import type { ComponentChildren } from 'preact'
import { useFrame, useWords } from '../frame.ts'

/** One sheet of a questionnaire to fill in by hand, on a page of its own: its number and its code stand at the top. */
export const AnswerSheet = ({
  title,
  number,
  code,
  intro,
  returnTo,
  children,
}: {
  title: string
  /** As it is said: « Feuille n° 12 ». */
  number: string
  code: string
  intro: ComponentChildren
  returnTo?: readonly string[] | undefined
  children: ComponentChildren
}) => {
  const t = useWords()
  const { body } = useFrame()
  return (
    <article class="sheet">
      <div class="sheet__head">
        <p class="sheet__code">
          {number}
          <strong>{code}</strong>
        </p>
        <h2>{title}</h2>
        <div>{intro}</div>
      </div>
      {children}
      <p class="sheet__foot">
        {t('paper.return')} <strong>{(returnTo ?? [body.name]).join(', ')}</strong>
      </p>
    </article>
  )
}

/** A question on paper: its words, when it is to be answered, what helps, and where to write. */
export const SheetQuestion = ({
  number,
  label,
  when,
  help,
  children,
}: {
  number: number
  label: string
  /** Its condition, in words. */
  when?: string | undefined
  help?: string | undefined
  children: ComponentChildren
}) => (
  <div class="sheet__question">
    {when && <p class="sheet__when">{when}</p>}
    <p class="sheet__label">
      {number}. {label}
    </p>
    {help && <p class="sheet__help">{help}</p>}
    {children}
  </div>
)

/** Boxes to cross, one under the other; `across` puts them side by side, with their words under them. */
export const SheetBoxes = ({ boxes, across }: { boxes: readonly string[]; across?: boolean | undefined }) => (
  <ul class={across ? 'sheet__boxes sheet__boxes--across' : 'sheet__boxes'}>
    {boxes.map(label => (
      <li key={label}>
        <span class="sheet__box" aria-hidden="true" />
        <span>{label}</span>
      </li>
    ))}
  </ul>
)

/** Room to write by hand: so many lines. */
export const SheetLines = ({ lines, unit }: { lines: number; unit?: string | undefined }) => (
  <div class="sheet__lines">
    {Array.from({ length: lines }, (_, at) => (
      <span key={at} class="sheet__line" />
    ))}
    {unit && <span>{unit}</span>}
  </div>
)
