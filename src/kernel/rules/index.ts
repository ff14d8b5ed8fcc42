export { allowed, refused, type Verdict } from './verdict.ts'
export { addDays, dayInParis, daysBetween } from './days.ts'
export { instantInParis, parisTime } from './parisTime.ts'
