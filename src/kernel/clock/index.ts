/** Tells the time; tests and replays bring their own. */
export type Clock = () => Date
export const systemClock: Clock = () => new Date()

export { addDays, dayInParis, daysBetween } from '#kernel/rules'
