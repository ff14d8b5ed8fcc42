/** Inks told apart without colour: from full to hatched to bare, then dotted, crossed and full again in the other colour. */
const inks = ['full', 'hatched', 'light', 'bare', 'dotted', 'crossed', 'dark'] as const
export type Ink = (typeof inks)[number]

const scales: Readonly<Record<number, readonly Ink[]>> = {
  1: ['full'],
  2: ['full', 'dark'],
  3: ['full', 'bare', 'dark'],
  4: ['full', 'hatched', 'crossed', 'dark'],
  5: ['full', 'hatched', 'bare', 'crossed', 'dark'],
  6: ['full', 'hatched', 'light', 'dotted', 'crossed', 'dark'],
}
/** The ink of the nth answer of a scale. */
export const inkOf = (at: number, answers: number): Ink => (scales[answers] ?? inks)[at % inks.length] ?? 'bare'

/** The patterns of one drawing; identifiers are unique on the page. */
export const Inking = ({ id, inks: used }: { id: string; inks: readonly Ink[] }) => (
  <defs>
    {[...new Set(used)].map(ink => (
      <pattern key={ink} id={`${id}-${ink}`} class={`ink ink--${ink}`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect class="ink__ground" width="8" height="8" />
        {ink === 'hatched' && <path class="ink__line" d="M-2 2 2-2M0 8 8 0M6 10l4-4" />}
        {ink === 'crossed' && <path class="ink__line" d="M0 0 8 8M0 8 8 0" />}
        {ink === 'light' && <path class="ink__line" d="M0 4h8" />}
        {ink === 'dotted' && <circle class="ink__dot" cx="4" cy="4" r="1.6" />}
      </pattern>
    ))}
  </defs>
)
