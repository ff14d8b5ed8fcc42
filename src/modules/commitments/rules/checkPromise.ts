import { allowed, refused, type Verdict } from '#kernel/rules'
import type { Source } from './terms.ts'

/** A promise ends in the future, its review comes before its end, and figures of an evaluation are those of a service. */
export const checkPromise = (
  promise: {
    readonly dueOn: string
    readonly reviewOn: string | null
    readonly source: Source
    readonly service: string | null
  },
  today: string,
): Verdict<'dueOn' | 'reviewOn' | 'service'> => {
  if (promise.dueOn <= today) return refused('dueOn')
  if (promise.reviewOn !== null && (promise.reviewOn <= today || promise.reviewOn > promise.dueOn)) return refused('reviewOn')
  return promise.source !== 'readings' && promise.service === null ? refused('service') : allowed
}
