/** What an amendment does to the text: write a passage anew, remove it, or add after it. */
export const gestures = ['rewrite', 'removal', 'addition'] as const
export type Gesture = (typeof gestures)[number]

export const outcomes = ['accepted', 'merged', 'refused', 'withdrawn'] as const
/** What became of an amendment; `merged` when its words were combined with others'. */
export type Outcome = (typeof outcomes)[number]

export const states = ['open', ...outcomes] as const
export type State = (typeof states)[number]
