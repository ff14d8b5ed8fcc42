/** The shape of the mouth says the opinion; the word always stands beside it. From best to worst, and none. */
export const faces = {
  very_good: 'M9 18.500a7.500 7.500 0 0 0 14 0Z',
  good: 'M10 19.500q6 5 12 0',
  medium: 'M10 21h12',
  bad: 'M10 22.500q6-5 12 0',
  very_bad: 'M9 23.500a7.500 6.500 0 0 1 14 0Z',
  neutral: 'M13 21h6',
} as const
export type Mood = keyof typeof faces

export const Face = ({ mood }: { mood: Mood }) => (
  <svg class="face" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <circle cx="16" cy="16" r="14" />
    <path d="M11.500 11.500v2M20.500 11.500v2" />
    <path d={faces[mood]} />
  </svg>
)
