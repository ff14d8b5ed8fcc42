import { z } from 'zod'

/**
 * One answer: an option (`'yes'`), several or a ranking from the first place down (`['a', 'b']`), a point of a scale (`4`) or
 * `'unsure'`, points by row of a grid (`{ desk: 4 }`), a number, a day or a text. What “other” means stands under `code.other`.
 */
export const Answer = z.union([z.string(), z.number(), z.array(z.string()), z.record(z.string(), z.union([z.string(), z.number()]))])
export type Answer = z.output<typeof Answer>
export const Answers = z.record(z.string(), Answer)
/** Answers by the code of their question; a question not answered is absent. */
export type Answers = z.output<typeof Answers>

/** Who answered where. */
export const channels = ['screen', 'paper', 'phone', 'counter'] as const
export type Channel = (typeof channels)[number]
