/** What an argument does in the debate. */
export const stances = ['for', 'against', 'question'] as const
export type Stance = (typeof stances)[number]

/** What a mark says: well argued, well sourced, taught me something. */
export const qualities = ['argued', 'sourced', 'taught'] as const
export type Quality = (typeof qualities)[number]

/** Whether the person who marks supports the subject of the debate, or not (or not yet). */
export type Side = 'supporter' | 'other'
